// Did you mean …?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// Insertions, deletions, replacements and swaps of neighbours that make one of the other (optimal string alignment).
std::size_t edit_distance(std::string_view one, std::string_view other);

/// The candidate that was probably meant; empty where none is near. Case and '-' for '_' count little; so
/// does an end that is missing or too much.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates);

/// The same where it can hardly be another: a short way off, and every other candidate farther.
std::optional<std::string> surely_meant(std::string_view word, std::span<const std::string> candidates);

/// `did you mean "active"?`, or, where nothing is near, what there is: `one of "active", "inactive"`. `empty`: what
/// to say where there is nothing at all.
std::string suggest(std::string_view word, std::span<const std::string> candidates, std::string_view empty);

/// `"a", "b" or "c"`, the rest cut short behind twelve.
std::string listed(std::span<const std::string> words, std::string_view last_joint);

}  // namespace gcmock
