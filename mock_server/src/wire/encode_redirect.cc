// Builds addresses: see encode_redirect.h. The address itself was registered, byte for byte; what is added is encoded.
#include "wire/encode_redirect.h"

#include <string>

namespace gcmock {
namespace {

char first_separator(const ReturnAddress& address) {
  if (address.part == ReturnAddress::Part::fragment) return '#';
  return address.uri.find('?') == std::string::npos ? '?' : '&';
}

void append(std::string& location, char separator, std::string_view name, std::string_view value) {
  location.append(1, separator).append(name).append("=").append(percent_encode(value));
}

}  // namespace

HttpAnswer encode_redirect(const ReturnAddress& address, const FormFields& told, std::string_view correlation_id) {
  std::string location = address.uri;
  char separator = first_separator(address);
  for (const auto& [name, value] : told) {
    append(location, separator, name, value);
    separator = '&';
  }
  if (!address.state.empty()) append(location, separator, "state", address.state);
  return {302,
          {{"Location", std::move(location)},
           {"Cache-Control", "no-store"},
           {"ININ-Correlation-Id", std::string(correlation_id)}},
          ""};
}

FormFields told_of_code(std::string_view code) {
  return {{"code", std::string(code)}};
}

FormFields told_of_token(const Tokens& tokens) {
  return {{"access_token", tokens.access_token},
          {"expires_in", std::to_string(tokens.expires_in.count())},
          {"token_type", "bearer"}};
}

}  // namespace gcmock
