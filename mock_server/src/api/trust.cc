#include "api/trust.h"

#include <array>

#include "api/care_trustees.h"
#include "api/pairings.h"
#include "api/trust_audits.h"
#include "api/trustee_members.h"
#include "api/trustees.h"
#include "api/trustors.h"

namespace gcmock {
namespace {

using enum Endpoint;

struct Performed {
  Endpoint endpoint;
  std::string_view method;
  ApiOutcome (*by)(const ApiCall&);
};

constexpr std::array table{
    Performed{orgauthorization_pairings, "POST", post_pairing},
    Performed{orgauthorization_pairing, "GET", get_pairing},
    Performed{orgauthorization_trustees, "GET", list_trustees},
    Performed{orgauthorization_trustees, "POST", post_trustee},
    Performed{orgauthorization_trustees_audits, "POST", query_trustee_audits},
    Performed{orgauthorization_trustees_care, "GET", list_care_orgs},
    Performed{orgauthorization_trustees_care, "POST", post_care_trustees},
    Performed{orgauthorization_trustees_default, "GET", get_default_trustee},
    Performed{orgauthorization_trustees_default, "POST", post_default_trustee},
    Performed{orgauthorization_trustee, "GET", get_trustee},
    Performed{orgauthorization_trustee, "PUT", put_trustee},
    Performed{orgauthorization_trustee, "DELETE", delete_trustee},
    Performed{orgauthorization_trustee_clonedusers, "GET", list_trustee_clones},
    Performed{orgauthorization_trustee_cloneduser, "DELETE", delete_trustee_clone},
    Performed{orgauthorization_trustee_groups, "GET", list_trustee_members<TrustedGroups>},
    Performed{orgauthorization_trustee_groups, "POST", post_trustee_member<TrustedGroups>},
    Performed{orgauthorization_trustee_group, "GET", get_trustee_member<TrustedGroups>},
    Performed{orgauthorization_trustee_group, "DELETE", delete_trustee_member<TrustedGroups>},
    Performed{orgauthorization_trustee_group_roledivisions, "PUT", put_trustee_member_role_divisions<TrustedGroups>},
    Performed{orgauthorization_trustee_group_roles, "GET", get_trustee_member_roles<TrustedGroups>},
    Performed{orgauthorization_trustee_group_roles, "PUT", put_trustee_member_roles<TrustedGroups>},
    Performed{orgauthorization_trustee_group_roles, "DELETE", delete_trustee_member_roles<TrustedGroups>},
    Performed{orgauthorization_trustee_users, "GET", list_trustee_members<TrustedUsers>},
    Performed{orgauthorization_trustee_users, "POST", post_trustee_member<TrustedUsers>},
    Performed{orgauthorization_trustee_user, "GET", get_trustee_member<TrustedUsers>},
    Performed{orgauthorization_trustee_user, "DELETE", delete_trustee_member<TrustedUsers>},
    Performed{orgauthorization_trustee_user_roledivisions, "PUT", put_trustee_member_role_divisions<TrustedUsers>},
    Performed{orgauthorization_trustee_user_roles, "GET", get_trustee_member_roles<TrustedUsers>},
    Performed{orgauthorization_trustee_user_roles, "PUT", put_trustee_member_roles<TrustedUsers>},
    Performed{orgauthorization_trustee_user_roles, "DELETE", delete_trustee_member_roles<TrustedUsers>},
    Performed{orgauthorization_trustor_audits, "POST", query_trustor_audits},
    Performed{orgauthorization_trustors, "GET", list_trustors},
    Performed{orgauthorization_trustor, "GET", get_trustor},
    Performed{orgauthorization_trustor, "DELETE", delete_trustor},
    Performed{orgauthorization_trustor_clonedusers, "GET", list_trustor_clones},
    Performed{orgauthorization_trustor_cloneduser, "GET", get_trustor_clone},
    Performed{orgauthorization_trustor_cloneduser, "PUT", put_trustor_clone},
    Performed{orgauthorization_trustor_cloneduser, "DELETE", delete_trustor_clone},
    Performed{orgauthorization_trustor_groups, "GET", list_trustor_members<TrustedGroups>},
    Performed{orgauthorization_trustor_group, "GET", get_trustor_member<TrustedGroups>},
    Performed{orgauthorization_trustor_group, "PUT", put_trustor_member<TrustedGroups>},
    Performed{orgauthorization_trustor_group, "DELETE", delete_trustor_member<TrustedGroups>},
    Performed{orgauthorization_trustor_users, "GET", list_trustor_members<TrustedUsers>},
    Performed{orgauthorization_trustor_user, "GET", get_trustor_member<TrustedUsers>},
    Performed{orgauthorization_trustor_user, "PUT", put_trustor_member<TrustedUsers>},
    Performed{orgauthorization_trustor_user, "DELETE", delete_trustor_member<TrustedUsers>},
};

}  // namespace

std::optional<ApiOutcome> perform_trust(const ApiCall& call) {
  for (const auto& row : table) {
    if (row.endpoint == call.route.endpoint && row.method == call.request.method) return row.by(call);
  }
  return std::nullopt;
}

}  // namespace gcmock
