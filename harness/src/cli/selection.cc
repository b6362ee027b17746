// Which scenarios of the named paths are meant.
#include "cli/selection.h"

#include <algorithm>

#include "gcmock/harness/scenario.h"
#include "scenario/scenario_files.h"

namespace gcmock {
namespace {

bool has_one_of(const std::vector<std::string>& wanted, const std::string& file) {
  if (wanted.empty()) return true;
  const LoadedScenario loaded = load_scenario(file);
  if (!loaded.scenario) return true;
  const std::vector<std::string>& tags = loaded.scenario->tags;
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& tag) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); });
}

bool is_named(const std::vector<std::string>& filters, std::string_view id) {
  return filters.empty() || std::any_of(filters.begin(), filters.end(),
                                        [&](const std::string& filter) { return glob_matches(filter, id); });
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

bool glob_matches(std::string_view pattern, std::string_view text) {
  if (pattern.find_first_of("*?") == std::string_view::npos) return text.find(pattern) != std::string_view::npos;
  std::size_t p = 0, t = 0;
  std::size_t star = std::string_view::npos, taken = 0;  // the last '*', and how much of the text it has eaten
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool is_in(const Shard& shard, std::string_view id) {
  return stable_hash(id) % shard.count == shard.index - 1;
}

std::vector<std::string> select_files(const std::vector<std::string>& files, const Selection& selection) {
  std::vector<std::string> selected;
  for (const std::string& file : files) {
    const std::string id = scenario_id(file);
    if (is_named(selection.filters, id) && is_in(selection.shard, id) && has_one_of(selection.tags, file)) {
      selected.push_back(file);
    }
  }
  return selected;
}

}  // namespace gcmock
