// The policy of the authorization endpoint: may this client have a code or token of the one who logs in. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/authorization_request.h"
#include "domain/ledger.h"
#include "domain/logins.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// A code, or the implicit grant's access token, may be issued: everything that settle() needs.
struct Authorized {
  ResponseType response = ResponseType::code;
  Login login;
  ClientId client;
  std::vector<Scope> scopes;
  std::chrono::seconds lifetime{0};
  std::string redirect_uri;
  std::optional<std::string> code_challenge;
  std::optional<int> live_tokens_at_most;         ///< of the user, for an access token: older ones are revoked
  std::optional<ClientAuthorization> authorizes;  ///< of a client that `login.org` had not authorized yet
};

/// A person is to be asked first: who logs in, and whether the client may.
struct ConsentNeeded {
  std::vector<Login> logins;  ///< the likeliest first; never empty
};

/// Where the browser is sent back to, and how it is told: RFC 6749 §4.1.2, §4.2.2.
struct ReturnAddress {
  enum class Part { query, fragment };
  std::string uri;
  std::string state;
  Part part = Part::query;
};

struct AuthorizationRuling {
  std::variant<Authorized, ConsentNeeded, Refused> outcome;
  std::optional<ReturnAddress> return_address;  ///< none: the browser must not be sent back
  Subject subject;
  std::vector<TrailStep> trail;
};

/// What the implicit grant issues: no refresh token (RFC 6749 §4.2.2).
Granted implicit_grant(const Authorized& authorized);

/// Where to answer; none where the client is unknown, or never registered that redirect URI (RFC 6749 §3.1.2.4).
std::optional<ReturnAddress> return_address(const World& world, const AuthorizationRequest& request);

/// Whom it concerns: the likeliest login, or the one that was chosen on the consent page.
Subject identify(const World& world, const AuthorizationRequest& request);

AuthorizationRuling decide(const World& world, const Ledger& ledger, const AuthorizationRequest& request, Instant now);

/// GET /logout: where to, or why not.
struct LogoutRuling {
  std::variant<ReturnAddress, Refused> outcome;
  Subject subject;
  std::vector<TrailStep> trail;
};

LogoutRuling decide(const World& world, const Ledger& ledger, const LogoutRequest& request, Instant now);

}  // namespace gcmock
