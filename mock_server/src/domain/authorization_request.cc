// Words of the authorization endpoint.
#include "domain/authorization_request.h"

namespace gcmock {

std::optional<ResponseType> response_type_from(std::string_view word) {
  if (word == "code") return ResponseType::code;
  if (word == "token") return ResponseType::token;
  return std::nullopt;
}

GrantType grant_of(ResponseType response) {
  switch (response) {
    case ResponseType::code:
      return GrantType::authorization_code;
    case ResponseType::token:
      return GrantType::implicit;
  }
  return GrantType::authorization_code;
}

}  // namespace gcmock
