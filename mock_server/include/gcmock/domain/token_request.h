// A token request after parsing: what was presented, and by whom. No HTTP here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/names.h"

namespace gcmock {

/// How a client authenticated, RFC 6749 §2.3.1 (client_secret_basic, client_secret_post of the vendor's metadata).
enum class ClientAuthMethod { none, basic, body, basic_and_body };

struct ClientAuthentication {
  ClientId id;
  std::optional<std::string> secret;  ///< none: a public client, or forgotten
  ClientAuthMethod method = ClientAuthMethod::none;
};

/// RFC 6749 §6. `scope` empty: as originally granted.
struct RefreshRequest {
  ClientAuthentication client;
  std::string refresh_token;
  std::vector<Scope> scope;
};

/// RFC 6749 §4.1.3 and RFC 7636 §4.5.
struct AuthorizationCodeRequest {
  ClientAuthentication client;
  std::string code;
  std::string redirect_uri;
  std::optional<std::string> code_verifier;
};

/// RFC 6749 §4.4.2.
struct ClientCredentialsRequest {
  ClientAuthentication client;
  std::vector<Scope> scope;
};

/// RFC 7522 §2.1, with the vendor's `orgName`.
struct Saml2BearerRequest {
  ClientAuthentication client;
  std::string org_name;  ///< short name of the org whose identity provider gave the assertion
  std::string assertion;
  std::vector<Scope> scope;
};

using TokenRequest =
    std::variant<RefreshRequest, AuthorizationCodeRequest, ClientCredentialsRequest, Saml2BearerRequest>;

GrantType grant_type_of(const TokenRequest& request);
const ClientAuthentication& authentication_of(const TokenRequest& request);

std::string_view to_string(ClientAuthMethod method);

}  // namespace gcmock
