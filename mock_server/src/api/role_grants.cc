// Adding users to a role grants it in the home division (assumed: the operation names none); removing them takes it in
// all divisions. A user who has it already, or who has it not, is no fault.
#include "api/role_grants.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/divisions.h"
#include "api/grantees.h"
#include "api/json_body.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/roles.h"
#include "api/subject_types.h"
#include "api/text_search.h"

namespace gcmock {
namespace {

const Permission may_add("authorization:grant:add");
const Permission may_remove("authorization:grant:delete");

std::string path_below(const Role& role, std::string_view last) {
  return "/api/v2/authorization/roles/" + role.name.value + std::string(last);
}

ApiFault malformed(std::string expected, std::string found) {
  return {Check::body_is_acceptable, RefusalReason::role_request_malformed, std::move(expected), std::move(found), {}};
}

ApiFault no_active_user(std::string id) {
  return {Check::entity_exists, RefusalReason::user_not_found, "an active user of this org", std::move(id), {}};
}

std::variant<std::set<DivisionId>, ApiFault> divisions_of_body(const ApiCall& call, const Json& body) {
  const auto ids = texts_member(body, "divisionIds");
  if (ids.fault()) return *ids.fault();
  std::set<DivisionId> divisions;
  for (const auto& id : *ids.value()) {
    if (!find_division(call.org, id)) return malformed("divisions of this org", id);
    divisions.insert(DivisionId(id));
  }
  return divisions;
}

std::variant<std::vector<Grantee>, ApiFault> subjects_of_body(const ApiCall& call, const Json& body) {
  const auto ids = texts_member(body, "subjectIds");
  if (ids.fault()) return *ids.fault();
  std::vector<Grantee> subjects;
  for (const auto& id : *ids.value()) {
    auto subject = find_grantee(call, id);
    if (!subject || !is_of_asked_type(call, *subject)) return malformed("subjects of this org and of that type", id);
    subjects.push_back(*std::move(subject));
  }
  return subjects;
}

/// Lets each of them have the role in these divisions as well.
ApiOutcome grant(const ApiCall& call, const RoleName& role, const std::vector<Grantee>& subjects,
                 const std::set<DivisionId>& divisions) {
  ApiDone done{204, "", {}};
  for (const auto& subject : subjects) {
    auto grants = subject.grants;
    grants[role].insert(divisions.begin(), divisions.end());
    if (auto fault = check_role_count(call.org, grants)) return *std::move(fault);
    done.changes.push_back(set_grants(call, subject, grants));
  }
  return done;
}

/// Users of the org whose ids a body lists.
std::variant<std::vector<Grantee>, ApiFault> users_of_body(const ApiCall& call) {
  auto body = read_body(call, BodyKind::list);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  std::vector<Grantee> users;
  for (const auto& id : std::get<Json>(body)) {
    if (!id.is_string()) return wrong_value("users", id.type_name(), "ids of users");
    auto user = find_grantee(call, id.get<std::string>());
    if (!user || !std::holds_alternative<UserName>(user->who)) return no_active_user(id.get<std::string>());
    users.push_back(*std::move(user));
  }
  return users;
}

std::string ids_of(const std::vector<Grantee>& users) {
  auto ids = Json::array();
  for (const auto& user : users) ids.push_back(user.id);
  return text_of(ids);
}

std::set<DivisionId> divisions_in(const std::vector<Grantee>& subjects, const RoleName& role) {
  std::set<DivisionId> all;
  for (const auto& subject : subjects) {
    const auto held = subject.grants.find(role);
    if (held != subject.grants.end()) all.insert(held->second.begin(), held->second.end());
  }
  return all;
}

Json subject_divisions(const Org& org, const Grantee& subject, const std::set<DivisionId>& divisions) {
  Json entity{{"id", subject.id}, {"name", subject.name}};
  entity["divisions"] = Json::array();
  for (const auto& id : divisions) {
    if (const auto division = find_division(org, id.value)) {
      entity["divisions"].push_back(division_reference(*division));
    }
  }
  entity["type"] = type_of(subject);
  entity["selfUri"] = "/api/v2/authorization/subjects/" + subject.id;
  return entity;
}

// UserReferenceEntityListing has no uris of other pages.
Json without_uris(Json body) {
  for (const auto* uri : {"firstUri", "lastUri", "selfUri", "nextUri", "previousUri"}) body.erase(uri);
  return body;
}

}  // namespace

ApiOutcome grant_role_to_subjects(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  if (auto fault = check_subject_type(call)) return *std::move(fault);
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  auto divisions = divisions_of_body(call, std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&divisions)) return std::move(*fault);
  auto subjects = subjects_of_body(call, std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&subjects)) return std::move(*fault);
  const auto& in = std::get<std::set<DivisionId>>(divisions);
  if (auto fault = check_divisions(call, in, may_add)) return *std::move(fault);
  return grant(call, role->name, std::get<std::vector<Grantee>>(subjects), in);
}

ApiOutcome list_users_of_role(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  auto page = read_page(Query(call.request));
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  std::vector<Json> entities;
  for (const auto& subject : grantees(call)) {
    if (!subject.grants.contains(role->name) || !std::holds_alternative<UserName>(subject.who)) continue;
    entities.push_back({{"id", subject.id}, {"selfUri", "/api/v2/users/" + subject.id}});
  }
  const auto body = listing(entities, std::get<PageRequest>(page), path_below(*role, "/users"));
  return ApiDone{200, text_of(without_uris(body)), {}};
}

ApiOutcome add_users_to_role(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  auto read = users_of_body(call);
  if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
  const auto& users = std::get<std::vector<Grantee>>(read);
  const std::set home{home_division(call.org).id};
  if (auto fault = check_divisions(call, home, may_add)) return *std::move(fault);
  auto outcome = grant(call, role->name, users, home);
  if (auto* done = std::get_if<ApiDone>(&outcome)) {
    done->status = 200;
    done->body = ids_of(users);
  }
  return outcome;
}

ApiOutcome remove_users_from_role(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  auto read = users_of_body(call);
  if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
  const auto& users = std::get<std::vector<Grantee>>(read);
  if (auto fault = check_divisions(call, divisions_in(users, role->name), may_remove)) return *std::move(fault);
  ApiDone done{200, ids_of(users), {}};
  for (const auto& user : users) {
    auto grants = user.grants;
    grants.erase(role->name);
    done.changes.push_back(set_grants(call, user, grants));
  }
  return done;
}

ApiOutcome list_subject_grants_of_role(const ApiCall& call) {
  const auto* role = role_of_path(call);
  if (role == nullptr) return not_there("a role", path_id(call, 0));
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  std::vector<Json> entities;
  for (const auto& subject : grantees(call)) {
    const auto held = subject.grants.find(role->name);
    if (held != subject.grants.end()) entities.push_back(subject_divisions(call.org, subject, held->second));
  }
  sort_by_member(entities, query, "name");
  const auto body = listing(entities, std::get<PageRequest>(page), path_below(*role, "/subjectgrants"));
  return ApiDone{200, text_of(body), {}};
}

}  // namespace gcmock
