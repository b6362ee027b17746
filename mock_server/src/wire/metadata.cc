// The vendor's members in the vendor's order; only the host is ours.
#include "wire/metadata.h"

#include <string>

#include "wire/json_text.h"

namespace gcmock {
namespace {

// Verbatim what a probe of the live host got in 2026-07 (vendor_doc).
constexpr std::string_view what_is_supported =
    R"(,"response_types_supported":["code"],"response_modes_supported":["query"],"grant_types_supported":)"
    R"(["authorization_code","client_credentials","refresh_token","urn:ietf:params:oauth:grant-type:saml2-bearer"],)"
    R"("code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":)"
    R"(["client_secret_basic","client_secret_post"],"service_documentation":)"
    R"("https://developer.genesys.cloud/authorization"})";

std::string issuer_of(const HttpRequest& request, std::string_view prefix) {
  const auto host = request.host();
  std::string issuer(request.is_https ? "https://" : "http://");
  return issuer.append(host.empty() ? "localhost" : host).append(prefix);
}

}  // namespace

HttpAnswer encode_metadata(const HttpRequest& request, std::string_view prefix, std::string_view correlation_id) {
  const auto issuer = issuer_of(request, prefix);
  std::string body = "{";
  append_member(body, "issuer", issuer);
  append_member(body, "authorization_endpoint", issuer + "/oauth/authorize");
  append_member(body, "token_endpoint", issuer + "/oauth/token");
  return {200,
          {{"Content-Type", "application/json"}, {"ININ-Correlation-Id", std::string(correlation_id)}},
          body.append(what_is_supported)};
}

}  // namespace gcmock
