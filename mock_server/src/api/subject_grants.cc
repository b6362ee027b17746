// Taking what a subject has not is no fault (assumed); giving a role or division that the org has not is one where the
// operation declares bad.role.divisions.
#include "api/subject_grants.h"

#include <nlohmann/json.hpp>

#include "api/divisions.h"
#include "api/grantees.h"
#include "api/json_body.h"
#include "api/parameters.h"
#include "api/subject_types.h"
#include "api/user_authorization.h"

namespace gcmock {
namespace {

const Permission may_add("authorization:grant:add");
const Permission may_remove("authorization:grant:delete");

ApiFault bad_pair(std::string found) {
  return {Check::body_is_acceptable,
          RefusalReason::role_divisions_invalid,
          "roles and divisions of this org",
          std::move(found),
          {}};
}

/// RoleDivisionGrants.grants: pairs of ids.
std::variant<RoleDivisions, ApiFault> pairs_of_body(const ApiCall& call) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const auto& listed = std::get<Json>(body)["grants"];
  if (!listed.is_array()) return wrong_value("grants", listed.type_name(), "a list of roleId and divisionId");
  RoleDivisions pairs;
  for (const auto& pair : listed) {
    const auto role = text_member(pair, "roleId").value();
    const auto division = text_member(pair, "divisionId").value();
    if (!role || !division) return wrong_value("grants", pair.type_name(), "a list of roleId and divisionId");
    pairs[RoleName(*role)].insert(DivisionId(*division));
  }
  return pairs;
}

std::optional<ApiFault> check_pairs(const Org& org, const RoleDivisions& pairs) {
  for (const auto& [role, divisions] : pairs) {
    if (!org.roles.contains(role)) return bad_pair("role " + role.value);
    for (const auto& division : divisions) {
      if (!find_division(org, division.value)) return bad_pair("division " + division.value);
    }
  }
  return std::nullopt;
}

RoleDivisions with(RoleDivisions some, const RoleDivisions& others) {
  for (const auto& [role, divisions] : others) some[role].insert(divisions.begin(), divisions.end());
  return some;
}

std::variant<Grantee, ApiFault> subject_of_path(const ApiCall& call) {
  if (auto fault = check_subject_type(call)) return *std::move(fault);
  const auto id = path_id(call, 0);
  auto subject = find_grantee(call, id);
  if (!subject || !is_of_asked_type(call, *subject)) return not_there("a user or an OAuth client", id);
  return *std::move(subject);
}

/// What the subject is to have from now on: what it gains and loses is asked of the caller division by division.
ApiOutcome settle_grants(const ApiCall& call, const Grantee& subject, const RoleDivisions& grants, int status) {
  const auto gained = without(grants, subject.grants);
  if (auto fault = check_divisions(call, gained, may_add)) return *std::move(fault);
  if (auto fault = check_divisions(call, without(subject.grants, grants), may_remove)) return *std::move(fault);
  if (auto fault = gained.empty() ? std::nullopt : check_role_count(call.org, grants)) return *std::move(fault);
  return ApiDone{status, "", {set_grants(call, subject, grants)}};
}

/// Of the path: /divisions/{divisionId}/roles/{roleId}.
std::variant<RoleDivisions, ApiFault> pair_of_path(const ApiCall& call) {
  const auto division = path_id(call, 1);
  const auto role = path_id(call, 2);
  if (!find_division(call.org, division)) return not_there("a division", division);
  if (!call.org.roles.contains(RoleName(role))) return not_there("a role", role);
  return RoleDivisions{{RoleName(role), {DivisionId(division)}}};
}

ApiFault bad_roles(std::string found) {
  return {
      Check::body_is_acceptable, RefusalReason::user_roles_invalid, "ids of roles of this org", std::move(found), {}};
}

// A role that the user has keeps its divisions; another one is held in the home division (assumed).
std::variant<RoleDivisions, ApiFault> roles_of_body(const ApiCall& call, const Grantee& subject) {
  auto body = read_body(call, BodyKind::list);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  RoleDivisions grants;
  for (const auto& item : std::get<Json>(body)) {
    if (!item.is_string()) return bad_roles(item.type_name());
    const RoleName role(item.get<std::string>());
    if (!call.org.roles.contains(role)) return bad_roles(role.value);
    const auto held = subject.grants.find(role);
    grants[role] = held != subject.grants.end() ? held->second : std::set{home_division(call.org).id};
  }
  return grants;
}

ApiFault no_active_user(std::string id) {
  return {Check::entity_exists, RefusalReason::user_not_found, "an active user of this org", std::move(id), {}};
}

bool is_active(const Org& org, const Grantee& subject) {
  const auto* name = std::get_if<UserName>(&subject.who);
  return name == nullptr || org.users.at(*name).status == UserStatus::active;
}

}  // namespace

