// Damerau-Levenshtein distance, and the words of a suggestion.
#include "scenario/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace gcmock {
namespace {

std::string folded(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return c == '-' ? '_' : std::tolower(c); });
  return out;
}

/// The candidate that the word begins or that begins the word, if half of it at least: "okay", "perm".
std::optional<std::string> cut_short(const std::string& wanted, std::span<const std::string> candidates) {
  const auto is_most_of = [](std::string_view part, std::string_view whole) {
    return part.size() >= 2 && whole.starts_with(part) && part.size() * 2 >= whole.size();
  };
  const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const std::string& candidate) {
    return is_most_of(folded(candidate), wanted) || is_most_of(wanted, folded(candidate));
  });
  return found == candidates.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::vector<std::size_t> row(other.size() + 1);
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates) {
  const std::string wanted = folded(word);
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(wanted, folded(candidate));
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best ? best : cut_short(wanted, candidates);
}

std::optional<std::string> surely_meant(std::string_view word, std::span<const std::string> candidates) {
  constexpr std::size_t short_way = 2;
  const std::optional<std::string> best = closest(word, candidates);
  if (!best) return std::nullopt;
  const std::string wanted = folded(word);
  const std::size_t distance = edit_distance(wanted, folded(*best));
  const bool has_rival = std::any_of(candidates.begin(), candidates.end(), [&](const std::string& candidate) {
    return candidate != *best && edit_distance(wanted, folded(candidate)) <= distance + 1;
  });
  return distance <= short_way && !has_rival ? best : std::nullopt;
}

std::string listed(std::span<const std::string> words, std::string_view last_joint) {
  constexpr std::size_t most = 12;
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == most && words.size() > most + 1) return out + fmt::format(", … ({} in all)", words.size());
    const bool is_last = i + 1 == words.size();
    if (i > 0) out += is_last ? fmt::format(" {} ", last_joint) : ", ";
    out += fmt::format("\"{}\"", words[i]);
  }
  return out;
}

std::string suggest(std::string_view word, std::span<const std::string> candidates, std::string_view empty) {
  if (const std::optional<std::string> meant = closest(word, candidates))
    return fmt::format("did you mean \"{}\"?", *meant);
  if (candidates.empty()) return std::string(empty);
  return (candidates.size() == 1 ? "there is only " : "there are ") + listed(candidates, "and");
}

}  // namespace gcmock
