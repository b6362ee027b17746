#include "gcmock/evidence/deviations.h"

#include <algorithm>
#include <vector>

namespace gcmock {
namespace {

const std::vector<KnownDeviation> deviations{
    {"putOrganizationsMe", 409, "",
     "the description declares no body, but codes for one: it has the body of all errors"},
    {"postOauthClients", 400, "/message",
     "`bad.client.role` has another text in postOauthClientSecret, which says what is wrong here: that one is told"},
};

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
