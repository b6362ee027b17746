// What the client asked, was told and could know.
#include "reading/what_client_knew.h"

#include <algorithm>
#include <string_view>

namespace gcmock {
namespace {

bool is_server_trouble(int status) {
  return status == 429 || status == 408 || status >= 500;
}

// Only for answers without an error code: the report's 403 looks the same for each of these.
Told told_by_reason(RefusalReason reason) {
  switch (reason) {
    case RefusalReason::refresh_token_unknown:
    case RefusalReason::refresh_token_expired:
    case RefusalReason::refresh_token_revoked:
    case RefusalReason::refresh_token_spent:
    case RefusalReason::refresh_token_of_another_client:
    case RefusalReason::refresh_token_of_another_org:
    case RefusalReason::code_unknown:
    case RefusalReason::code_expired:
    case RefusalReason::code_used:
    case RefusalReason::code_of_another_client:
    case RefusalReason::redirect_uri_mismatch:
    case RefusalReason::pkce_verifier_missing:
    case RefusalReason::pkce_verifier_wrong:
    case RefusalReason::user_not_active:
    case RefusalReason::login_user_unknown:
    case RefusalReason::trust_not_given:
    case RefusalReason::consent_denied:
    case RefusalReason::saml_assertion_unknown:
    case RefusalReason::saml_assertion_of_another_org:
    case RefusalReason::saml_assertion_used:
    case RefusalReason::saml_assertion_expired:
      return Told::grant_is_dead;
    case RefusalReason::client_authentication_missing:
    case RefusalReason::client_unknown:
    case RefusalReason::client_not_registered_in_org:
    case RefusalReason::client_not_authorized_in_org:
    case RefusalReason::client_inactive:
    case RefusalReason::client_disabled:
    case RefusalReason::client_secret_missing:
    case RefusalReason::client_secret_wrong:
    case RefusalReason::grant_type_not_authorized:
    case RefusalReason::org_not_active:
    case RefusalReason::redirect_uri_not_registered:
    case RefusalReason::scope_not_granted_in_org:
    case RefusalReason::scope_exceeds_grant:
    case RefusalReason::role_missing_in_org:
      return Told::client_is_wrong;
    case RefusalReason::rate_limited:
      return Told::try_later;
    case RefusalReason::malformed_request:
    case RefusalReason::unsupported_grant_type:
    case RefusalReason::response_type_unsupported:
    case RefusalReason::pkce_challenge_missing:
    case RefusalReason::pkce_challenge_invalid:
    case RefusalReason::login_org_unknown:
    case RefusalReason::bearer_missing:
    case RefusalReason::bearer_unknown:
    case RefusalReason::bearer_expired:
    case RefusalReason::bearer_revoked:
    case RefusalReason::api_scope_missing:
    case RefusalReason::api_permission_missing:
    case RefusalReason::user_context_required:
    case RefusalReason::oauth_client_not_found:
    case RefusalReason::bearer_idle:
    case RefusalReason::api_permissions_missing:
    case RefusalReason::media_type_unsupported:
    case RefusalReason::body_malformed:
    case RefusalReason::body_member_missing:
    case RefusalReason::body_value_invalid:
    case RefusalReason::body_date_invalid:
    case RefusalReason::query_value_invalid:
    case RefusalReason::entity_not_found:
    case RefusalReason::request_conflict:
    case RefusalReason::client_grant_type_required:
    case RefusalReason::client_grant_type_invalid:
    case RefusalReason::client_scope_missing:
    case RefusalReason::client_scope_invalid:
    case RefusalReason::client_roles_missing:
    case RefusalReason::client_role_invalid:
    case RefusalReason::client_roles_exceed_caller:
    case RefusalReason::client_must_start_active:
    case RefusalReason::client_edit_while_disabled:
    case RefusalReason::too_many_clients:
    case RefusalReason::client_not_deletable:
    case RefusalReason::idle_timeout_out_of_range:
    case RefusalReason::idle_timeout_out_of_hipaa_range:
    case RefusalReason::user_not_found:
    case RefusalReason::org_version_conflict:
    case RefusalReason::role_request_malformed:
    case RefusalReason::too_many_role_ids:
    case RefusalReason::too_many_subject_ids:
    case RefusalReason::role_divisions_invalid:
    case RefusalReason::subject_type_invalid:
    case RefusalReason::division_name_invalid:
    case RefusalReason::division_name_too_long:
    case RefusalReason::resource_exists:
    case RefusalReason::user_roles_invalid:
    case RefusalReason::too_many_roles:
    case RefusalReason::too_many_role_assignments:
    case RefusalReason::too_many_divisions:
    case RefusalReason::division_permissions_missing:
    case RefusalReason::pairing_id_required:
    case RefusalReason::trust_with_self:
    case RefusalReason::trustee_user_required:
    case RefusalReason::trustee_user_or_group_required:
    case RefusalReason::trustee_user_not_found:
    case RefusalReason::trust_fields_invalid:
    case RefusalReason::trustor_permissions_missing:
    case RefusalReason::too_many_integrations:
    case RefusalReason::integration_version_conflict:
    case RefusalReason::path_not_found:
    case RefusalReason::method_not_allowed:
      return Told::request_is_bad;
  }
  return Told::request_is_bad;
}

Told told_by_code(const Exchange& exchange) {
  const std::string_view code = exchange.error_code;
  if (code == "invalid_grant") return Told::grant_is_dead;
  if (code == "invalid_client" || code == "unauthorized_client" || code == "invalid_scope" || code == "access_denied") {
    return Told::client_is_wrong;
  }
  if (code == "invalid_request" || code == "unsupported_grant_type") return Told::request_is_bad;
  if (exchange.status != 403 && exchange.status != 401) return Told::request_is_bad;
  return exchange.refusal ? told_by_reason(*exchange.refusal) : Told::client_is_wrong;
}

}  // namespace

Told client_was_told(const Exchange& exchange) {
  if (!was_delivered(exchange)) return Told::nothing;
  if (exchange.status >= 200 && exchange.status < 300) return Told::tokens;
  if (is_server_trouble(exchange.status)) return Told::try_later;
  return told_by_code(exchange);
}

bool is_refresh(const Exchange& exchange) {
  return is_token_request(exchange) && exchange.grant == GrantType::refresh_token;
}

bool is_token_request(const Exchange& exchange) {
  return exchange.endpoint == Endpoint::token;
}

bool is_api_request(const Exchange& exchange) {
  const bool is_of_login = exchange.endpoint == Endpoint::token || exchange.endpoint == Endpoint::authorize;
  return !is_of_login && exchange.host == Host::api;
}

bool is_api_answer(const Exchange& exchange, int status) {
  return is_api_request(exchange) && exchange.status == status && was_delivered(exchange);
}

bool puts_off(const Exchange& exchange) {
  return exchange.status == 429 || exchange.status >= 500;
}

bool was_delivered(const Exchange& exchange) {
  return exchange.delivery.state == DeliveryState::complete;
}

bool knew(const Exchange& request, const Exchange& answer) {
  // On one connection the order is certain, whatever the two threads read from the clock.
  const bool later = request.connection == answer.connection || request.arrived > answer.delivery.finished;
  return was_delivered(answer) && request.seq > answer.seq && later;
}

std::chrono::nanoseconds time_between(const Exchange& answer, const Exchange& request) {
  return request.arrived - answer.delivery.finished;
}

const Fingerprint* refresh_token_of(const Exchange& exchange) {
  const auto found = std::find_if(exchange.sightings.begin(), exchange.sightings.end(), [](const Sighting& sighting) {
    return sighting.credential.kind == CredentialKind::refresh_token && sighting.where == SightingPlace::body_field &&
           sighting.encodings.empty();
  });
  return found == exchange.sightings.end() ? nullptr : &found->credential;
}

const Fingerprint* issued_refresh_token(const Exchange& exchange) {
  const auto found = std::find_if(exchange.issued.begin(), exchange.issued.end(),
                                  [](const Fingerprint& token) { return token.kind == CredentialKind::refresh_token; });
  return found == exchange.issued.end() ? nullptr : &*found;
}

}  // namespace gcmock
