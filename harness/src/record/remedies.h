// What may have to be different in a draft, so that a recorded exchange is answered as it was.
#pragma once

#include <functional>
#include <vector>

#include "gcmock/journal/exchange.h"
#include "record/replay.h"
#include "record/seen_credentials.h"

namespace gcmock {

/// One exchange of a replay that was answered otherwise.
struct Deviation {
  std::size_t index = 0;
  const std::vector<Exchange>& journal;  ///< of the replay, up to it at least
};

using Remedy = std::function<void(WorldDraft& draft)>;

/// The plainest first: a cause in the world, then a rule that refuses so, then one that gives the recorded answer
/// without what it held of credentials and people.
std::vector<Remedy> remedies_for(const Deviation& deviation, const Replay& replay, const SeenCredentials& credentials);

}  // namespace gcmock
