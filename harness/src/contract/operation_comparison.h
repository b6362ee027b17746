// The mock's table of operations against the vendor's description.
#pragma once

#include <vector>

#include "contract/difference.h"
#include "contract/openapi_document.h"

namespace gcmock {

/// Every row of all_operations() member by member, and what the description has beside them: a method of a path that is
/// served, and a path that belongs to what is served. Those are all paths below /api/v2/oauth, /api/v2/tokens and
/// /api/v2/orgauthorization, of which the mock has all, and elsewhere what lies below the first four segments of a
/// served path: /api/v2/authorization/roles/…, and not /api/v2/authorization/policies.
std::vector<Difference> compare_operations(const OpenApiDocument& document);

}  // namespace gcmock
