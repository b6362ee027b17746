// Permissions are "domain:entity:action". A role's policy may say "*" for all actions (sdk_source: the premium app
// wizard's roles) and for all entities (assumed: the same policy has both).
#include "gcmock/domain/world.h"

namespace gcmock {

namespace {

struct Parts {
  std::string_view domain, entity, action;
};

/// What is not of three parts is compared as a whole: all of it is the domain.
Parts parts_of(std::string_view permission) {
  const auto first = permission.find(':');
  const auto second = first == std::string_view::npos ? first : permission.find(':', first + 1);
  if (second == std::string_view::npos) return {permission, {}, {}};
  return {permission.substr(0, first), permission.substr(first + 1, second - first - 1), permission.substr(second + 1)};
}

bool covers(std::string_view held, std::string_view needed) {
  return held == "*" || held == needed;
}

}  // namespace

bool permits(const Permission& held, const Permission& needed) {
  const auto has = parts_of(held.value);
  const auto wants = parts_of(needed.value);
  return has.domain == wants.domain && covers(has.entity, wants.entity) && covers(has.action, wants.action);
}

}  // namespace gcmock
