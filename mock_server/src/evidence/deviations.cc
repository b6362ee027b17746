#include "gcmock/evidence/deviations.h"

#include <algorithm>
#include <vector>

namespace gcmock {
namespace {

// None at present: every answer of the sweep and of the shipped scenarios is one that the description allows.
const std::vector<KnownDeviation> deviations{};

std::string_view taken_token(std::string_view& pointer) {
  const auto slash = pointer.find('/', 1);
  const auto token = pointer.substr(0, slash);
  pointer.remove_prefix(token.size());
  return token;
}

/// "/entities/*/name" covers "/entities/3/name".
bool covers(std::string_view pattern, std::string_view pointer) {
  while (!pattern.empty() && !pointer.empty()) {
    const auto wanted = taken_token(pattern);
    if (taken_token(pointer) != wanted && wanted != "/*") return false;
  }
  return pattern.empty() && pointer.empty();
}

}  // namespace

std::span<const KnownDeviation> known_deviations() {
  return deviations;
}

const KnownDeviation* find_deviation(std::string_view operation, int status, std::string_view pointer) {
  const auto found = std::ranges::find_if(deviations, [&](const KnownDeviation& known) {
    return (known.operation == "*" || known.operation == operation) && known.status == status &&
           covers(known.pointer, pointer);
  });
  return found == deviations.end() ? nullptr : &*found;
}

}  // namespace gcmock
