// What installing a premium app does to its vendor's OAuth clients.
#pragma once

#include <vector>

#include "api/call.h"

namespace gcmock {

/// Authorizes in the caller's org those clients of the type that are not: with the scopes that their own org registered
/// (assumed), and the roles that an authorization had that was there before. "List of OAuth Client IDs that must be
/// authorized when the integration is created" (vendor_openapi, IntegrationType.vendorOAuthClientIds).
std::vector<WorldChange> authorize_vendor_clients(const ApiCall& call, const IntegrationType& type);

}  // namespace gcmock