ApiOutcome add_grants(const ApiCall& call) {
  auto subject = subject_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&subject)) return std::move(*fault);
  auto pairs = pairs_of_body(call);
  if (auto* fault = std::get_if<ApiFault>(&pairs)) return std::move(*fault);
  if (auto fault = check_pairs(call.org, std::get<RoleDivisions>(pairs))) return *std::move(fault);
  const auto& holder = std::get<Grantee>(subject);
  return settle_grants(call, holder, with(holder.grants, std::get<RoleDivisions>(pairs)), 204);
}

ApiOutcome remove_grants(const ApiCall& call) {
  auto subject = subject_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&subject)) return std::move(*fault);
  auto pairs = pairs_of_body(call);
  if (auto* fault = std::get_if<ApiFault>(&pairs)) return std::move(*fault);
  const auto& holder = std::get<Grantee>(subject);
  return settle_grants(call, holder, without(holder.grants, std::get<RoleDivisions>(pairs)), 204);
}

ApiOutcome replace_grants(const ApiCall& call) {
  auto subject = subject_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&subject)) return std::move(*fault);
  auto pairs = pairs_of_body(call);
  if (auto* fault = std::get_if<ApiFault>(&pairs)) return std::move(*fault);
  if (auto fault = check_pairs(call.org, std::get<RoleDivisions>(pairs))) return *std::move(fault);
  return settle_grants(call, std::get<Grantee>(subject), std::get<RoleDivisions>(pairs), 204);
}

ApiOutcome add_grant(const ApiCall& call) {
  auto subject = subject_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&subject)) return std::move(*fault);
  auto pair = pair_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&pair)) return std::move(*fault);
  const auto& holder = std::get<Grantee>(subject);
  return settle_grants(call, holder, with(holder.grants, std::get<RoleDivisions>(pair)), 200);
}

ApiOutcome remove_grant(const ApiCall& call) {
  auto subject = subject_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&subject)) return std::move(*fault);
  auto pair = pair_of_path(call);
  if (auto* fault = std::get_if<ApiFault>(&pair)) return std::move(*fault);
  const auto& holder = std::get<Grantee>(subject);
  return settle_grants(call, holder, without(holder.grants, std::get<RoleDivisions>(pair)), 200);
}

ApiOutcome put_user_roles(const ApiCall& call) {
  const auto id = path_id(call, 0);
  auto subject = find_grantee(call, id);
  if (!subject || !is_active(call.org, *subject)) return no_active_user(id);
  auto grants = roles_of_body(call, *subject);
  if (auto* fault = std::get_if<ApiFault>(&grants)) return std::move(*fault);
  auto outcome = settle_grants(call, *subject, std::get<RoleDivisions>(grants), 200);
  if (auto* done = std::get_if<ApiDone>(&outcome)) {
    subject->grants = std::get<RoleDivisions>(std::move(grants));
    done->body = text_of(user_authorization(call.org, *subject));
  }
  return outcome;
}

}  // namespace gcmock
