// Episodes: the journal cut where the client was asked something new, and whom its exchanges concern.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/invariants.h"

namespace gcmock {

/// What was seen from one call's first exchange to the next one's: what the client does in the background belongs to
/// what it was asked last.
struct Episode {
  const StepResult* step = nullptr;  ///< null: before the first step's, or the evidence has no steps
  int calls = 1;                     ///< made at once, or in one run
  std::vector<const Exchange*> exchanges;
};

std::vector<Episode> split_by_step(const Evidence& evidence);

/// "step \"call secondary\"", "the run".
std::string name_of(const Episode& episode);

/// The client was told neither to log in nor to refresh: what it does of either, it does on its own.
bool is_of_a_call(const Episode& episode);

/// The org that the exchange was judged as; where no org could be told from what it presented, the org that the client
/// was asked to call just then.
std::optional<OrgName> org_of(const Exchange& exchange, const Episode& episode);

/// "org secondary", "no known org".
std::string name_of(const std::optional<OrgName>& org);

/// The client had the answer before it sent the request. Where several calls are under way in the episode, it is given
/// a moment to tell one call what another was answered; a client that stops in time is never blamed.
bool could_know(const Exchange& request, const Exchange& answer, const Episode& episode);

/// "within 2.1 s": from the answer to the last of the requests.
std::string within(const Exchange& answer, const Exchange& last);

/// The numbers of these exchanges.
std::vector<std::uint64_t> numbers_of(const std::vector<const Exchange*>& exchanges);

}  // namespace gcmock
