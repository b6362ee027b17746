// Words for refusal reasons: each is shown by its enumerator's own name.
#include "gcmock/domain/refusal.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace gcmock {

std::string_view to_string(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::malformed_request:
      return "malformed_request";
    case RefusalReason::unsupported_grant_type:
      return "unsupported_grant_type";
    case RefusalReason::client_authentication_missing:
      return "client_authentication_missing";
    case RefusalReason::client_unknown:
      return "client_unknown";
    case RefusalReason::client_not_registered_in_org:
      return "client_not_registered_in_org";
    case RefusalReason::client_not_authorized_in_org:
      return "client_not_authorized_in_org";
    case RefusalReason::client_inactive:
      return "client_inactive";
    case RefusalReason::client_disabled:
      return "client_disabled";
    case RefusalReason::client_secret_missing:
      return "client_secret_missing";
    case RefusalReason::client_secret_wrong:
      return "client_secret_wrong";
    case RefusalReason::grant_type_not_authorized:
      return "grant_type_not_authorized";
    case RefusalReason::org_not_active:
      return "org_not_active";
    case RefusalReason::user_not_active:
      return "user_not_active";
    case RefusalReason::refresh_token_unknown:
      return "refresh_token_unknown";
    case RefusalReason::refresh_token_expired:
      return "refresh_token_expired";
    case RefusalReason::refresh_token_revoked:
      return "refresh_token_revoked";
    case RefusalReason::refresh_token_spent:
      return "refresh_token_spent";
    case RefusalReason::refresh_token_of_another_client:
      return "refresh_token_of_another_client";
    case RefusalReason::refresh_token_of_another_org:
      return "refresh_token_of_another_org";
    case RefusalReason::code_unknown:
      return "code_unknown";
    case RefusalReason::code_expired:
      return "code_expired";
    case RefusalReason::code_used:
      return "code_used";
    case RefusalReason::code_of_another_client:
      return "code_of_another_client";
    case RefusalReason::redirect_uri_not_registered:
      return "redirect_uri_not_registered";
    case RefusalReason::redirect_uri_mismatch:
      return "redirect_uri_mismatch";
    case RefusalReason::pkce_verifier_missing:
      return "pkce_verifier_missing";
    case RefusalReason::pkce_verifier_wrong:
      return "pkce_verifier_wrong";
    case RefusalReason::scope_not_granted_in_org:
      return "scope_not_granted_in_org";
    case RefusalReason::scope_exceeds_grant:
      return "scope_exceeds_grant";
    case RefusalReason::role_missing_in_org:
      return "role_missing_in_org";
    case RefusalReason::response_type_unsupported:
      return "response_type_unsupported";
    case RefusalReason::pkce_challenge_missing:
      return "pkce_challenge_missing";
    case RefusalReason::pkce_challenge_invalid:
      return "pkce_challenge_invalid";
    case RefusalReason::login_org_unknown:
      return "login_org_unknown";
    case RefusalReason::login_user_unknown:
      return "login_user_unknown";
    case RefusalReason::trust_not_given:
      return "trust_not_given";
    case RefusalReason::consent_denied:
      return "consent_denied";
    case RefusalReason::saml_assertion_unknown:
      return "saml_assertion_unknown";
    case RefusalReason::saml_assertion_of_another_org:
      return "saml_assertion_of_another_org";
    case RefusalReason::saml_assertion_used:
      return "saml_assertion_used";
    case RefusalReason::saml_assertion_expired:
      return "saml_assertion_expired";
    case RefusalReason::rate_limited:
      return "rate_limited";
    case RefusalReason::bearer_missing:
      return "bearer_missing";
    case RefusalReason::bearer_unknown:
      return "bearer_unknown";
    case RefusalReason::bearer_expired:
      return "bearer_expired";
    case RefusalReason::bearer_revoked:
      return "bearer_revoked";
    case RefusalReason::api_scope_missing:
      return "api_scope_missing";
    case RefusalReason::api_permission_missing:
      return "api_permission_missing";
    case RefusalReason::user_context_required:
      return "user_context_required";
    case RefusalReason::oauth_client_not_found:
      return "oauth_client_not_found";
    case RefusalReason::api_permissions_missing:
      return "api_permissions_missing";
    case RefusalReason::media_type_unsupported:
      return "media_type_unsupported";
    case RefusalReason::body_malformed:
      return "body_malformed";
    case RefusalReason::body_member_missing:
      return "body_member_missing";
    case RefusalReason::body_value_invalid:
      return "body_value_invalid";
    case RefusalReason::body_date_invalid:
      return "body_date_invalid";
    case RefusalReason::query_value_invalid:
      return "query_value_invalid";
    case RefusalReason::entity_not_found:
      return "entity_not_found";
    case RefusalReason::request_conflict:
      return "request_conflict";
    case RefusalReason::client_grant_type_required:
      return "client_grant_type_required";
    case RefusalReason::client_grant_type_invalid:
      return "client_grant_type_invalid";
    case RefusalReason::client_scope_missing:
      return "client_scope_missing";
    case RefusalReason::client_scope_invalid:
      return "client_scope_invalid";
    case RefusalReason::client_roles_missing:
      return "client_roles_missing";
    case RefusalReason::client_role_invalid:
      return "client_role_invalid";
    case RefusalReason::client_roles_exceed_caller:
      return "client_roles_exceed_caller";
    case RefusalReason::client_must_start_active:
      return "client_must_start_active";
    case RefusalReason::client_edit_while_disabled:
      return "client_edit_while_disabled";
    case RefusalReason::too_many_clients:
      return "too_many_clients";
    case RefusalReason::client_not_deletable:
      return "client_not_deletable";
    case RefusalReason::bearer_idle:
      return "bearer_idle";
    case RefusalReason::idle_timeout_out_of_range:
      return "idle_timeout_out_of_range";
    case RefusalReason::idle_timeout_out_of_hipaa_range:
      return "idle_timeout_out_of_hipaa_range";
    case RefusalReason::user_not_found:
      return "user_not_found";
    case RefusalReason::org_version_conflict:
      return "org_version_conflict";
    case RefusalReason::role_request_malformed:
      return "role_request_malformed";
    case RefusalReason::too_many_role_ids:
      return "too_many_role_ids";
    case RefusalReason::too_many_subject_ids:
      return "too_many_subject_ids";
    case RefusalReason::role_divisions_invalid:
      return "role_divisions_invalid";
    case RefusalReason::subject_type_invalid:
      return "subject_type_invalid";
    case RefusalReason::division_name_invalid:
      return "division_name_invalid";
    case RefusalReason::division_name_too_long:
      return "division_name_too_long";
    case RefusalReason::resource_exists:
      return "resource_exists";
    case RefusalReason::user_roles_invalid:
      return "user_roles_invalid";
    case RefusalReason::too_many_roles:
      return "too_many_roles";
    case RefusalReason::too_many_role_assignments:
      return "too_many_role_assignments";
    case RefusalReason::too_many_divisions:
      return "too_many_divisions";
    case RefusalReason::division_permissions_missing:
      return "division_permissions_missing";
    case RefusalReason::pairing_id_required:
      return "pairing_id_required";
    case RefusalReason::trust_with_self:
      return "trust_with_self";
    case RefusalReason::trustee_user_required:
      return "trustee_user_required";
    case RefusalReason::trustee_user_or_group_required:
      return "trustee_user_or_group_required";
    case RefusalReason::trustee_user_not_found:
      return "trustee_user_not_found";
    case RefusalReason::trust_fields_invalid:
      return "trust_fields_invalid";
    case RefusalReason::trustor_permissions_missing:
      return "trustor_permissions_missing";
    case RefusalReason::too_many_integrations:
      return "too_many_integrations";
    case RefusalReason::integration_version_conflict:
      return "integration_version_conflict";
    case RefusalReason::path_not_found:
      return "path_not_found";
    case RefusalReason::method_not_allowed:
      return "method_not_allowed";
  }
  return "?";
}

std::span<const RefusalReason> all_refusal_reasons() {
  static constexpr auto all = [] {
    std::array<RefusalReason, static_cast<std::size_t>(RefusalReason::method_not_allowed) + 1> reasons{};
    for (std::size_t i = 0; i < reasons.size(); ++i) reasons[i] = static_cast<RefusalReason>(i);
    return reasons;
  }();
  return all;
}

std::optional<RefusalReason> refusal_reason_from(std::string_view word) {
  const auto all = all_refusal_reasons();
  const auto found = std::ranges::find(all, word, [](RefusalReason reason) { return to_string(reason); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

bool is_fault_of_operation(RefusalReason reason) {
  return reason >= RefusalReason::media_type_unsupported && reason <= RefusalReason::integration_version_conflict;
}

std::ostream& operator<<(std::ostream& out, RefusalReason reason) {
  return out << to_string(reason);
}

}  // namespace gcmock
