#include "explain/remedy.h"

#include <fmt/format.h>

#include <string_view>

namespace gcmock {
namespace {

// "a, b" or "[a, b]" as the members of a JSON array that keeps what it has: `[ …, "a", "b" ]`; of "one of [a, b]" one
// is enough: `[ …, "a" or "b" ]`.
std::string with_members(std::string_view listed) {
  const std::string_view joint = listed.starts_with("one of ") ? " or " : ", ";
  if (const std::size_t open = listed.find('['); open != std::string_view::npos) {
    listed = listed.substr(open + 1, listed.rfind(']') - open - 1);
  }
  std::string array;
  while (!listed.empty()) {
    const std::size_t comma = listed.find(", ");
    array += fmt::format("{}\"{}\"", array.empty() ? "" : joint, listed.substr(0, comma));
    listed = comma == std::string_view::npos ? std::string_view{} : listed.substr(comma + 2);
  }
  return array.empty() ? "[ … ]" : "[ …, " + array + " ]";
}

std::string member(std::string_view pointer, std::string_view value) {
  return pointer.empty() ? std::string{} : fmt::format("\"{}\": {}", pointer, value);
}

std::string authorization(std::string_view pointer) {
  return member(pointer, pointer.ends_with("/state") ? R"("authorized")" : R"({ "state": "authorized", … })");
}

// A token by trust is dead where its trust is; what stands in the world would bring both back.
std::string living_token(const TrailStep& step, std::string_view pointer) {
  if (step.check == Check::home_org_is_trusted || step.check == Check::user_is_trusted) return member(pointer, "{ … }");
  if (step.check == Check::trust_is_enabled) return member(pointer, "true");
  if (step.check == Check::trust_is_not_expired) return member(pointer, "null");
  return "a fresh access token: this one was revoked";
}

// The step that refused, and the place in the world that it looked at.
struct Cause {
  TrailStep step;
  std::string pointer;
};

Cause cause_of(const Exchange& refused) {
  if (refused.trail.empty()) return {};
  const TrailStep& last = refused.trail.back();
  return {last, place(last, refused.subject)};
}

}  // namespace

// One line a reason, of token and API requests alike: the compiler asks for it when a reason is added.
std::string remedy_for(const Exchange& refused) {
  if (!refused.refusal) return {};
  const auto [step, pointer] = cause_of(refused);
  if (step.check == Check::host_is_of_the_worlds_region) return "the hosts of region " + step.expected;
  switch (*refused.refusal) {
    case RefusalReason::malformed_request:
      return refused.host == Host::login || refused.endpoint == Endpoint::token ? "a request as RFC 6749 describes it"
                                                                                : "";
    case RefusalReason::unsupported_grant_type:
      return "grant_type refresh_token, authorization_code, client_credentials or saml2-bearer";
    case RefusalReason::client_authentication_missing:
      return "client id and secret in an Authorization: Basic header";
    case RefusalReason::client_unknown:
      return "the id of a client that some org of this world registered";
    case RefusalReason::client_not_registered_in_org:
      return member(pointer, "{ … }");
    case RefusalReason::client_not_authorized_in_org:
      return authorization(pointer);
    case RefusalReason::client_inactive:
    case RefusalReason::client_disabled:
    case RefusalReason::org_not_active:
    case RefusalReason::user_not_active:
      return member(pointer, R"("active")");
    case RefusalReason::client_secret_missing:
    case RefusalReason::client_secret_wrong:
      return pointer.empty() ? "the client's secret" : fmt::format("the secret that stands at \"{}\"", pointer);
    case RefusalReason::grant_type_not_authorized:
      return member(pointer, with_members(refused.grant ? to_string(*refused.grant) : std::string_view{}));
    case RefusalReason::refresh_token_unknown:
      return "a refresh token that this world issued";
    case RefusalReason::refresh_token_expired:
      return "a refresh within the token's lifetime, or a new authorization";
    case RefusalReason::refresh_token_revoked:
      return "a new authorization by the user: this grant was revoked";
    case RefusalReason::refresh_token_spent:
      return "the refresh token that replaced this one";
    case RefusalReason::refresh_token_of_another_client:
      return "the client that the refresh token was issued to";
    case RefusalReason::refresh_token_of_another_org:
      return "a refresh token of the org that registered this client";
    case RefusalReason::code_unknown:
      return "a code that this world issued";
    case RefusalReason::code_expired:
      return "an exchange within the code's lifetime";
    case RefusalReason::code_used:
      return "a new authorization: a code is good for one exchange";
    case RefusalReason::code_of_another_client:
      return "the client that the code was issued to";
    case RefusalReason::redirect_uri_not_registered:
      return member(pointer, with_members(step.found));
    case RefusalReason::redirect_uri_mismatch:
      return "the redirect_uri of the authorization request, byte for byte";
    case RefusalReason::pkce_verifier_missing:
    case RefusalReason::pkce_verifier_wrong:
      return "the code_verifier that the code_challenge was made from";
    case RefusalReason::scope_not_granted_in_org:
      return member(pointer, with_members(step.expected));
    case RefusalReason::scope_exceeds_grant:
      return "a scope within what was granted, or no scope parameter";
    case RefusalReason::role_missing_in_org:
      return member(pointer, with_members(step.expected));
    case RefusalReason::response_type_unsupported:
      return "response_type code, or token";
    case RefusalReason::pkce_challenge_missing:
      return member(pointer, R"("optional")") + ", or a code_challenge of S256";
    case RefusalReason::pkce_challenge_invalid:
      return "code_challenge_method S256, and the challenge that RFC 7636 §4.2 makes of a verifier";
    case RefusalReason::login_org_unknown:
      return "the short name or id of an org of this world";
    case RefusalReason::login_user_unknown:
      return "the email of a user of that org";
    case RefusalReason::trust_not_given:
      return "an enabled trust of the org that lets the user in, by name or by a group";
    case RefusalReason::consent_denied:
      return "approval on the consent page";
    case RefusalReason::saml_assertion_unknown:
      return "an assertion that stands under \"saml_assertions\" of the org";
    case RefusalReason::saml_assertion_of_another_org:
      return "the orgName of the org that the assertion was given for";
    case RefusalReason::saml_assertion_used:
      return "a new assertion: one is good once";
    case RefusalReason::saml_assertion_expired:
      return "an assertion within its lifetime";
    case RefusalReason::rate_limited:
      return "a request after the window is over, or a higher limit";
    case RefusalReason::bearer_missing:
      return "an Authorization: Bearer header";
    case RefusalReason::bearer_unknown:
      return "an access token that this world issued";
    case RefusalReason::bearer_expired:
      return "a fresh access token: refresh";
    case RefusalReason::bearer_revoked:
      return living_token(step, pointer);
    case RefusalReason::api_scope_missing:
      return member(pointer, with_members(step.expected));
    case RefusalReason::api_permission_missing:
    case RefusalReason::api_permissions_missing:
      return pointer.empty() ? "" : fmt::format("a role with {} in \"{}\"", step.expected, pointer);
    case RefusalReason::user_context_required:
      return "a user's token: a client-credentials token has no user";
    case RefusalReason::oauth_client_not_found:
      return member(pointer, "{ … }");
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
    case RefusalReason::bearer_idle:
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
    case RefusalReason::pairing_id_required:
    case RefusalReason::trust_with_self:
    case RefusalReason::trustee_user_required:
    case RefusalReason::trustee_user_or_group_required:
    case RefusalReason::trustee_user_not_found:
    case RefusalReason::trust_fields_invalid:
    case RefusalReason::trustor_permissions_missing:
    case RefusalReason::too_many_integrations:
    case RefusalReason::integration_version_conflict:
      return step.expected.empty() ? std::string{} : "a request with " + step.expected;
    case RefusalReason::too_many_roles:
    case RefusalReason::too_many_role_assignments:
    case RefusalReason::too_many_divisions:
      return "a larger \"capacity\" of the org";
    case RefusalReason::division_permissions_missing:
      return "a role of the caller with " + step.expected;
    case RefusalReason::path_not_found:
    case RefusalReason::method_not_allowed:
      return {};
  }
  return {};
}

}  // namespace gcmock
