// The caller's org: /api/v2/organizations/me, and what it bought: /api/v2/authorization/products.
#pragma once

#include "api/entities.h"

namespace gcmock {

ApiOutcome get_organization(const ApiCall& call);
ApiOutcome put_organization(const ApiCall& call);
ApiOutcome list_products(const ApiCall& call);

/// DomainOrganizationProduct, one for each.
Json products(const Org& org);

}  // namespace gcmock
