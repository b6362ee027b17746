// What every token request has: a grant type and a client that presents it.
#include "gcmock/domain/token_request.h"

namespace gcmock {

namespace {
GrantType grant_of(const RefreshRequest&) {
  return GrantType::refresh_token;
}
GrantType grant_of(const AuthorizationCodeRequest&) {
  return GrantType::authorization_code;
}
GrantType grant_of(const ClientCredentialsRequest&) {
  return GrantType::client_credentials;
}
GrantType grant_of(const Saml2BearerRequest&) {
  return GrantType::saml2_bearer;
}
}  // namespace

GrantType grant_type_of(const TokenRequest& request) {
  return std::visit([](const auto& grant) { return grant_of(grant); }, request);
}

const ClientAuthentication& authentication_of(const TokenRequest& request) {
  return std::visit([](const auto& grant) -> const ClientAuthentication& { return grant.client; }, request);
}

std::string_view to_string(ClientAuthMethod method) {
  switch (method) {
    case ClientAuthMethod::none:
      return "none";
    case ClientAuthMethod::basic:
      return "basic";
    case ClientAuthMethod::body:
      return "body";
    case ClientAuthMethod::basic_and_body:
      return "basic_and_body";
  }
  return "?";
}

}  // namespace gcmock
