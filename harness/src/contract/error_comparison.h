// The answer table's codes and texts against the vendor's description.
#pragma once

#include <vector>

#include "contract/difference.h"
#include "contract/openapi_document.h"

namespace gcmock {

/// Every row whose level is vendor_openapi rests on the description: its code must be declared with this status and
/// text by the operations that the row's source names ("…, postOauthClients, putOauthClient"), or, where it says "of
/// every operation" (or "… but DELETE and HEAD"), by all of these that the mock has.
std::vector<Difference> compare_errors(const OpenApiDocument& document);

}  // namespace gcmock
