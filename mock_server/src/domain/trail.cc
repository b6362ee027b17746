// Words for the checks: each is shown by its enumerator's own name.
#include "gcmock/domain/trail.h"

#include <ostream>

namespace gcmock {

std::string_view to_string(Check check) {
  switch (check) {
    case Check::request_is_well_formed:
      return "request_is_well_formed";
    case Check::grant_type_is_supported:
      return "grant_type_is_supported";
    case Check::client_is_identified:
      return "client_is_identified";
    case Check::client_is_known:
      return "client_is_known";
    case Check::token_is_known:
      return "token_is_known";
    case Check::code_is_known:
      return "code_is_known";
    case Check::org_is_active:
      return "org_is_active";
    case Check::client_is_registered_in_org:
      return "client_is_registered_in_org";
    case Check::client_is_authorized_in_org:
      return "client_is_authorized_in_org";
    case Check::client_is_active:
      return "client_is_active";
    case Check::client_secret_matches:
      return "client_secret_matches";
    case Check::token_belongs_to_client:
      return "token_belongs_to_client";
    case Check::code_belongs_to_client:
      return "code_belongs_to_client";
    case Check::grant_type_is_authorized:
      return "grant_type_is_authorized";
    case Check::token_is_not_revoked:
      return "token_is_not_revoked";
    case Check::token_is_not_spent:
      return "token_is_not_spent";
    case Check::token_is_not_expired:
      return "token_is_not_expired";
    case Check::code_is_not_used:
      return "code_is_not_used";
    case Check::code_is_not_expired:
      return "code_is_not_expired";
    case Check::redirect_uri_is_registered:
      return "redirect_uri_is_registered";
    case Check::redirect_uri_matches_code:
      return "redirect_uri_matches_code";
    case Check::pkce_verifier_matches:
      return "pkce_verifier_matches";
    case Check::user_is_active:
      return "user_is_active";
    case Check::home_org_is_trusted:
      return "home_org_is_trusted";
    case Check::trust_is_enabled:
      return "trust_is_enabled";
    case Check::trust_is_not_expired:
      return "trust_is_not_expired";
    case Check::user_is_trusted:
      return "user_is_trusted";
    case Check::scopes_are_granted_in_org:
      return "scopes_are_granted_in_org";
    case Check::scope_is_within_grant:
      return "scope_is_within_grant";
    case Check::roles_are_assigned_in_org:
      return "roles_are_assigned_in_org";
    case Check::rate_is_within_limit:
      return "rate_is_within_limit";
    case Check::response_type_is_supported:
      return "response_type_is_supported";
    case Check::code_challenge_is_acceptable:
      return "code_challenge_is_acceptable";
    case Check::login_org_is_known:
      return "login_org_is_known";
    case Check::login_user_is_known:
      return "login_user_is_known";
    case Check::user_consents:
      return "user_consents";
    case Check::assertion_is_known:
      return "assertion_is_known";
    case Check::assertion_belongs_to_org:
      return "assertion_belongs_to_org";
    case Check::assertion_is_not_used:
      return "assertion_is_not_used";
    case Check::assertion_is_not_expired:
      return "assertion_is_not_expired";
    case Check::rate_of_token_is_within_limit:
      return "rate_of_token_is_within_limit";
    case Check::rate_of_user_is_within_limit:
      return "rate_of_user_is_within_limit";
    case Check::rate_of_client_is_within_limit:
      return "rate_of_client_is_within_limit";
    case Check::bearer_is_present:
      return "bearer_is_present";
    case Check::bearer_is_known:
      return "bearer_is_known";
    case Check::bearer_is_not_revoked:
      return "bearer_is_not_revoked";
    case Check::bearer_is_not_expired:
      return "bearer_is_not_expired";
    case Check::scope_allows_operation:
      return "scope_allows_operation";
    case Check::permission_allows_operation:
      return "permission_allows_operation";
    case Check::trust_allows_operation:
      return "trust_allows_operation";
    case Check::user_context_is_present:
      return "user_context_is_present";
    case Check::oauth_client_exists:
      return "oauth_client_exists";
    case Check::host_is_of_the_worlds_region:
      return "host_is_of_the_worlds_region";
    case Check::media_type_is_supported:
      return "media_type_is_supported";
    case Check::body_is_acceptable:
      return "body_is_acceptable";
    case Check::query_is_acceptable:
      return "query_is_acceptable";
    case Check::entity_exists:
      return "entity_exists";
    case Check::state_allows_operation:
      return "state_allows_operation";
    case Check::limit_allows_operation:
      return "limit_allows_operation";
    case Check::caller_may_grant:
      return "caller_may_grant";
    case Check::bearer_is_not_idle:
      return "bearer_is_not_idle";
    case Check::path_is_known:
      return "path_is_known";
    case Check::method_is_allowed:
      return "method_is_allowed";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, const TrailStep& step) {
  out << (step.finding == Finding::passed ? "✓ " : "✗ ") << to_string(step.check);
  if (!step.expected.empty()) out << ", expected " << step.expected;
  if (!step.found.empty()) out << ", found " << step.found;
  return out;
}

}  // namespace gcmock
