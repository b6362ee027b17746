// What a client said came of a step, held against what the journal proves of its tokens.
#pragma once

#include <optional>
#include <string>

#include "gcmock/harness/invariants.h"
#include "invariants/episodes.h"

namespace gcmock {

/// Of a step that has an outcome and an org. Empty: it had nothing to do with this. No words: they agree.
struct Reconciled {
  std::string what;                      ///< how they disagree; empty: they agree
  std::vector<std::uint64_t> exchanges;  ///< that prove it
};

/// Told an error although the token request went through, and nothing came after it that failed.
std::optional<Reconciled> error_behind_a_grant(const Episode& episode, const std::vector<Exchange>& journal);

/// Told success although nothing was granted, or although the API was never asked.
std::optional<Reconciled> success_out_of_nothing(const Episode& episode, const std::vector<Exchange>& journal);

/// Of several calls at once that met 401, fewer were made again than there were, though the refresh went through.
std::optional<Reconciled> calls_lost_behind_a_refresh(const Episode& episode);

}  // namespace gcmock
