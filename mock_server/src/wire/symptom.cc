// Words for people who look for the cause of a 403. Where nothing is known it says so.
#include "gcmock/wire/symptom.h"

#include <string_view>

namespace gcmock {
namespace {

using enum RefusalReason;

// What a person sees, and how sure we are that it is this.
std::string_view symptom_of(RefusalReason reason) {
  switch (reason) {
    case malformed_request:
      return "POST /oauth/token answers 400 invalid_request (assumed).";
    case unsupported_grant_type:
      return "POST /oauth/token answers 400 unsupported_grant_type (assumed).";
    case client_authentication_missing:
      return "POST /oauth/token answers 400 invalid_client, where RFC 6749 would have 401 (assumed).";
    case client_unknown:
      return "POST /oauth/token answers 400 invalid_client \"client not found\" (sdk_source). An id of another "
             "region's "
             "login host looks the same (vendor_doc).";
    case client_not_registered_in_org:
      return "There is no registration per org at the token endpoint: a client is owned by one org and authorized in "
             "others. Without that, login ends with access_denied and no refresh token exists (sdk_source); a client "
             "id "
             "that nobody registered gives 400 invalid_client \"client not found\" (sdk_source).";
    case client_not_authorized_in_org:
      return "Login ends with the redirect error access_denied: see Admin > Integrations > Authorized Applications "
             "(sdk_source). What a refresh answers after the authorization was revoked is unknown; 400 invalid_grant "
             "is "
             "assumed (assumed).";
    case client_inactive:
      return "No token can be created for an inactive client (vendor_openapi); the answer is thought to be 400 "
             "invalid_client (assumed).";
    case client_disabled:
      return "Existing tokens of a disabled client are invalid and none can be created (vendor_openapi): API calls "
             "answer 401 bad.credentials, the token endpoint is thought to answer 400 invalid_client (assumed).";
    case client_secret_missing:
      return "POST /oauth/token answers 400 invalid_client (assumed).";
    case client_secret_wrong:
      return "POST /oauth/token answers 400 invalid_client \"authentication failed\" (sdk_source).";
    case grant_type_not_authorized:
      return "POST /oauth/token answers 400 unauthorized_client (assumed). The client's grant type is set at its "
             "registration; refresh_token is none of them, it comes with CODE (vendor_openapi).";
    case org_not_active:
      return "POST /oauth/token answers 400 invalid_grant (assumed).";
    case user_not_active:
      return "POST /oauth/token answers 400 invalid_grant (assumed).";
    case refresh_token_unknown:
    case refresh_token_expired:
    case refresh_token_revoked:
    case refresh_token_spent:
    case refresh_token_of_another_client:
    case refresh_token_of_another_org:
      return "POST /oauth/token answers 400 invalid_grant: the user must log in again (assumed).";
    case code_unknown:
    case code_expired:
    case code_used:
    case code_of_another_client:
      return "POST /oauth/token answers 400 invalid_grant (assumed).";
    case redirect_uri_not_registered:
      return "The browser never comes back: it ends on the Genesys Cloud page, and no code is issued (vendor_doc).";
    case redirect_uri_mismatch:
      return "POST /oauth/token answers 400 invalid_grant (assumed). A registered URI is compared exactly, query "
             "string "
             "included (vendor_doc).";
    case pkce_verifier_missing:
    case pkce_verifier_wrong:
      return "POST /oauth/token answers 400 invalid_grant (assumed).";
    case scope_not_granted_in_org:
      return "The refresh succeeds. API calls answer 403 app.not.authorized.for.scope, \"App not authorized to use "
             "scope "
             "[…]\" (vendor_openapi).";
    case scope_exceeds_grant:
      return "No official SDK sends a scope with a refresh (sdk_source); 400 invalid_scope is thought to be the answer "
             "(assumed).";
    case role_missing_in_org:
      return "The refresh succeeds. API calls answer 403 missing.any.permissions, which lists the permissions that the "
             "roles lack (vendor_openapi).";
    case response_type_unsupported:
      return "Login ends with the redirect error unsupported_response_type (sdk_source); for which response types is "
             "not "
             "known (assumed).";
    case pkce_challenge_missing:
    case pkce_challenge_invalid:
      return "Login ends with a redirect error, which is thought to be invalid_pkce_package: the vendor's CLI knows it "
             "(assumed).";
    case login_org_unknown:
    case login_user_unknown:
      return "The login page lets nobody in whom it does not know; what the application is told is not known "
             "(assumed).";
    case trust_not_given:
      return "A trust that is disabled gives no access (vendor_openapi); how a token request is answered is not known "
             "(assumed).";
    case consent_denied:
      return "Login ends with the redirect error access_denied, RFC 6749 §4.1.2.1 (spec).";
    case saml_assertion_unknown:
    case saml_assertion_of_another_org:
    case saml_assertion_used:
    case saml_assertion_expired:
      return "POST /oauth/token answers 400 invalid_grant (assumed).";
    case rate_limited:
      return "API calls answer 429 with Retry-After, code too.many.requests.retry.after (vendor_doc); that the token "
             "endpoint does the same is assumed (assumed).";
    case bearer_missing:
      return "API calls answer 401 authentication.required (vendor_openapi).";
    case bearer_unknown:
    case bearer_expired:
    case bearer_revoked:
      return "API calls answer 401 bad.credentials (vendor_openapi).";
    case api_scope_missing:
      return "The call answers 403 app.not.authorized.for.scope (vendor_openapi).";
    case api_permission_missing:
      return "The call answers 403 missing.any.permissions (vendor_openapi).";
    case user_context_required:
      return "The call answers 400 not.a.user: client credentials have no user (vendor_openapi).";
    case oauth_client_not_found:
      return "The call answers 404 client.not.found (vendor_openapi).";
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
      return "The call answers as this mock does: the status and code are of the vendor's API description "
             "(vendor_openapi).";
    case path_not_found:
      return "The API answers 404 not.found (vendor_openapi).";
    case method_not_allowed:
      return "The API answers 405; its body is unknown (assumed).";
  }
  return "";
}

}  // namespace

std::string genesys_symptom(RefusalReason reason) {
  return std::string(symptom_of(reason));
}

}  // namespace gcmock
