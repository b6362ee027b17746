// Every reason for which a request is refused. How each is answered is one table: src/wire/answers.cc.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

namespace gcmock {

enum class RefusalReason {
  // the token request itself (RFC 6749 §5.2 invalid_request, unsupported_grant_type)
  malformed_request,
  unsupported_grant_type,
  // the client
  client_authentication_missing,  ///< no client id could be read from the request
  client_unknown,                 ///< registered in no org of this world
  client_not_registered_in_org,   ///< known elsewhere, but not in the org that the token or code belongs to
  client_not_authorized_in_org,   ///< a vendor client whose authorization there is not (or no longer) given
  client_inactive,
  client_disabled,
  client_secret_missing,
  client_secret_wrong,
  grant_type_not_authorized,
  // the org and the user
  org_not_active,
  user_not_active,
  // the refresh token (RFC 6749 §6)
  refresh_token_unknown,
  refresh_token_expired,
  refresh_token_revoked,
  refresh_token_spent,
  refresh_token_of_another_client,
  refresh_token_of_another_org,
  // the authorization code (RFC 6749 §4.1.3, RFC 7636 §4.6)
  code_unknown,
  code_expired,
  code_used,
  code_of_another_client,
  redirect_uri_not_registered,
  redirect_uri_mismatch,
  pkce_verifier_missing,
  pkce_verifier_wrong,
  // what may be had
  scope_not_granted_in_org,
  scope_exceeds_grant,
  role_missing_in_org,
  // the authorization request, and who logs in
  response_type_unsupported,
  pkce_challenge_missing,
  pkce_challenge_invalid,  ///< not of S256
  login_org_unknown,       ///< org, target, login_hint or orgName names none of this world
  login_user_unknown,      ///< nobody whom the request speaks of has an account
  trust_not_given,         ///< of a user of another org, by the org that he acts in
  consent_denied,
  // the SAML assertion
  saml_assertion_unknown,
  saml_assertion_of_another_org,
  saml_assertion_used,
  saml_assertion_expired,
  // limits
  rate_limited,
  // API requests
  bearer_missing,
  bearer_unknown,
  bearer_expired,
  bearer_revoked,
  bearer_idle,  ///< unused for longer than the org's idle time-out
  api_scope_missing,
  api_permission_missing,   ///< one of several would do
  api_permissions_missing,  ///< all of several are needed
  user_context_required,
  oauth_client_not_found,
  // API requests as such
  media_type_unsupported,  ///< the body of an API request is no JSON by its Content-Type
  body_malformed,          ///< no JSON, or not of the kind that the operation takes
  body_member_missing,     ///< a member that the operation requires
  body_value_invalid,
  body_date_invalid,  ///< a date or interval that is not ISO 8601
  query_value_invalid,
  entity_not_found,  ///< what the path or body names is not there
  request_conflict,
  // API: OAuth clients
  client_grant_type_required,
  client_grant_type_invalid,
  client_scope_missing,
  client_scope_invalid,
  client_roles_missing,
  client_role_invalid,  ///< a role that the org has not
  client_roles_exceed_caller,
  client_must_start_active,
  client_edit_while_disabled,
  too_many_clients,
  client_not_deletable,  ///< only an inactive one is
  // API: tokens, users, organization
  idle_timeout_out_of_range,
  idle_timeout_out_of_hipaa_range,
  user_not_found,
  org_version_conflict,
  // API: roles, divisions, subjects
  role_request_malformed,
  too_many_role_ids,     ///< more than 100 asked for
  too_many_subject_ids,  ///< more than 100 asked for
  role_divisions_invalid,
  subject_type_invalid,
  division_name_invalid,
  division_name_too_long,
  resource_exists,  ///< another of that name
  user_roles_invalid,
  too_many_roles,
  too_many_role_assignments,
  too_many_divisions,
  division_permissions_missing,  ///< to give or take roles in that division
  // API: org-to-org trust
  pairing_id_required,
  trust_with_self,
  trustee_user_required,
  trustee_user_or_group_required,
  trustee_user_not_found,
  trust_fields_invalid,         ///< of a trust with Customer Care
  trustor_permissions_missing,  ///< of the trustee's users in the org that trusts them
  // API: integrations
  too_many_integrations,
  integration_version_conflict,
  // paths and methods
  path_not_found,
  method_not_allowed,  ///< last
};

/// The enumerator's own name: "client_not_registered_in_org". Used in JSON and in reports.
std::string_view to_string(RefusalReason reason);
std::optional<RefusalReason> refusal_reason_from(std::string_view word);
std::span<const RefusalReason> all_refusal_reasons();

/// Is it a fault of an API request whose caller was allowed to make it: media_type_unsupported to
/// integration_version_conflict. Policy (decide) gives none of these; src/api does.
bool is_fault_of_operation(RefusalReason reason);

std::ostream& operator<<(std::ostream& out, RefusalReason reason);

}  // namespace gcmock
