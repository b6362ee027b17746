// Where the mock knowingly answers otherwise than the vendor's description has it.
#pragma once

#include <span>
#include <string_view>

namespace gcmock {

/// Told instead of being found again and again. A test fails where a listed one no longer occurs.
struct KnownDeviation {
  std::string_view operation;  ///< operationId; "*": any
  int status = 0;
  std::string_view pointer;  ///< into the answer's body; "*" stands for any one token
  std::string_view reason;
};

std::span<const KnownDeviation> known_deviations();

/// Null where it is none that is known.
const KnownDeviation* find_deviation(std::string_view operation, int status, std::string_view pointer);

}  // namespace gcmock
