// Org-to-org trust: which function performs which of its operations.
#pragma once

#include <optional>

#include "api/call.h"

namespace gcmock {

/// The operations under /api/v2/orgauthorization; nothing for another one.
std::optional<ApiOutcome> perform_trust(const ApiCall& call);

}  // namespace gcmock
