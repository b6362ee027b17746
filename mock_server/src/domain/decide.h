// The policy: may this request have what it asks for, and if not, why. Pure: reads, never changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/token_request.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// Whom a token request concerns, as far as it can be known before judging it: the org and user of the refresh
/// token or code (where that is unknown, the one org that knows the client, if it is one only); for client credentials
/// the org whose registration of that id has the presented secret, else the first that registered it; for a SAML
/// assertion the org that the request names. Scripts match on this.
Subject identify(const World& world, const Ledger& ledger, const TokenRequest& request);

/// Rules on `request` at `now`. One file a grant: decide_refresh.cc, decide_code.cc, decide_client_credentials.cc,
/// decide_saml2.cc; each has the order of its checks, which is the order of the trail, in one expression. Count the
/// request against its org's limit (settle.h) after deciding: the limit is judged by the requests before this one.
Ruling decide(const World& world, const Ledger& ledger, const TokenRequest& request, Instant now);

/// What an API operation asks of its caller. Source: vendor_openapi, one line an operation in wire/routes.cc.
struct ApiOperation {
  std::vector<Scope> scopes_any;            ///< one suffices; empty: none asked
  std::vector<Permission> permissions_any;  ///< one suffices; empty: none asked
  std::vector<Permission> permissions_all;  ///< all are needed; empty: none asked
  bool needs_user = false;                  ///< 400 not.a.user for client credentials
};

struct ApiRequest {
  std::optional<std::string> bearer;  ///< value of the access token
  ApiOperation operation;
};

Subject identify(const World& world, const Ledger& ledger, const ApiRequest& request);

ApiRuling decide(const World& world, const Ledger& ledger, const ApiRequest& request, Instant now);

}  // namespace gcmock
