// Chooses rules: see rule_chooser.h.
#include "script/rule_chooser.h"

#include <algorithm>

namespace gcmock {
namespace {

template <class T>
bool asks_for(const std::optional<T>& wanted, const std::optional<T>& found) {
  return !wanted || wanted == found;
}

bool equal_exactly(std::string_view left, std::string_view right) {
  return left == right;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equal_in_any_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right, [](char a, char b) { return lower(a) == lower(b); });
}

template <class SameName>
bool has_all(const NamedTexts* there, const WantedValues& wanted, SameName same_name) {
  static const NamedTexts nothing;
  const auto& found = there == nullptr ? nothing : *there;
  return std::ranges::all_of(wanted, [&](const auto& want) {
    const auto is_named = [&](const auto& item) { return same_name(item.first, want.first); };
    if (!want.second) return std::ranges::none_of(found, is_named);
    return std::ranges::any_of(found, [&](const auto& item) { return is_named(item) && item.second == *want.second; });
  });
}

/// What a rule and an earlier exchange ask alike.
template <class Pattern>
bool matches_subject(const Pattern& pattern, const Asked& asked) {
  return (!pattern.endpoint || *pattern.endpoint == asked.endpoint) &&
         (!pattern.method || *pattern.method == asked.method) && asks_for(pattern.grant, asked.grant) &&
         asks_for(pattern.org, asked.subject.org) && asks_for(pattern.client, asked.subject.client) &&
         asks_for(pattern.user, asked.subject.user);
}

bool is_in_time(const When& when, std::chrono::milliseconds now) {
  return (!when.since || now >= *when.since) && (!when.until || now < *when.until);
}

bool is_due(const When& when, int count) {
  return (!when.nth || *when.nth == count) && (!when.every || count % *when.every == 0) &&
         (!when.from || count >= *when.from) && (!when.to || count <= *when.to);
}

/// splitmix64: spreads what is alike; a request's draw depends on the seed, the rule and its count only.
std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

}  // namespace

bool matches(const When& when, const Asked& asked) {
  return matches_subject(when, asked) && (!when.path || *when.path == asked.path) &&
         is_in_time(when, asked.since_start) && has_all(asked.headers, when.headers, equal_in_any_case) &&
         has_all(asked.fields, when.fields, equal_exactly);
}

bool matches(const EarlierExchange& earlier, const EndedExchange& ended) {
  return matches_subject(earlier, ended.asked) && (!earlier.status || *earlier.status == ended.status) &&
         asks_for(earlier.refusal, ended.refusal);
}

RuleChooser::RuleChooser(Script script, std::uint64_t seed)
    : script_(std::move(script)),
      seed_(seed),
      matched_(script_.rules.size()),
      armed_(script_.rules.size()),
      fired_(script_.rules.size()) {}

int RuleChooser::count(std::size_t index, const Asked& asked) {
  auto& matched = matched_[index];
  ++matched.in_all;
  if (script_.rules[index].when.counted_per == CountedPer::rule) return matched.in_all;
  return ++matched.per_org[asked.subject.org.value_or(OrgName())];
}

bool RuleChooser::is_drawn(std::size_t index) const {
  const auto& probability = script_.rules[index].when.probability;
  if (!probability) return true;
  const auto drawn = mixed(seed_ ^ mixed(index ^ mixed(static_cast<std::uint64_t>(matched_[index].in_all))));
  return static_cast<double>(drawn >> 11) * 0x1p-53 < *probability;
}

std::optional<std::size_t> RuleChooser::choose(const Asked& asked) {
  std::optional<std::size_t> speaks;
  for (std::size_t i = 0; i < script_.rules.size(); ++i) {
    const auto& when = script_.rules[i].when;
    if ((when.after && armed_[i] == 0) || !matches(when, asked)) continue;
    const bool has_its_turn = is_due(when, count(i, asked)) && is_drawn(i);
    if (has_its_turn && !speaks) speaks = i;
  }
  if (speaks) ++fired_[*speaks];
  return speaks;
}

void RuleChooser::note(const EndedExchange& ended) {
  for (std::size_t i = 0; i < script_.rules.size(); ++i) {
    const auto& after = script_.rules[i].when.after;
    if (after && armed_[i] == 0 && matches(*after, ended)) armed_[i] = 1;
  }
}

}  // namespace gcmock
