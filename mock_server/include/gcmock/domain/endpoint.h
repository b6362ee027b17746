// Which operation of Genesys Cloud a request was for.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace gcmock {

/// `token` is both POST /oauth/token and the report's POST /api/v2/oauth/token: the path tells them apart. So does it
/// for `authorize`, and for the form of its consent page. The others are one a path; those of the API host are named
/// after the vendor's operations on them (vendor_openapi).
enum class Endpoint {
  // the login host
  token,
  authorize,
  metadata,
  logout,
  // the API host
  oauth_authorizations,
  oauth_authorization,
  oauth_clients,
  oauth_client,
  oauth_client_secret,
  oauth_client_usage_query,
  oauth_client_usage_query_result,
  oauth_client_usage_summary,
  oauth_scopes,
  oauth_scope,
  tokens_me,
  tokens_timeout,
  user_tokens,
  users_me,
  user_roles,
  organizations_me,
  authorization_divisions,
  authorization_permissions,
  authorization_products,
  authorization_roles,
  authorization_roles_default,
  authorization_roles_settings,
  authorization_role,
  authorization_role_comparison,
  authorization_role_subjectgrants,
  authorization_role_users,
  authorization_role_users_add,
  authorization_role_users_remove,
  authorization_subjects_me,
  authorization_subjects_rolecounts,
  authorization_subject,
  authorization_subject_bulkadd,
  authorization_subject_bulkremove,
  authorization_subject_bulkreplace,
  authorization_subject_division_role,
  orgauthorization_pairings,
  orgauthorization_pairing,
  orgauthorization_trustees,
  orgauthorization_trustees_audits,
  orgauthorization_trustees_care,
  orgauthorization_trustees_default,
  orgauthorization_trustee,
  orgauthorization_trustee_clonedusers,
  orgauthorization_trustee_cloneduser,
  orgauthorization_trustee_groups,
  orgauthorization_trustee_group,
  orgauthorization_trustee_group_roledivisions,
  orgauthorization_trustee_group_roles,
  orgauthorization_trustee_users,
  orgauthorization_trustee_user,
  orgauthorization_trustee_user_roledivisions,
  orgauthorization_trustee_user_roles,
  orgauthorization_trustor_audits,
  orgauthorization_trustors,
  orgauthorization_trustor,
  orgauthorization_trustor_clonedusers,
  orgauthorization_trustor_cloneduser,
  orgauthorization_trustor_groups,
  orgauthorization_trustor_group,
  orgauthorization_trustor_users,
  orgauthorization_trustor_user,
  integrations,
  integrations_clientapps,
  integrations_types,
  integrations_type,
  integrations_type_configschema,
  integration,
  integration_config_current,
  unknown,  ///< last
};

/// Login host or API host. One port serves both; the path decides.
enum class Host { login, api };

std::string_view to_string(Endpoint endpoint);
std::optional<Endpoint> endpoint_from(std::string_view word);
std::span<const Endpoint> all_endpoints();
std::ostream& operator<<(std::ostream& out, Endpoint endpoint);
std::string_view to_string(Host host);

}  // namespace gcmock
