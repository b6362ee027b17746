// The three grants, a file each, and what decide() and they share.
#pragma once

#include "domain/decide.h"

namespace gcmock {

Subject identify(const World& world, const Ledger& ledger, const RefreshRequest& request);
Subject identify(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request);
Subject identify(const World& world, const ClientCredentialsRequest& request);

Ruling decide_refresh(const World& world, const Ledger& ledger, const RefreshRequest& request, Instant now);
Ruling decide_code(const World& world, const Ledger& ledger, const AuthorizationCodeRequest& request, Instant now);
Ruling decide_client_credentials(const World& world, const Ledger& ledger, const ClientCredentialsRequest& request,
                                 Instant now);

}  // namespace gcmock
