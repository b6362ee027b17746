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
  // limits
  rate_limited,
  // API requests
  bearer_missing,
  bearer_unknown,
  bearer_expired,
  bearer_revoked,
  api_scope_missing,
  api_permission_missing,
  user_context_required,
  oauth_client_not_found,
  path_not_found,
  method_not_allowed,
};

/// The enumerator's own name: "client_not_registered_in_org". Used in JSON and in reports.
std::string_view to_string(RefusalReason reason);
std::optional<RefusalReason> refusal_reason_from(std::string_view word);
std::span<const RefusalReason> all_refusal_reasons();
std::ostream& operator<<(std::ostream& out, RefusalReason reason);

}  // namespace gcmock
