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
    case RefusalReason::path_not_found:
      return "path_not_found";
    case RefusalReason::method_not_allowed:
      return "method_not_allowed";
  }
  return "?";
}

std::span<const RefusalReason> all_refusal_reasons() {
  static constexpr std::array all{
      RefusalReason::malformed_request,
      RefusalReason::unsupported_grant_type,
      RefusalReason::client_authentication_missing,
      RefusalReason::client_unknown,
      RefusalReason::client_not_registered_in_org,
      RefusalReason::client_not_authorized_in_org,
      RefusalReason::client_inactive,
      RefusalReason::client_disabled,
      RefusalReason::client_secret_missing,
      RefusalReason::client_secret_wrong,
      RefusalReason::grant_type_not_authorized,
      RefusalReason::org_not_active,
      RefusalReason::user_not_active,
      RefusalReason::refresh_token_unknown,
      RefusalReason::refresh_token_expired,
      RefusalReason::refresh_token_revoked,
      RefusalReason::refresh_token_spent,
      RefusalReason::refresh_token_of_another_client,
      RefusalReason::refresh_token_of_another_org,
      RefusalReason::code_unknown,
      RefusalReason::code_expired,
      RefusalReason::code_used,
      RefusalReason::code_of_another_client,
      RefusalReason::redirect_uri_not_registered,
      RefusalReason::redirect_uri_mismatch,
      RefusalReason::pkce_verifier_missing,
      RefusalReason::pkce_verifier_wrong,
      RefusalReason::scope_not_granted_in_org,
      RefusalReason::scope_exceeds_grant,
      RefusalReason::role_missing_in_org,
      RefusalReason::rate_limited,
      RefusalReason::bearer_missing,
      RefusalReason::bearer_unknown,
      RefusalReason::bearer_expired,
      RefusalReason::bearer_revoked,
      RefusalReason::api_scope_missing,
      RefusalReason::api_permission_missing,
      RefusalReason::user_context_required,
      RefusalReason::oauth_client_not_found,
      RefusalReason::path_not_found,
      RefusalReason::method_not_allowed,
  };
  return all;
}

std::optional<RefusalReason> refusal_reason_from(std::string_view word) {
  const auto all = all_refusal_reasons();
  const auto found = std::ranges::find(all, word, [](RefusalReason reason) { return to_string(reason); });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::ostream& operator<<(std::ostream& out, RefusalReason reason) {
  return out << to_string(reason);
}

}  // namespace gcmock
