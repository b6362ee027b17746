// A request of GET /oauth/authorize after parsing: who wants a code or token, and what is known of who logs in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/names.h"

namespace gcmock {

/// RFC 6749 §3.1.1. The implicit grant's `token` is no longer advertised by the vendor, but its JavaScript SDK sends
/// it.
enum class ResponseType { code, token };

std::optional<ResponseType> response_type_from(std::string_view word);

/// The grant that a client must be authorized for to be answered so.
GrantType grant_of(ResponseType response);

/// What the person who has the consent page said.
enum class Decision { approve, deny };

/// As sent: what is wrong with it policy says, so that it is told where the client can hear it. Empty: left out.
struct AuthorizationRequest {
  ClientId client;
  std::string redirect_uri;
  std::string response_type;
  std::string state;
  std::vector<Scope> scope;
  std::optional<std::string> code_challenge;
  std::string code_challenge_method;
  std::string org;         ///< short name; with `provider` only
  std::string provider;    ///< the identity provider of that org
  std::string target;      ///< id of the org to act in, for users whom it trusts
  std::string login_hint;  ///< "alice@example.com", "acme" or "alice@example.com:acme"
  std::string fault;       ///< why it is no authorization request; holds nothing of it but parameter names

  // from the consent page
  std::string login;  ///< key_of() the one who logs in
  std::optional<Decision> decision;
};

/// GET /logout of the login host.
struct LogoutRequest {
  ClientId client;
  std::string redirect_uri;
  std::string state;
};

}  // namespace gcmock
