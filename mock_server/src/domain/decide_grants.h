// The four grants, a file each, and what decide() and they share.
#pragma once

#include "domain/decide.h"

namespace gcmock {

Subject identify(const World& world, const Ledger& ledger, const RefreshRequest& request);
Subject identify(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request);
Subject identify(const World& world, const ClientCredentialsRequest& request);
Subject identify(const World& world, const Ledger& ledger, const Saml2BearerRequest& request);

Ruling decide_refresh(const World& world, const Ledger& ledger, const RefreshRequest& request, Instant now);
Ruling decide_code(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request, Instant now);
Ruling decide_client_credentials(const World& world, const Ledger& ledger, const ClientCredentialsRequest& request,
                                 Instant now);
Ruling decide_saml2(const World& world, const Ledger& ledger, const Saml2BearerRequest& request, Instant now);

/// How many live access tokens whom the token stands for may have: the org's limit, whichever the grant.
std::optional<int> live_tokens_at_most(const World& world, const Granted& granted);

}  // namespace gcmock
