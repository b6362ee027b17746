// Trusts with Customer Care: the vendor's own orgs that help customers. A world has them where an org says that it is
// one of them ("kind": "customer_care").
#pragma once

#include "api/call.h"

namespace gcmock {

/// Ids of all care orgs; none where the world has none.
ApiOutcome list_care_orgs(const ApiCall& call);
/// Trusts each of them; entity_not_found where the world has none.
ApiOutcome post_care_trustees(const ApiCall& call);
/// The trust with the first of them by its short name; entity_not_found where there is none.
ApiOutcome get_default_trustee(const ApiCall& call);
ApiOutcome post_default_trustee(const ApiCall& call);

}  // namespace gcmock
