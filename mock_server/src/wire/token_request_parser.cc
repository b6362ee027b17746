// Parses token requests: see token_request_parser.h.
#include "wire/token_request_parser.h"

#include <string_view>

#include "wire/basic_auth.h"

namespace gcmock {
namespace {

Malformed malformed(std::string detail) {
  return {RefusalReason::malformed_request, std::move(detail)};
}

ClientAuthentication authentication_in_body(const FormFields& fields) {
  ClientAuthentication client;
  if (const auto* id = field(fields, "client_id")) client.id = ClientId(*id);
  if (const auto* secret = field(fields, "client_secret")) {
    client.secret = *secret;
    client.method = ClientAuthMethod::body;
  }
  return client;
}

ClientAuthentication authentication_of(const std::string* authorization, const FormFields& fields) {
  auto body = authentication_in_body(fields);
  if (authorization == nullptr) return body;
  ClientAuthentication client;
  client.method = body.secret ? ClientAuthMethod::basic_and_body : ClientAuthMethod::basic;
  if (auto basic = parse_basic(*authorization)) {
    client.id = ClientId(std::move(basic->id));
    if (!basic->secret.empty()) client.secret = std::move(basic->secret);
  }
  return client;
}

// Only names that mean something here are told: an unknown one may be a credential that slipped out of its value.
Malformed repeats(std::string_view name) {
  for (const std::string_view known : {"grant_type", "refresh_token", "code", "redirect_uri", "code_verifier", "scope",
                                       "client_id", "client_secret", "assertion", "orgName"}) {
    if (name == known) return malformed("a parameter is repeated: " + std::string(name));
  }
  return malformed("a parameter is repeated");
}

// RFC 6749 §2.3: one method a request. A client_id beside Basic is no second method as long as it says the same:
// the vendor's CLI sends it with PKCE (sdk_source).
std::optional<Malformed> contradiction(const ClientAuthentication& client, const FormFields& fields) {
  if (client.method == ClientAuthMethod::basic_and_body) {
    return malformed("the client authenticates twice: Authorization header and client_secret");
  }
  const auto* id = field(fields, "client_id");
  if (client.method == ClientAuthMethod::basic && id != nullptr && !client.id.empty() && *id != client.id.value) {
    return malformed("client_id differs from the id in the Authorization header");
  }
  return std::nullopt;
}

std::variant<TokenRequest, Malformed> refresh(const ParsedTokenRequest& parsed) {
  const auto* token = field(parsed.fields, "refresh_token");
  if (token == nullptr) return malformed("refresh_token is missing");
  return TokenRequest(RefreshRequest{parsed.client, *token, parsed.scope});
}

std::variant<TokenRequest, Malformed> authorization_code(const ParsedTokenRequest& parsed) {
  const auto* code = field(parsed.fields, "code");
  if (code == nullptr) return malformed("code is missing");
  AuthorizationCodeRequest request{parsed.client, *code, {}, {}};
  if (const auto* uri = field(parsed.fields, "redirect_uri")) request.redirect_uri = *uri;
  if (const auto* verifier = field(parsed.fields, "code_verifier")) request.code_verifier = *verifier;
  return TokenRequest(std::move(request));
}

std::variant<TokenRequest, Malformed> saml2_bearer(const ParsedTokenRequest& parsed) {
  const auto* assertion = field(parsed.fields, "assertion");
  if (assertion == nullptr) return malformed("assertion is missing");
  const auto* org = field(parsed.fields, "orgName");
  if (org == nullptr) return malformed("orgName is missing");
  return TokenRequest(Saml2BearerRequest{parsed.client, *org, *assertion, parsed.scope});
}

std::variant<TokenRequest, Malformed> of_grant(const ParsedTokenRequest& parsed) {
  if (field(parsed.fields, "grant_type") == nullptr) return malformed("grant_type is missing");
  if (parsed.grant) {
    switch (*parsed.grant) {
      case GrantType::refresh_token:
        return refresh(parsed);
      case GrantType::authorization_code:
        return authorization_code(parsed);
      case GrantType::client_credentials:
        return TokenRequest(ClientCredentialsRequest{parsed.client, parsed.scope});
      case GrantType::saml2_bearer:
        return saml2_bearer(parsed);
      case GrantType::password:
      case GrantType::implicit:
        break;
    }
  }
  return Malformed{RefusalReason::unsupported_grant_type,
                   parsed.grant ? "gcmock does not serve this grant" : "grant_type names no grant"};
}

}  // namespace

bool is_form(const HttpRequest& request) {
  const auto* type = request.header("Content-Type");
  if (type == nullptr) return false;
  std::string_view media = *type;
  media = media.substr(0, media.find(';'));
  while (!media.empty() && (media.back() == ' ' || media.back() == '\t')) media.remove_suffix(1);
  return same_name(media, "application/x-www-form-urlencoded");
}

std::vector<Scope> split_scope(std::string_view text) {
  std::vector<Scope> scopes;
  while (!text.empty()) {
    const auto space = text.find(' ');
    if (space != 0) scopes.emplace_back(std::string(text.substr(0, space)));
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  }
  return scopes;
}

ParsedTokenRequest parse_token_request(const HttpRequest& request) {
  ParsedTokenRequest parsed;
  if (!is_form(request)) {
    parsed.client = authentication_of(request.header("Authorization"), {});
    parsed.request = malformed("Content-Type is not application/x-www-form-urlencoded");
    return parsed;
  }
  auto fields = parse_form(request.body);
  const bool readable = fields.has_value();
  if (readable) parsed.fields = std::move(*fields);
  parsed.client = authentication_of(request.header("Authorization"), parsed.fields);
  if (const auto* grant = field(parsed.fields, "grant_type")) parsed.grant = grant_type_from(*grant);
  if (const auto* scope = field(parsed.fields, "scope")) parsed.scope = split_scope(*scope);
  if (!readable) {
    parsed.request = malformed("the body is not form encoded");
  } else if (const auto repeated = repeated_name(parsed.fields)) {
    parsed.request = repeats(*repeated);
  } else if (auto twice = contradiction(parsed.client, parsed.fields)) {
    parsed.request = std::move(*twice);
  } else {
    parsed.request = of_grant(parsed);
  }
  return parsed;
}

}  // namespace gcmock
