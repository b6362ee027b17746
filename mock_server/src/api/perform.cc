// From the path of a request to the function that performs it.
#include "api/perform.h"

#include "api/client_usage.h"
#include "api/default_roles.h"
#include "api/divisions.h"
#include "api/identity.h"
#include "api/integration_config.h"
#include "api/integration_types.h"
#include "api/integrations.h"
#include "api/oauth_authorizations.h"
#include "api/oauth_clients.h"
#include "api/oauth_scopes.h"
#include "api/organization.h"
#include "api/permissions.h"
#include "api/role_grants.h"
#include "api/roles.h"
#include "api/subject_grants.h"
#include "api/subjects.h"
#include "api/tokens.h"
#include "api/trust.h"

namespace gcmock {
namespace {

/// Declared by the vendor, and not yet a part of this mock.
ApiFault not_served() {
  return {Check::path_is_known, RefusalReason::path_not_found, "an operation that gcmock serves", "another one", {}};
}

ApiOutcome perform_on_role(const ApiCall& call) {
  const auto& method = call.request.method;
  if (method == "GET") return get_role(call);
  if (method == "POST") return grant_role_to_subjects(call);
  if (method == "PUT") return put_role(call);
  return method == "PATCH" ? patch_role(call) : delete_role(call);
}

}  // namespace

ApiOutcome perform(const ApiCall& call) {
  const auto is = [&](std::string_view method) { return call.request.method == method; };
  switch (call.route.endpoint) {
    // OAuth
    case Endpoint::oauth_authorizations:
      return list_oauth_authorizations(call);
    case Endpoint::oauth_authorization:
      return get_oauth_authorization(call);
    case Endpoint::oauth_clients:
      return is("GET") ? list_oauth_clients(call) : create_oauth_client(call);
    case Endpoint::oauth_client:
      if (is("PUT")) return update_oauth_client(call);
      return is("GET") ? get_oauth_client(call) : delete_oauth_client(call);
    case Endpoint::oauth_client_secret:
      return rotate_client_secret(call);
    case Endpoint::oauth_client_usage_query:
      return ask_client_usage(call);
    case Endpoint::oauth_client_usage_query_result:
      return get_client_usage(call);
    case Endpoint::oauth_client_usage_summary:
      return ask_client_usage_summary(call);
    case Endpoint::oauth_scopes:
      return list_oauth_scopes(call);
    case Endpoint::oauth_scope:
      return get_oauth_scope(call);
    // tokens
    case Endpoint::tokens_me:
      return tokens_me(call);
    case Endpoint::tokens_timeout:
      return is("GET") ? get_idle_timeout(call) : set_idle_timeout(call);
    case Endpoint::user_tokens:
      return revoke_user_tokens(call);
    // users
    case Endpoint::users_me:
      return users_me(call);
    case Endpoint::user_roles:
      return is("GET") ? get_user_roles(call) : put_user_roles(call);
    // organization
    case Endpoint::organizations_me:
      return is("GET") ? get_organization(call) : put_organization(call);
    // roles, divisions, subjects
    case Endpoint::authorization_divisions:
      return is("GET") ? list_divisions(call) : create_division(call);
    case Endpoint::authorization_permissions:
      return list_permissions(call);
    case Endpoint::authorization_products:
      return list_products(call);
    case Endpoint::authorization_roles:
      return is("GET") ? list_roles(call) : create_role(call);
    case Endpoint::authorization_roles_default:
      return is("POST") ? restore_default_roles(call) : restore_listed_default_roles(call);
    case Endpoint::authorization_roles_settings:
      return is("GET") ? get_role_settings(call) : put_role_settings(call);
    case Endpoint::authorization_role:
      return perform_on_role(call);
    case Endpoint::authorization_role_comparison:
      return compare_with_default(call);
    case Endpoint::authorization_role_subjectgrants:
      return list_subject_grants_of_role(call);
    case Endpoint::authorization_role_users:
      return list_users_of_role(call);
    case Endpoint::authorization_role_users_add:
      return add_users_to_role(call);
    case Endpoint::authorization_role_users_remove:
      return remove_users_from_role(call);
    case Endpoint::authorization_subjects_me:
      return get_subject_me(call);
    case Endpoint::authorization_subjects_rolecounts:
      return count_roles_of_subjects(call);
    case Endpoint::authorization_subject:
      return get_subject(call);
    case Endpoint::authorization_subject_bulkadd:
      return add_grants(call);
    case Endpoint::authorization_subject_bulkremove:
      return remove_grants(call);
    case Endpoint::authorization_subject_bulkreplace:
      return replace_grants(call);
    case Endpoint::authorization_subject_division_role:
      return is("POST") ? add_grant(call) : remove_grant(call);
    // org-to-org trust
    case Endpoint::orgauthorization_pairings:
    case Endpoint::orgauthorization_pairing:
    case Endpoint::orgauthorization_trustees:
    case Endpoint::orgauthorization_trustees_audits:
    case Endpoint::orgauthorization_trustees_care:
    case Endpoint::orgauthorization_trustees_default:
    case Endpoint::orgauthorization_trustee:
    case Endpoint::orgauthorization_trustee_clonedusers:
    case Endpoint::orgauthorization_trustee_cloneduser:
    case Endpoint::orgauthorization_trustee_groups:
    case Endpoint::orgauthorization_trustee_group:
    case Endpoint::orgauthorization_trustee_group_roledivisions:
    case Endpoint::orgauthorization_trustee_group_roles:
    case Endpoint::orgauthorization_trustee_users:
    case Endpoint::orgauthorization_trustee_user:
    case Endpoint::orgauthorization_trustee_user_roledivisions:
    case Endpoint::orgauthorization_trustee_user_roles:
    case Endpoint::orgauthorization_trustor_audits:
    case Endpoint::orgauthorization_trustors:
    case Endpoint::orgauthorization_trustor:
    case Endpoint::orgauthorization_trustor_clonedusers:
    case Endpoint::orgauthorization_trustor_cloneduser:
    case Endpoint::orgauthorization_trustor_groups:
    case Endpoint::orgauthorization_trustor_group:
    case Endpoint::orgauthorization_trustor_users:
    case Endpoint::orgauthorization_trustor_user:
      return perform_trust(call).value_or(not_served());
    // integrations
    case Endpoint::integrations:
      return is("GET") ? list_integrations(call) : create_integration(call);
    case Endpoint::integrations_clientapps:
      return list_client_apps(call);
    case Endpoint::integrations_types:
      return list_integration_types(call);
    case Endpoint::integrations_type:
      return get_integration_type(call);
    case Endpoint::integrations_type_configschema:
      return get_integration_config_schema(call);
    case Endpoint::integration:
      if (is("GET")) return get_integration(call);
      return is("PATCH") ? patch_integration(call) : delete_integration(call);
    case Endpoint::integration_config_current:
      return is("GET") ? get_integration_config(call) : put_integration_config(call);
    // the login host
    case Endpoint::token:
    case Endpoint::authorize:
    case Endpoint::metadata:
    case Endpoint::logout:
    case Endpoint::unknown:
      return not_served();
  }
  return not_served();
}

}  // namespace gcmock
