// Words each check as a claim about its subject: "client prod_app_client_xyz is registered in org secondary".
#include <fmt/format.h>

#include "gcmock/domain/trail.h"

namespace gcmock {

namespace {

template <class Thing>
std::string named(std::string_view kind, const std::optional<Thing>& name) {
  return name ? fmt::format("{} {}", kind, name->value) : fmt::format("the {}", kind);
}

std::string labelled(std::string_view kind, const std::string& label) {
  return label.empty() ? fmt::format("the {}", kind) : fmt::format("{} {}", kind, label);
}

/// Whose roles and permissions are asked: the user's, or the client's own where no user stands behind the token.
std::string holder(const Subject& subject) {
  return subject.user ? named("user", subject.user) : named("client", subject.client);
}

}  // namespace

std::string describe(const TrailStep& step, const Subject& subject) {
  const std::string org = named("org", subject.org);
  const std::string client = named("client", subject.client);
  switch (step.check) {
    case Check::request_is_well_formed:
      return "the request is well formed";
    case Check::grant_type_is_supported:
      return "the grant type is supported";
    case Check::client_is_identified:
      return "the request says which client it is from";
    case Check::client_is_known:
      return client + " is registered in an org of this world";
    case Check::token_is_known:
      return labelled("refresh token", subject.token) + " was issued";
    case Check::code_is_known:
      return labelled("code", subject.token) + " was issued";
    case Check::org_is_active:
      return org + " is active";
    case Check::client_is_registered_in_org:
      return client + " is registered in " + org;
    case Check::client_is_authorized_in_org:
      return client + " is authorized in " + org;
    case Check::client_is_active:
      return client + " is active in " + named("org", subject.registered_in ? subject.registered_in : subject.org);
    case Check::client_secret_matches:
      return "the secret of " + client + " matches";
    case Check::token_belongs_to_client:
      return labelled("refresh token", subject.token) + " was issued to " + client;
    case Check::code_belongs_to_client:
      return labelled("code", subject.token) + " was issued to " + client;
    case Check::grant_type_is_authorized:
      return client + " may use this grant type in " + org;
    case Check::token_is_not_revoked:
      return labelled("refresh token", subject.token) + " is not revoked";
    case Check::token_is_not_spent:
      return labelled("refresh token", subject.token) + " is not spent";
    case Check::token_is_not_expired:
      return labelled("refresh token", subject.token) + " is not expired";
    case Check::code_is_not_used:
      return labelled("code", subject.token) + " is not used";
    case Check::code_is_not_expired:
      return labelled("code", subject.token) + " is not expired";
    case Check::redirect_uri_is_registered:
      return "the redirect URI is registered for " + client + " in " + org;
    case Check::redirect_uri_matches_code:
      return "the redirect URI is the one of the authorization request";
    case Check::pkce_verifier_matches:
      return "the code verifier matches the code challenge";
    case Check::user_is_active:
      return named("user", subject.user) + " is active in " + named("org", subject.home ? subject.home : subject.org);
    case Check::home_org_is_trusted:
      return org + " trusts " + named("org", subject.home);
    case Check::trust_is_enabled:
      return "the trust of " + org + " in " + named("org", subject.home) + " is enabled";
    case Check::trust_is_not_expired:
      return "the trust of " + org + " in " + named("org", subject.home) + " is not expired";
    case Check::user_is_trusted:
      return org + " lets " + named("user", subject.user) + " of " + named("org", subject.home) + " in";
    case Check::scopes_are_granted_in_org:
      return org + " grants " + client + " the scopes";
    case Check::scope_is_within_grant:
      return "the requested scope is within what was granted";
    case Check::roles_are_assigned_in_org:
      return client + " has the roles that it needs in " + org;
    case Check::rate_is_within_limit:
      return org + " is within its rate limit";
    case Check::response_type_is_supported:
      return "the response type is supported";
    case Check::code_challenge_is_acceptable:
      return "the code challenge is one of S256";
    case Check::login_org_is_known:
      return "the org to log in to is known";
    case Check::login_user_is_known:
      return "somebody can log in";
    case Check::user_consents:
      return "the person on the consent page approves";
    case Check::assertion_is_known:
      return labelled("SAML assertion", subject.token) + " was given";
    case Check::assertion_belongs_to_org:
      return labelled("SAML assertion", subject.token) + " was given for " + org;
    case Check::assertion_is_not_used:
      return labelled("SAML assertion", subject.token) + " is not used";
    case Check::assertion_is_not_expired:
      return labelled("SAML assertion", subject.token) + " is not expired";
    case Check::rate_of_token_is_within_limit:
      return labelled("access token", subject.token) + " is within its rate limit";
    case Check::rate_of_user_is_within_limit:
      return named("user", subject.user) + " is within the rate limit of " + org + " for a user";
    case Check::rate_of_client_is_within_limit:
      return client + " is within the rate limit of " + org + " for a client";
    case Check::bearer_is_present:
      return "the request has an access token";
    case Check::bearer_is_known:
      return labelled("access token", subject.token) + " was issued";
    case Check::bearer_is_not_revoked:
      return labelled("access token", subject.token) + " is not revoked";
    case Check::bearer_is_not_expired:
      return labelled("access token", subject.token) + " is not expired";
    case Check::scope_allows_operation:
      return "a scope of " + labelled("access token", subject.token) + " allows the operation";
    case Check::permission_allows_operation:
      return "a permission of " + holder(subject) + " in " + org + " allows the operation";
    case Check::trust_allows_operation:
      return "the org that trusts " + org + " gives " + holder(subject) + " a permission for the operation";
    case Check::user_context_is_present:
      return "a user stands behind " + labelled("access token", subject.token);
    case Check::oauth_client_exists:
      return "the OAuth client asked for is registered in " + org;
    case Check::host_is_of_the_worlds_region:
      return "the host is of the region that the orgs live in";
    case Check::media_type_is_supported:
      return "the body is JSON";
    case Check::body_is_acceptable:
      return "the body is what the operation takes";
    case Check::query_is_acceptable:
      return "the query parameters are what the operation takes";
    case Check::entity_exists:
      return "what the request names exists in " + org;
    case Check::state_allows_operation:
      return "the state of what the request names allows the operation";
    case Check::limit_allows_operation:
      return "there is room for one more";
    case Check::caller_may_grant:
      return "the caller may give what the request gives";
    case Check::bearer_is_not_idle:
      return labelled("access token", subject.token) + " was used lately";
    case Check::path_is_known:
      return "the path is known";
    case Check::method_is_allowed:
      return "the method is allowed for the path";
  }
  return "?";
}

}  // namespace gcmock
