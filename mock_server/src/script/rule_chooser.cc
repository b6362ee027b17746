// Chooses rules: see rule_chooser.h.
#include "script/rule_chooser.h"

#include <utility>

namespace gcmock {
namespace {

template <class T>
bool asks_for(const std::optional<T>& wanted, const std::optional<T>& found) {
  return !wanted || wanted == found;
}

}  // namespace

bool matches(const When& when, const Asked& asked) {
  return (!when.endpoint || *when.endpoint == asked.endpoint) && (!when.method || *when.method == asked.method) &&
         asks_for(when.grant, asked.grant) && asks_for(when.org, asked.subject.org) &&
         asks_for(when.client, asked.subject.client) && asks_for(when.user, asked.subject.user);
}

RuleChooser::RuleChooser(Script script)
    : script_(std::move(script)), matched_(script_.rules.size()), fired_(script_.rules.size()) {}

std::optional<std::size_t> RuleChooser::choose(const Asked& asked) {
  std::optional<std::size_t> speaks;
  for (std::size_t i = 0; i < script_.rules.size(); ++i) {
    const auto& when = script_.rules[i].when;
    if (!matches(when, asked)) continue;
    ++matched_[i];
    const bool is_due = !when.nth || *when.nth == matched_[i];
    if (is_due && !speaks) speaks = i;
  }
  if (speaks) ++fired_[*speaks];
  return speaks;
}

}  // namespace gcmock
