// Ids of roles are their names in the world; those of new ones are UUIDs. That two roles of one name are refused as a
// conflict is assumed; so is that a name is searched for anywhere in the roles' names.
#include "api/roles.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "api/grantees.h"
#include "api/json_body.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/role_entities.h"
#include "api/text_search.h"

namespace gcmock {
namespace {

constexpr std::size_t most_ids = 100;  // vendor_openapi, max.role.ids

ApiFault no_such_role(const ApiCall& call) {
  return not_there("a role", path_id(call, 0));
}

// Users who have it in at least one division (vendor_openapi, getAuthorizationRole); clients do not count.
std::size_t user_count(const Org& org, const RoleName& role) {
  const auto has_it = [&](const auto& user) {
    return std::ranges::find(user.second.roles, role) != user.second.roles.end();
  };
  return static_cast<std::size_t>(std::ranges::count_if(org.users, has_it));
}

Json role_with_count(const ApiCall& call, const Query& query, const Role& role) {
  auto entity = organization_role(role);
  if (!query.lists("userCount", "false")) entity["userCount"] = user_count(call.org, role.name);
  // The mock does not watch who uses what: nobody's permission is unused.
  if (query.lists("expand", "unusedPermissions")) entity["unusedPermissions"] = Json::array();
  return entity;
}

bool has_all(const Role& role, const std::vector<std::string>& permissions) {
  return std::ranges::all_of(permissions, [&](const std::string& wanted) {
    return std::ranges::find(role.permissions, Permission(wanted)) != role.permissions.end();
  });
}

bool is_in(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool is_wanted(const Query& query, const Role& role) {
  const auto* name = query.value("name");
  const auto default_role = role.default_role.value_or(RoleName()).value;
  return is_in(query.list("id"), role.name.value) && is_in(query.list("defaultRoleId"), default_role) &&
         has_all(role, query.list("permission")) && (name == nullptr || contains_text(role.shown_name(), *name));
}

std::optional<ApiFault> check_list(const Query& query) {
  if (auto fault = check_truth(query, "userCount")) return fault;
  const auto count = query.list("id").size();
  if (count <= most_ids) return std::nullopt;
  return ApiFault{
      Check::query_is_acceptable, RefusalReason::too_many_role_ids, "at most 100 ids", std::to_string(count), {}};
}

std::optional<ApiFault> check_name(const Org& org, const Role& role) {
  const auto is_another = [&](const auto& each) {
    return each.first != role.name && is_same_text(each.second.shown_name(), role.shown_name());
  };
  if (std::ranges::none_of(org.roles, is_another)) return std::nullopt;
  return ApiFault{Check::state_allows_operation,
                  RefusalReason::request_conflict,
                  "no other role of that name",
                  role.shown_name(),
                  {}};
}

std::optional<ApiFault> check_room(const Org& org) {
  const auto most = org.capacity.roles;
  if (!most || org.roles.size() < static_cast<std::size_t>(*most)) return std::nullopt;
  return ApiFault{Check::limit_allows_operation,
                  RefusalReason::too_many_roles,
                  "at most " + std::to_string(*most) + " roles in this org",
                  std::to_string(org.roles.size()) + " are there",
                  {}};
}

ApiOutcome done(const ApiCall& call, const Role& role) {
  return ApiDone{200, text_of(role_with_count(call, Query(call.request), role)), {PutRole{call.org.name, role}}};
}

// The body's words for the role: what is left out is empty from now on (assumed of PUT).
std::variant<Role, ApiFault> role_of_body(const ApiCall& call, Role role) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  auto said = read_role(std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&said)) return std::move(*fault);
  auto& read = std::get<RoleInBody>(said);
  role.display_name = std::move(read.name);
  role.description = std::move(read.description);
  role.permissions = std::move(read.permissions);
  if (read.default_role) role.default_role = std::move(read.default_role);
  if (auto fault = check_name(call.org, role)) return *std::move(fault);
  return role;
}

}  // namespace

const Role* role_of_path(const ApiCall& call) {
  const auto role = call.org.roles.find(RoleName(path_id(call, 0)));
  return role == call.org.roles.end() ? nullptr : &role->second;
}

ApiOutcome list_roles(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  if (auto fault = check_list(query)) return *std::move(fault);
  std::vector<Json> entities;
  for (const auto& [name, role] : call.org.roles) {
    if (is_wanted(query, role)) entities.push_back(role_with_count(call, query, role));
  }
  sort_by_member(entities, query, "name");
  return ApiDone{200, text_of(listing(entities, std::get<PageRequest>(page), "/api/v2/authorization/roles")), {}};
}

ApiOutcome create_role(const ApiCall& call) {
  auto role = role_of_body(call, Role{});
  if (auto* fault = std::get_if<ApiFault>(&role)) return std::move(*fault);
  if (auto fault = check_room(call.org)) return *std::move(fault);
  std::get<Role>(role).name = RoleName(call.ids.uuid());
  return done(call, std::get<Role>(role));
}

ApiOutcome get_role(const ApiCall& call) {
  const Query query(call.request);
  static constexpr std::array<std::string_view, 1> expansions{"unusedPermissions"};
  if (auto fault = check_truth(query, "userCount")) return *std::move(fault);
  if (auto fault = check_words(query, "expand", expansions)) return *std::move(fault);
  const auto* role = role_of_path(call);
  if (role == nullptr) return no_such_role(call);
  return ApiDone{200, text_of(role_with_count(call, query, *role)), {}};
}

ApiOutcome put_role(const ApiCall& call) {
  const auto* before = role_of_path(call);
  if (before == nullptr) return no_such_role(call);
  auto role = role_of_body(call, *before);
  if (auto* fault = std::get_if<ApiFault>(&role)) return std::move(*fault);
  return done(call, std::get<Role>(role));
}

ApiOutcome patch_role(const ApiCall& call) {
  const auto* before = role_of_path(call);
  if (before == nullptr) return no_such_role(call);
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const auto needs_update = truth_member(std::get<Json>(body), "roleNeedsUpdate");
  if (needs_update.fault()) return *needs_update.fault();
  auto role = *before;
  if (needs_update.value()) role.update = *needs_update.value() ? Role::Update::needed : Role::Update::none;
  return done(call, role);
}

ApiOutcome delete_role(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return no_such_role(call);
  return ApiDone{200, "", {RemoveRole{call.org.name, role->name}}};
}

}  // namespace gcmock
