// Orgs that a client leaves untried for no reason of their own.
#pragma once

#include <string_view>

#include "gcmock/harness/invariants.h"

namespace gcmock {

/// Which exchanges of one org might make a client give up another, and how the first of them is worded: "the {before}
/// org secondary{behind} in #3".
struct Cause {
  bool (*is_such)(const Exchange& exchange);  ///< of an exchange whose org is known
  std::string_view before;
  std::string_view behind;
};

/// Violated by each call of one org that should have come out well, came out otherwise, and for which nothing was even
/// sent, although that org had answered nothing badly and only another had such an exchange before. Not where the call
/// was made during another step (a client that runs once).
InvariantVerdict orgs_left_untried(const Evidence& evidence, const Cause& cause);

}  // namespace gcmock
