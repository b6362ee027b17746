// The trail: every check that was made on the way to a ruling, in order, so that a refusal explains itself.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/names.h"

namespace gcmock {

/// One kind of check. describe() words it.
enum class Check {
  request_is_well_formed,
  grant_type_is_supported,
  client_is_identified,
  client_is_known,
  token_is_known,  ///< refresh token
  code_is_known,
  org_is_active,
  client_is_registered_in_org,
  client_is_authorized_in_org,
  client_is_active,
  client_secret_matches,
  token_belongs_to_client,
  code_belongs_to_client,
  grant_type_is_authorized,
  token_is_not_revoked,
  token_is_not_spent,
  token_is_not_expired,
  code_is_not_used,
  code_is_not_expired,
  redirect_uri_is_registered,
  redirect_uri_matches_code,
  pkce_verifier_matches,
  user_is_active,
  home_org_is_trusted,  ///< by the org in which its user acts
  trust_is_enabled,
  trust_is_not_expired,
  user_is_trusted,  ///< by name, or as a member of a group
  scopes_are_granted_in_org,
  scope_is_within_grant,
  roles_are_assigned_in_org,
  rate_is_within_limit,  ///< of the org
  rate_of_token_is_within_limit,
  rate_of_user_is_within_limit,
  rate_of_client_is_within_limit,
  response_type_is_supported,
  code_challenge_is_acceptable,
  login_org_is_known,
  login_user_is_known,
  user_consents,
  assertion_is_known,
  assertion_belongs_to_org,
  assertion_is_not_used,
  assertion_is_not_expired,
  bearer_is_present,
  bearer_is_known,
  bearer_is_not_revoked,
  bearer_is_not_expired,
  bearer_is_not_idle,
  scope_allows_operation,
  permission_allows_operation,
  trust_allows_operation,  ///< permissions of the caller in the org that trusts his
  user_context_is_present,
  oauth_client_exists,
  media_type_is_supported,
  query_is_acceptable,
  body_is_acceptable,
  entity_exists,
  state_allows_operation,
  limit_allows_operation,  ///< how many there may be
  caller_may_grant,        ///< nobody grants what he has not
  host_is_of_the_worlds_region,
  path_is_known,
  method_is_allowed,
};

enum class Finding { passed, failed };

/// One check made. `expected` and `found` say what was compared; both are empty where it passed without a word
/// worth adding. Neither ever holds a credential.
struct TrailStep {
  Check check;
  Finding finding = Finding::passed;
  std::string expected;
  std::string found;

  bool operator==(const TrailStep&) const = default;
};

/// Whom the checks of one request were about. What is unknown stays empty.
struct Subject {
  std::optional<OrgName> org;
  std::optional<ClientId> client;
  std::optional<UserName> user;
  std::string token;  ///< label of the refresh token, code or access token judged: "secondary/refresh-main"
  std::optional<OrgName> registered_in = std::nullopt;  ///< where another org than `org` registered the client
  std::optional<OrgName> home = std::nullopt;           ///< org of a user who acts in `org` by trust

  bool operator==(const Subject&) const = default;
};

/// The check as a claim: "client prod_app_client_xyz is registered in org secondary".
std::string describe(const TrailStep& step, const Subject& subject);

/// JSON pointer into the world of what the check looked at: "/orgs/secondary/clients/prod_app_client_xyz/state".
/// Empty where no place of the world decided it.
std::string place(const TrailStep& step, const Subject& subject);

std::string_view to_string(Check check);
std::ostream& operator<<(std::ostream& out, const TrailStep& step);

}  // namespace gcmock
