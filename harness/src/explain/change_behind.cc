#include "explain/change_behind.h"

#include <algorithm>

#include "explain/looked_at.h"
#include "explain/revocation.h"

namespace gcmock {
namespace {

bool is_part_of(const std::string& whole, const std::string& pointer) {
  return !whole.empty() && pointer.starts_with(whole) &&
         (pointer.size() == whole.size() || pointer[whole.size()] == '/');
}

}  // namespace

std::optional<ChangeInJournal> change_behind(const Exchange& refused, const std::vector<Exchange>& journal,
                                             const World& world, const std::vector<ChangeBetween>& between) {
  if (refused.trail.empty()) return std::nullopt;
  using By = ChangeInJournal::By;
  const std::vector<std::string> pointers = looked_at(refused, world);
  const Revocation revocation(refused, journal, world);
  const std::string first = pointers.empty() ? std::string{} : pointers.front();
  std::optional<ChangeInJournal> last;
  const auto place_concerned = [&](const ChangeMade& change, const Exchange* by) -> std::optional<std::string> {
    const auto concerned =
        std::ranges::find_if(pointers, [&](const std::string& pointer) { return is_part_of(change.place, pointer); });
    if (concerned != pointers.end()) return *concerned;
    return revocation.is_by(change, by) ? std::optional(first) : std::nullopt;
  };
  for (const Exchange& earlier : journal) {
    if (earlier.seq >= refused.seq) break;
    for (const ChangeMade& change : earlier.changes) {
      if (const auto at = place_concerned(change, &earlier)) last = {By::exchange, earlier.seq, change.what, 0, *at};
    }
    if (revocation.is_by_reuse(earlier)) {
      last = {By::exchange, earlier.seq, earlier.subject.token + " was presented again, which revoked its grant", 0,
              first};
    }
  }
  for (std::size_t i = 0; i < between.size(); ++i) {
    const auto& [after, made] = between[i];
    const bool is_later = !last || after >= last->exchange;
    if (after >= refused.seq || !is_later) continue;
    if (const auto at = place_concerned(made, nullptr)) last = {By::step, after, made.what, i, *at};
  }
  return last;
}

}  // namespace gcmock
