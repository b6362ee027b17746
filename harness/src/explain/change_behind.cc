#include "explain/change_behind.h"

#include <algorithm>

namespace gcmock {
namespace {

bool is_part_of(const std::string& whole, const std::string& pointer) {
  return !whole.empty() && pointer.starts_with(whole) &&
         (pointer.size() == whole.size() || pointer[whole.size()] == '/');
}

/// One that no org knows may have been any org's. A vendor's client is registered in one org and judged in others: what
/// is gone from there is gone here.
bool may_have_been_elsewhere(const Exchange& refused, const World& world) {
  const Check check = refused.trail.back().check;
  return check == Check::client_is_known ||
         (world.dialect == Dialect::genesys && check == Check::client_is_registered_in_org);
}

/// JSON pointers of what the failed check looked at.
std::vector<std::string> looked_at(const Exchange& refused, const World& world) {
  std::vector<std::string> pointers{place(refused.trail.back(), refused.subject)};
  if (!may_have_been_elsewhere(refused, world)) return pointers;
  for (const auto& [name, org] : world.orgs) {
    Subject there = refused.subject;
    there.org = name;
    pointers.push_back(place(refused.trail.back(), there));
  }
  return pointers;
}

}  // namespace

std::optional<ChangeInJournal> change_behind(const Exchange& refused, const std::vector<Exchange>& journal,
                                             const World& world, const std::vector<ChangeBetween>& between) {
  if (refused.trail.empty()) return std::nullopt;
  using By = ChangeInJournal::By;
  const auto pointers = looked_at(refused, world);
  const auto concerns = [&](const ChangeMade& change) {
    return std::ranges::any_of(pointers, [&](const std::string& pointer) { return is_part_of(change.place, pointer); });
  };
  std::optional<ChangeInJournal> last;
  for (const Exchange& earlier : journal) {
    if (earlier.seq >= refused.seq) break;
    for (const ChangeMade& change : earlier.changes) {
      if (concerns(change)) last = {By::exchange, earlier.seq, change.what};
    }
  }
  for (const auto& [after, made] : between) {
    const bool is_later = !last || after >= last->exchange;
    if (after < refused.seq && is_later && concerns(made)) last = {By::step, after, made.what};
  }
  return last;
}

}  // namespace gcmock
