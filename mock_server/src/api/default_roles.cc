#include "api/default_roles.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/role_entities.h"
#include "api/roles.h"

namespace gcmock {
namespace {

constexpr std::string_view path = "/api/v2/authorization/roles/default";

Role restored(const Role& shipped) {
  auto role = shipped;
  role.default_role = shipped.name;
  return role;
}

// The org's role that stems from this default role; null where it has none.
const Role* role_from(const Org& org, const RoleName& default_role) {
  const auto stems = [&](const auto& role) { return role.second.default_role == default_role; };
  const auto found = std::ranges::find_if(org.roles, stems);
  if (found != org.roles.end()) return &found->second;
  const auto same = org.roles.find(default_role);
  return same == org.roles.end() ? nullptr : &same->second;
}

// It keeps its id in the org: whoever has the role has it still.
Role restored_in(const Org& org, const Role& shipped) {
  auto role = restored(shipped);
  if (const auto* there = role_from(org, shipped.name)) role.name = there->name;
  return role;
}

ApiOutcome restore(const ApiCall& call, const std::vector<const Role*>& shipped) {
  ApiDone done;
  std::vector<Json> entities;
  for (const auto* each : shipped) {
    auto role = restored_in(call.org, *each);
    entities.push_back(organization_role(role));
    done.changes.emplace_back(PutRole{call.org.name, std::move(role)});
  }
  done.body = text_of(listing_of_all(entities, path));
  return done;
}

Json settings_entity(const RoleSettings& settings) {
  return {{"backfillEnabled", settings.backfill == RoleSettings::Backfill::on},
          {"authorizationGrantDivisionAware", settings.division_aware_grants == RoleSettings::DivisionAwareGrants::on},
          {"selfUri", "/api/v2/authorization/roles/settings"}};
}

Json policies(const std::vector<Permission>& permissions) {
  auto list = Json::array();
  for (const auto& policy : policies_of(permissions)) list.push_back(permission_policy(policy));
  return list;
}

std::vector<Permission> common(const std::vector<Permission>& some, const std::vector<Permission>& others) {
  std::vector<Permission> both;
  for (const auto& each : some) {
    if (std::ranges::find(others, each) != others.end()) both.push_back(each);
  }
  return both;
}

std::vector<Permission> missing(const std::vector<Permission>& some, const std::vector<Permission>& others) {
  std::vector<Permission> rest;
  for (const auto& each : some) {
    if (std::ranges::find(others, each) == others.end()) rest.push_back(each);
  }
  return rest;
}

ApiOutcome difference(const Role& role, const Role& shipped) {
  const Json entity{{"removedPermissionPolicies", policies(missing(shipped.permissions, role.permissions))},
                    {"addedPermissionPolicies", policies(missing(role.permissions, shipped.permissions))},
                    {"samePermissionPolicies", policies(common(role.permissions, shipped.permissions))},
                    {"userOrgRole", organization_role(role)},
                    {"roleFromDefault", organization_role(restored(shipped))}};
  return ApiDone{200, text_of(entity), {}};
}

std::variant<Role, ApiFault> unsaved_role(const ApiCall& call, Role role) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  auto said = read_role(std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&said)) return std::move(*fault);
  auto& read = std::get<RoleInBody>(said);
  if (!read.name.empty()) role.display_name = std::move(read.name);
  role.description = std::move(read.description);
  role.permissions = std::move(read.permissions);
  return role;
}

// What the body means: by the default role that it stems from, or else by its id.
std::variant<const Role*, ApiFault> listed_default(const ApiCall& call, const Json& item) {
  auto said = read_role(item);
  if (auto* fault = std::get_if<ApiFault>(&said)) return std::move(*fault);
  const auto& read = std::get<RoleInBody>(said);
  const auto id = read.default_role.value_or(RoleName(read.id));
  const auto shipped = call.org.default_roles.find(id);
  if (shipped == call.org.default_roles.end()) return not_there("a default role", id.value);
  return &shipped->second;
}

}  // namespace

ApiOutcome restore_default_roles(const ApiCall& call) {
  const Query query(call.request);
  if (auto fault = check_truth(query, "force")) return *std::move(fault);
  std::vector<const Role*> shipped;
  for (const auto& [name, role] : call.org.default_roles) {
    if (query.lists("force", "true") || role_from(call.org, name) == nullptr) shipped.push_back(&role);
  }
  return restore(call, shipped);
}

ApiOutcome restore_listed_default_roles(const ApiCall& call) {
  auto body = read_body(call, BodyKind::list);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  std::vector<const Role*> shipped;
  for (const auto& item : std::get<Json>(body)) {
    auto role = listed_default(call, item);
    if (auto* fault = std::get_if<ApiFault>(&role)) return std::move(*fault);
    shipped.push_back(std::get<const Role*>(role));
  }
  return restore(call, shipped);
}

ApiOutcome get_role_settings(const ApiCall& call) {
  return ApiDone{200, text_of(settings_entity(call.org.role_settings)), {}};
}

ApiOutcome put_role_settings(const ApiCall& call) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const auto backfill = truth_member(std::get<Json>(body), "backfillEnabled");
  const auto aware = truth_member(std::get<Json>(body), "authorizationGrantDivisionAware");
  for (const auto* member : {&backfill, &aware}) {
    if (member->fault()) return *member->fault();
  }
  auto settings = call.org.role_settings;
  if (backfill.value()) settings.backfill = RoleSettings::Backfill{*backfill.value()};
  if (aware.value()) settings.division_aware_grants = RoleSettings::DivisionAwareGrants{*aware.value()};
  return ApiDone{200, text_of(settings_entity(settings)), {SetRoleSettings{call.org.name, settings}}};
}

ApiOutcome compare_with_default(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  const auto shipped = call.org.default_roles.find(RoleName(path_id(call, 1)));
  if (shipped == call.org.default_roles.end()) return not_there("a default role", path_id(call, 1));
  if (call.request.method == "GET") return difference(*role, shipped->second);
  auto unsaved = unsaved_role(call, *role);
  if (auto* fault = std::get_if<ApiFault>(&unsaved)) return std::move(*fault);
  return difference(std::get<Role>(unsaved), shipped->second);
}

}  // namespace gcmock
