// The answer table: what each reason looks like on the wire, and how we know. The switches have no default: a reason
// without a row does not build.
#include "wire/answers.h"

#include <ostream>

#include "wire/api_fault_answers.h"
#include "wire/authorize_answers.h"

namespace gcmock {
namespace {

using enum RefusalReason;

constexpr std::string_view report_source = "community report: OAuth Token Refresh 403 on Multi-Org Endpoint";
constexpr std::string_view report_message =
    "Access denied. The client does not have permission to access this resource.";
constexpr std::string_view announcement_429 =
    "developer.genesys.cloud/forum/t/normalized-platform-api-429-responses/12028";
constexpr std::string_view openapi_errors = "Platform API description, x-inin-error-codes of every operation";
constexpr std::string_view rfc_errors = "RFC 6749 §5.2; status and text of Genesys Cloud unknown";

AnswerRow oauth(std::string_view error, std::string_view text, EvidenceLevel level = EvidenceLevel::assumed,
                std::string_view source = rfc_errors) {
  return {400, BodyShape::oauth, error, text, level, source};
}

AnswerRow api(int status, std::string_view code, std::string_view text,
              EvidenceLevel level = EvidenceLevel::vendor_openapi, std::string_view source = openapi_errors) {
  return {status, BodyShape::error_body, code, text, level, source};
}

constexpr std::string_view gildas_unknown_client =
    "go-gcloudcx client_test.go TestClientNotFoundErrorShouldBeBadRequest, login_test.go of 97e2ce5 (live, 2021)";
constexpr std::string_view gildas_wrong_secret =
    "go-gcloudcx client_test.go TestAuthFailedErrorShouldBeBadRequest, login_test.go before 1e2f7a4 (live, 2019)";

// POST /oauth/token at the login host, and everything that only the API host answers.
AnswerRow vendor_row(RefusalReason reason) {
  switch (reason) {
    case malformed_request:
      return oauth("invalid_request", "invalid request");
    case unsupported_grant_type:
      return oauth("unsupported_grant_type", "unsupported grant type");
    case client_authentication_missing:
      return oauth("invalid_client", "authentication failed");
    case client_unknown:
      return oauth("invalid_client", "client not found", EvidenceLevel::sdk_source, gildas_unknown_client);
    case client_not_registered_in_org:
      return oauth("invalid_client", "client not found");
    case client_not_authorized_in_org:
      return oauth("invalid_grant", "client is not authorized in this organization");
    case client_inactive:
      return oauth("invalid_client", "client is not active");
    case client_disabled:
      return oauth("invalid_client", "client is disabled");
    case client_secret_missing:
      return oauth("invalid_client", "authentication failed");
    case client_secret_wrong:
      return oauth("invalid_client", "authentication failed", EvidenceLevel::sdk_source, gildas_wrong_secret);
    case grant_type_not_authorized:
      return oauth("unauthorized_client", "grant type is not authorized for this client");
    case org_not_active:
      return oauth("invalid_grant", "organization is not active");
    case user_not_active:
      return oauth("invalid_grant", "user is not active");
    case refresh_token_unknown:
    case refresh_token_expired:
    case refresh_token_revoked:
    case refresh_token_spent:
    case refresh_token_of_another_client:
    case refresh_token_of_another_org:
      return oauth("invalid_grant", "refresh token is not valid");
    case code_unknown:
    case code_expired:
    case code_used:
    case code_of_another_client:
      return oauth("invalid_grant", "authorization code is not valid");
    case redirect_uri_not_registered:
    case redirect_uri_mismatch:
      return oauth("invalid_grant", "redirect uri does not match");
    case pkce_verifier_missing:
    case pkce_verifier_wrong:
      return oauth("invalid_grant", "code verifier is not valid");
    case scope_not_granted_in_org:
    case scope_exceeds_grant:
      return oauth("invalid_scope", "scope is not valid");
    case role_missing_in_org:
      return oauth("unauthorized_client", "client lacks a role in this organization");
    case login_org_unknown:
      return oauth("invalid_grant", "organization is not known");
    case trust_not_given:
      return oauth("invalid_grant", "user may not act in this organization");
    case saml_assertion_unknown:
    case saml_assertion_of_another_org:
    case saml_assertion_used:
    case saml_assertion_expired:
      return oauth("invalid_grant", "assertion is not valid", EvidenceLevel::assumed,
                   "RFC 7522 §3.1; status and text of Genesys Cloud unknown");
    case response_type_unsupported:
    case pkce_challenge_missing:
    case pkce_challenge_invalid:
    case login_user_unknown:
    case consent_denied:
      return *authorize_row(reason);
    case rate_limited:
      return api(429, "too.many.requests.retry.after",
                 "Rate limit exceeded the maximum. Retry the request in [%s] seconds", EvidenceLevel::vendor_doc,
                 announcement_429);
    case bearer_missing:
      return api(401, "authentication.required", "No authentication bearer token specified in authorization header.");
    case bearer_unknown:
    case bearer_expired:
    case bearer_revoked:
      return api(401, "bad.credentials", "Invalid login credentials.");
    case api_scope_missing:
      return api(403, "app.not.authorized.for.scope", "App not authorized to use scope %s");
    case api_permission_missing:
      return api(403, "missing.any.permissions",
                 "Unable to perform the requested action. You must have at least one of the following permissions "
                 "assigned: %s");
    case user_context_required:
      return api(
          400, "not.a.user",
          "This request requires a user context. Client credentials cannot be used for requests to this resource.",
          EvidenceLevel::vendor_openapi, "Platform API description, getUsersMe 400");
    case oauth_client_not_found:
      return api(404, "client.not.found", "Client was not found.", EvidenceLevel::vendor_openapi,
                 "Platform API description, getOauthClient 404");
    case api_permissions_missing:
    case media_type_unsupported:
    case body_malformed:
    case body_member_missing:
    case body_value_invalid:
    case body_date_invalid:
    case query_value_invalid:
    case entity_not_found:
    case request_conflict:
    case client_grant_type_required:
    case client_grant_type_invalid:
    case client_scope_missing:
    case client_scope_invalid:
    case client_roles_missing:
    case client_role_invalid:
    case client_roles_exceed_caller:
    case client_must_start_active:
    case client_edit_while_disabled:
    case too_many_clients:
    case client_not_deletable:
    case bearer_idle:
    case idle_timeout_out_of_range:
    case idle_timeout_out_of_hipaa_range:
    case user_not_found:
    case org_version_conflict:
    case role_request_malformed:
    case too_many_role_ids:
    case too_many_subject_ids:
    case role_divisions_invalid:
    case subject_type_invalid:
    case division_name_invalid:
    case division_name_too_long:
    case resource_exists:
    case user_roles_invalid:
    case too_many_roles:
    case too_many_role_assignments:
    case too_many_divisions:
    case division_permissions_missing:
    case pairing_id_required:
    case trust_with_self:
    case trustee_user_required:
    case trustee_user_or_group_required:
    case trustee_user_not_found:
    case trust_fields_invalid:
    case trustor_permissions_missing:
    case too_many_integrations:
    case integration_version_conflict:
      return api_fault_row(reason);
    case path_not_found:
      return api(404, "not.found", "The requested resource was not found.");
    case method_not_allowed:
      return api(405, "method.not.allowed", "The request method is not allowed for this resource",
                 EvidenceLevel::assumed,
                 "one operation of the Platform API description declares such a message; no general code is known");
  }
  return api(500, "internal.server.error", "");
}

AnswerRow report_row() {
  return {403, BodyShape::two_fields, "", report_message, EvidenceLevel::report, report_source};
}

AnswerRow token_limit_row() {
  auto row = vendor_row(rate_limited);
  row.level = EvidenceLevel::assumed;
  row.source = "the API's answer; what a token endpoint says has no source";
  return row;
}

AnswerRow dead_bearer_row() {
  return api(401, "bad.credentials", "Invalid login credentials.", EvidenceLevel::assumed,
             "that a token of an inactive org or user is answered as an invalid one has no source");
}

}  // namespace

AnswerRow answer_row(RefusalReason reason, AnsweredBy answerer) {
  if (answerer == AnsweredBy::authorize && is_given_by(reason, answerer)) return *authorize_row(reason);
  if (reason == rate_limited && answerer != AnsweredBy::api) return token_limit_row();
  const bool of_both = reason == org_not_active || reason == user_not_active;
  if (answerer == AnsweredBy::api && of_both) return dead_bearer_row();
  if (answerer == AnsweredBy::reported_token && is_given_by(reason, answerer)) {
    return report_row();
  }
  return vendor_row(reason);
}

bool is_given_by(RefusalReason reason, AnsweredBy answerer) {
  if (answerer == AnsweredBy::authorize) return authorize_row(reason) != nullptr;
  switch (reason) {
    case malformed_request:
    case unsupported_grant_type:
    case client_authentication_missing:
    case client_unknown:
    case client_not_registered_in_org:
    case client_not_authorized_in_org:
    case client_inactive:
    case client_disabled:
    case client_secret_missing:
    case client_secret_wrong:
    case grant_type_not_authorized:
    case refresh_token_unknown:
    case refresh_token_expired:
    case refresh_token_revoked:
    case refresh_token_spent:
    case refresh_token_of_another_client:
    case refresh_token_of_another_org:
    case code_unknown:
    case code_expired:
    case code_used:
    case code_of_another_client:
    case redirect_uri_not_registered:
    case redirect_uri_mismatch:
    case pkce_verifier_missing:
    case pkce_verifier_wrong:
    case scope_not_granted_in_org:
    case scope_exceeds_grant:
    case role_missing_in_org:
    case login_org_unknown:
    case trust_not_given:
    case saml_assertion_unknown:
    case saml_assertion_of_another_org:
    case saml_assertion_used:
    case saml_assertion_expired:
      return answerer != AnsweredBy::api;
    case response_type_unsupported:
    case pkce_challenge_missing:
    case pkce_challenge_invalid:
    case login_user_unknown:
    case consent_denied:
      return false;
    case org_not_active:
    case user_not_active:
    case rate_limited:
      return true;
    case bearer_missing:
    case bearer_unknown:
    case bearer_expired:
    case bearer_revoked:
    case api_scope_missing:
    case api_permission_missing:
    case user_context_required:
    case oauth_client_not_found:
    case api_permissions_missing:
    case media_type_unsupported:
    case body_malformed:
    case body_member_missing:
    case body_value_invalid:
    case body_date_invalid:
    case query_value_invalid:
    case entity_not_found:
    case request_conflict:
    case client_grant_type_required:
    case client_grant_type_invalid:
    case client_scope_missing:
    case client_scope_invalid:
    case client_roles_missing:
    case client_role_invalid:
    case client_roles_exceed_caller:
    case client_must_start_active:
    case client_edit_while_disabled:
    case too_many_clients:
    case client_not_deletable:
    case bearer_idle:
    case idle_timeout_out_of_range:
    case idle_timeout_out_of_hipaa_range:
    case user_not_found:
    case org_version_conflict:
    case role_request_malformed:
    case too_many_role_ids:
    case too_many_subject_ids:
    case role_divisions_invalid:
    case subject_type_invalid:
    case division_name_invalid:
    case division_name_too_long:
    case resource_exists:
    case user_roles_invalid:
    case too_many_roles:
    case too_many_role_assignments:
    case too_many_divisions:
    case division_permissions_missing:
    case pairing_id_required:
    case trust_with_self:
    case trustee_user_required:
    case trustee_user_or_group_required:
    case trustee_user_not_found:
    case trust_fields_invalid:
    case trustor_permissions_missing:
    case too_many_integrations:
    case integration_version_conflict:
    case path_not_found:
    case method_not_allowed:
      return answerer == AnsweredBy::api;
  }
  return false;
}

std::vector<BehaviourRow> behaviour_table() {
  std::vector<BehaviourRow> rows;
  for (const auto reason : all_refusal_reasons()) {
    for (const auto answerer :
         {AnsweredBy::authorize, AnsweredBy::oauth_token, AnsweredBy::reported_token, AnsweredBy::api}) {
      if (!is_given_by(reason, answerer)) continue;
      const auto row = answer_row(reason, answerer);
      rows.push_back({reason, answerer, row.status, row.code, row.text, row.level, row.source});
    }
  }
  return rows;
}

std::string_view to_string(EvidenceLevel level) {
  switch (level) {
    case EvidenceLevel::spec:
      return "spec";
    case EvidenceLevel::vendor_openapi:
      return "vendor_openapi";
    case EvidenceLevel::vendor_doc:
      return "vendor_doc";
    case EvidenceLevel::sdk_source:
      return "sdk_source";
    case EvidenceLevel::report:
      return "report";
    case EvidenceLevel::assumed:
      return "assumed";
  }
  return "";
}

std::string_view to_string(AnsweredBy answerer) {
  switch (answerer) {
    case AnsweredBy::authorize:
      return "GET /oauth/authorize";
    case AnsweredBy::oauth_token:
      return "POST /oauth/token";
    case AnsweredBy::reported_token:
      return "POST /api/v2/oauth/token";
    case AnsweredBy::api:
      return "API";
  }
  return "";
}

std::ostream& operator<<(std::ostream& out, EvidenceLevel level) {
  return out << to_string(level);
}
std::ostream& operator<<(std::ostream& out, AnsweredBy answerer) {
  return out << to_string(answerer);
}

}  // namespace gcmock
