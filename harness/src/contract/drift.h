// Where a description of the API says otherwise than the mock does: its tables, and every answer of the sweep.
#pragma once

#include <cstddef>
#include <vector>

#include "contract/difference.h"
#include "contract/openapi_document.h"

namespace gcmock {

struct Drift {
  std::vector<Difference> differences;  ///< each once; in the order operations, errors, answers
  std::size_t operations = 0;           ///< how many were compared
  std::size_t answers = 0;
};

/// Asks a mock in this process (see sweep). Deviations that are known (gcmock/evidence/deviations.h) are left out.
/// Throws Error where the mock does not answer, or a schema of the description cannot be read.
Drift find_drift(const OpenApiDocument& document);

}  // namespace gcmock
