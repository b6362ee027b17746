// The checks that several grants share, in the order in which a token request meets them.
#pragma once

#include <optional>
#include <vector>

#include "domain/ledger.h"
#include "domain/trail_recorder.h"
#include "gcmock/domain/token_request.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// One token request before the policy: who asks, with what, and in which org it is judged. That is the org that the
/// refresh token or code belongs to (RFC 6749 §6 binds it to the client it was issued to; that the org judges is
/// vendor_doc: a token belongs to the org that the user logged in to).
struct Hearing {
  const World& world;
  const Ledger& ledger;
  const ClientAuthentication& presented;
  Instant now;
  const Org* org = nullptr;           ///< null where the token or code is unknown
  std::optional<ClientInOrg> client;  ///< the presented client as `org` sees it
};

/// Must a client that has a secret send it? A public client has none and never must.
enum class SecretNeed { required, replaced_by_pkce };

// Each leaves a step in the trail (user_may_act some more for a user of another org), and says whether the request may
// go on.
bool client_is_identified(const Hearing& hearing, TrailRecorder& trail);
bool client_is_known(const Hearing& hearing, TrailRecorder& trail);
bool org_is_active(const Hearing& hearing, TrailRecorder& trail);
bool client_is_registered_in_org(const Hearing& hearing, TrailRecorder& trail);
bool client_is_authorized_in_org(const Hearing& hearing, TrailRecorder& trail);
bool client_is_active(const Hearing& hearing, TrailRecorder& trail);
bool client_secret_matches(const Hearing& hearing, SecretNeed need, TrailRecorder& trail);
bool grant_type_is_authorized(const Hearing& hearing, GrantType grant, TrailRecorder& trail);
bool rate_is_within_limit(const Hearing& hearing, TrailRecorder& trail);
bool user_is_active(const Org& org, const std::optional<UserName>& user, TrailRecorder& trail);
/// Is the user active in the org that he is of, and does the org trust him where that is another one.
bool user_may_act(const Hearing& hearing, const std::optional<UserName>& user, const std::optional<OrgName>& home,
                  TrailRecorder& trail);
bool scopes_are_granted_in_org(const Hearing& hearing, const std::vector<Scope>& scopes, TrailRecorder& trail);
bool scope_is_within_grant(const std::vector<Scope>& requested, const std::vector<Scope>& granted,
                           TrailRecorder& trail);
bool roles_are_assigned_in_org(const Hearing& hearing, TrailRecorder& trail);

/// Authenticates a client where no org is known to judge it: its secret must be the one of any org that registered it.
bool client_secret_matches_anywhere(const Hearing& hearing, TrailRecorder& trail);

/// "[oauth:readonly, users]", in the order given; "none" where there is nothing.
std::string listed(const std::vector<Scope>& scopes);
std::string listed(const std::vector<RoleName>& roles);
std::string listed(const std::vector<Permission>& permissions);

}  // namespace gcmock
