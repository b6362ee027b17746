// What a request asks, read from its bytes alone: which operation, and for the token endpoint which grant.
#pragma once

#include <optional>

#include "domain/decide.h"
#include "domain/ledger.h"
#include "gcmock/domain/trail.h"
#include "gcmock/domain/world.h"
#include "wire/authorization_request_parser.h"
#include "wire/http_message.h"
#include "wire/routes.h"
#include "wire/token_request_parser.h"

namespace gcmock {

/// Views in `route` are into the request: it must outlive the question, and not move.
struct Question {
  Route route;
  std::optional<ParsedTokenRequest> token;           ///< set for a token endpoint that was found
  std::optional<ParsedAuthorization> authorization;  ///< set for the authorization endpoint, or its consent page
  std::optional<LogoutRequest> logout;               ///< set for that
  ApiRequest api;                                    ///< otherwise: the bearer, and the operation that was found
  HostsServed served = HostsServed::both;            ///< where it came in, by port, name and prefix
  std::string region;                                ///< that the host it named is of; empty: none
};

/// `scopes_judged_at` token_request: API operations ask for no scopes, since such a world's need not be the vendor's
/// (the report's `integration:manage` is none).
Question read_question(const HttpRequest& request, const RouteOptions& options, JudgedAt scopes_judged_at);

/// The grant that it is about: presented at the token endpoint, or asked for at the authorization endpoint.
std::optional<GrantType> grant_of(const Question& question);

/// Whom it concerns, as far as that can be told before judging.
Subject identify(const World& world, const Ledger& ledger, const Question& question);

}  // namespace gcmock
