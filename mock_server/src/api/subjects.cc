#include "api/subjects.h"

#include <nlohmann/json.hpp>

#include "api/divisions.h"
#include "api/grantees.h"
#include "api/parameters.h"
#include "api/role_entities.h"
#include "api/user_authorization.h"

namespace gcmock {
namespace {

constexpr std::size_t most_ids = 100;  // vendor_openapi, max.subject.ids

void append_grants(Json& list, const Org& org, const Grantee& subject, const RoleName& name,
                   const std::set<DivisionId>& divisions) {
  const auto role = org.roles.find(name);
  if (role == org.roles.end()) return;
  for (const auto& id : divisions) {
    const auto division = find_division(org, id.value);
    if (!division) continue;
    list.push_back(
        {{"subjectId", subject.id}, {"division", authz_division(*division)}, {"role", grant_role(role->second)}});
  }
}

// Grants come from nowhere else than the subject itself: there are no duplicates to include.
ApiOutcome subject_entity(const ApiCall& call, const std::optional<Grantee>& subject, std::string_view id) {
  if (auto fault = check_truth(Query(call.request), "includeDuplicates")) return *std::move(fault);
  if (!subject) return not_there("a user or an OAuth client", id);
  auto grants = Json::array();
  for (const auto& [role, divisions] : subject->grants) append_grants(grants, call.org, *subject, role, divisions);
  const Json entity{{"id", subject->id},
                    {"name", subject->name},
                    {"grants", std::move(grants)},
                    {"selfUri", "/api/v2/authorization/subjects/" + subject->id}};
  return ApiDone{200, text_of(entity), {}};
}

}  // namespace

ApiOutcome get_subject_me(const ApiCall& call) {
  return subject_entity(call, calling_grantee(call), "a guest of another org");
}

ApiOutcome get_subject(const ApiCall& call) {
  const auto id = path_id(call, 0);
  return subject_entity(call, find_grantee(call, id), id);
}

// An id that is nobody's is left out (assumed).
ApiOutcome count_roles_of_subjects(const ApiCall& call) {
  const auto ids = Query(call.request).list("id");
  if (ids.size() > most_ids) {
    return ApiFault{Check::query_is_acceptable,
                    RefusalReason::too_many_subject_ids,
                    "at most 100 ids",
                    std::to_string(ids.size()),
                    {}};
  }
  auto counts = Json::object();
  for (const auto& id : ids) {
    if (const auto subject = find_grantee(call, id)) counts[id] = subject->grants.size();
  }
  return ApiDone{200, text_of(counts), {}};
}

ApiOutcome get_user_roles(const ApiCall& call) {
  const auto id = path_id(call, 0);
  const auto subject = find_grantee(call, id);
  if (!subject) return not_there("a user or an OAuth client", id);
  return ApiDone{200, text_of(user_authorization(call.org, *subject)), {}};
}

}  // namespace gcmock
