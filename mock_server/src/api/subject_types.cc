#include "api/subject_types.h"

#include <algorithm>
#include <array>

#include "api/query.h"

namespace gcmock {
namespace {

constexpr std::string_view allowed = "PC_USER, PC_GROUP, PC_OAUTH_CLIENT";

/// One operation declares a code of its own for it (source: vendor_openapi, postAuthorizationRole).
bool has_a_code_of_its_own(const ApiCall& call) {
  return call.route.endpoint == Endpoint::authorization_role;
}

}  // namespace

std::optional<ApiFault> check_subject_type(const ApiCall& call) {
  static constexpr std::array<std::string_view, 3> types{"PC_USER", "PC_GROUP", "PC_OAUTH_CLIENT"};
  const Query query(call.request);
  const auto* type = query.value("subjectType");
  if (type == nullptr || std::ranges::find(types, *type) != types.end()) return std::nullopt;
  const std::string expected = "subjectType in " + std::string(allowed);
  if (has_a_code_of_its_own(call))
    return ApiFault{Check::query_is_acceptable, RefusalReason::subject_type_invalid, expected, *type, {}};
  return ApiFault{Check::query_is_acceptable,
                  RefusalReason::query_value_invalid,
                  expected,
                  *type,
                  {*type, "subjectType", std::string(allowed)}};
}

bool is_of_asked_type(const ApiCall& call, const Grantee& subject) {
  const Query query(call.request);
  const auto declared = words_of(call.route.operation->query);
  if (std::ranges::find(declared, "subjectType") == declared.end()) return true;
  const auto* type = query.value("subjectType");
  return type_of(subject) == (type == nullptr ? "PC_USER" : *type);
}

}  // namespace gcmock
