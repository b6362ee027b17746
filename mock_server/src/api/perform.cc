// From the path of a request to the function that performs it.
#include "api/perform.h"

#include "api/identity.h"
#include "api/oauth_clients.h"
#include "api/tokens.h"

namespace gcmock {
namespace {

/// Declared by the vendor, and not yet a part of this mock.
ApiFault not_served() {
  return {Check::path_is_known, RefusalReason::path_not_found, "an operation that gcmock serves", "another one", {}};
}

}  // namespace

ApiOutcome perform(const ApiCall& call) {
  const auto is = [&](std::string_view method) { return call.request.method == method; };
  switch (call.route.endpoint) {
    // OAuth
    case Endpoint::oauth_authorizations:
    case Endpoint::oauth_authorization:
      return not_served();
    case Endpoint::oauth_clients:
      return is("GET") ? list_oauth_clients(call) : not_served();
    case Endpoint::oauth_client:
      return is("GET") ? get_oauth_client(call) : not_served();
    case Endpoint::oauth_client_secret:
    case Endpoint::oauth_client_usage_query:
    case Endpoint::oauth_client_usage_query_result:
    case Endpoint::oauth_client_usage_summary:
    case Endpoint::oauth_scopes:
    case Endpoint::oauth_scope:
      return not_served();
    // tokens
    case Endpoint::tokens_me:
      return tokens_me(call);
    case Endpoint::tokens_timeout:
    case Endpoint::user_tokens:
      return not_served();
    // users
    case Endpoint::users_me:
      return users_me(call);
    case Endpoint::user_roles:
      return not_served();
    // organization
    case Endpoint::organizations_me:
      return is("GET") ? organizations_me(call) : not_served();
    // roles, divisions, subjects
    case Endpoint::authorization_divisions:
    case Endpoint::authorization_permissions:
    case Endpoint::authorization_products:
    case Endpoint::authorization_roles:
    case Endpoint::authorization_roles_default:
    case Endpoint::authorization_roles_settings:
    case Endpoint::authorization_role:
    case Endpoint::authorization_role_comparison:
    case Endpoint::authorization_role_subjectgrants:
    case Endpoint::authorization_role_users:
    case Endpoint::authorization_role_users_add:
    case Endpoint::authorization_role_users_remove:
    case Endpoint::authorization_subjects_me:
    case Endpoint::authorization_subjects_rolecounts:
    case Endpoint::authorization_subject:
    case Endpoint::authorization_subject_bulkadd:
    case Endpoint::authorization_subject_bulkremove:
    case Endpoint::authorization_subject_bulkreplace:
    case Endpoint::authorization_subject_division_role:
      return not_served();
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
      return not_served();
    // integrations
    case Endpoint::integrations:
    case Endpoint::integrations_clientapps:
    case Endpoint::integrations_types:
    case Endpoint::integrations_type:
    case Endpoint::integrations_type_configschema:
    case Endpoint::integration:
    case Endpoint::integration_config_current:
      return not_served();
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
