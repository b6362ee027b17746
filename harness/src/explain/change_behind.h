// Which change of the world, made by an earlier exchange or a step between two, a refusal comes of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

struct ChangeInJournal {
  enum class By { exchange, step } by = By::exchange;
  std::uint64_t exchange = 0;  ///< that made it, or behind which a step did; 0: before the first
  std::string what;
  std::size_t step = 0;        ///< by a step: so many changed the world before it
  std::string looked_at = {};  ///< JSON pointer of what the failed check looked at and the change was of
};

/// The last one before `refused` that changed what its failed check looked at, or what that is a part of; or that ended
/// the token that it presented. `between`:
/// what steps changed, in order. `world` is that of the start: it knows the orgs in which a vendor's client may have
/// been.
std::optional<ChangeInJournal> change_behind(const Exchange& refused, const std::vector<Exchange>& journal,
                                             const World& world, const std::vector<ChangeBetween>& between = {});

}  // namespace gcmock
