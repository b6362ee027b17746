// What each shared check compares, and the words for what it found.
#include "domain/token_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/rate_limits.h"
#include "domain/trusts.h"

namespace gcmock {

namespace {

/// Nobody registers an empty secret: "id:" in a Basic header says that there is none.
bool has_secret(const ClientAuthentication& presented) {
  return presented.secret && !presented.secret->empty();
}

bool is_public(const OAuthClient& client) {
  return client.secret.empty();
}

bool secret_is_right(const ClientAuthentication& presented, const OAuthClient& client) {
  return has_secret(presented) ? presented.secret == client.secret : is_public(client);
}

/// Tells the commonest mix-up, one org's secret sent to another, without showing any.
std::string whose_secret(const Hearing& hearing) {
  for (const Org* const org : orgs_that_registered(hearing.world, hearing.presented.id)) {
    const OAuthClient& client = org->clients.at(hearing.presented.id);
    if (!is_public(client) && hearing.presented.secret == client.secret) {
      return fmt::format("the secret of the same client in org {}", org->name.value);
    }
  }
  return "another secret";
}

std::string where_registered(const Hearing& hearing) {
  std::vector<std::string> names;
  for (const Org* const org : orgs_that_registered(hearing.world, hearing.presented.id))
    names.push_back(org->name.value);
  return names.empty() ? "registered nowhere" : fmt::format("registered in {} only", fmt::join(names, ", "));
}

template <class Names>
bool is_subset(const Names& asked, const Names& granted) {
  return std::ranges::all_of(asked,
                             [&](const auto& name) { return std::ranges::find(granted, name) != granted.end(); });
}

template <class Names>
std::string listed_names(const Names& names) {
  if (names.empty()) return "none";
  std::string text = "[";
  for (const auto& name : names) text.append(text.size() > 1 ? ", " : "").append(name.value);
  return text + "]";
}

}  // namespace

std::string listed(const std::vector<Scope>& scopes) {
  return listed_names(scopes);
}
std::string listed(const std::vector<RoleName>& roles) {
  return listed_names(roles);
}
std::string listed(const std::vector<Permission>& permissions) {
  return listed_names(permissions);
}

bool client_is_identified(const Hearing& hearing, TrailRecorder& trail) {
  return !hearing.presented.id.empty()
             ? trail.pass(Check::client_is_identified)
             : trail.refuse(Check::client_is_identified, RefusalReason::client_authentication_missing, "a client id",
                            "none");
}

bool client_is_known(const Hearing& hearing, TrailRecorder& trail) {
  const auto registered = [&](const auto& entry) { return entry.second.clients.contains(hearing.presented.id); };
  return std::ranges::any_of(hearing.world.orgs, registered)
             ? trail.pass(Check::client_is_known)
             : trail.refuse(Check::client_is_known, RefusalReason::client_unknown, "registered in some org",
                            "registered nowhere");
}

bool org_is_active(const Hearing& hearing, TrailRecorder& trail) {
  const Org& org = *hearing.org;
  return org.status == OrgStatus::active ? trail.pass(Check::org_is_active)
                                         : trail.refuse(Check::org_is_active, RefusalReason::org_not_active, "active",
                                                        std::string(to_string(org.status)));
}

bool client_is_registered_in_org(const Hearing& hearing, TrailRecorder& trail) {
  return hearing.client ? trail.pass(Check::client_is_registered_in_org)
                        : trail.refuse(Check::client_is_registered_in_org, RefusalReason::client_not_registered_in_org,
                                       "registered or authorized there", where_registered(hearing));
}

bool client_is_authorized_in_org(const Hearing& hearing, TrailRecorder& trail) {
  const ClientAuthorization* const authorization = hearing.client->authorization;
  if (authorization == nullptr) return true;  // the org's own client needs no authorization: nothing to check
  return authorization->state == AuthorizationState::authorized
             ? trail.pass(Check::client_is_authorized_in_org)
             : trail.refuse(Check::client_is_authorized_in_org, RefusalReason::client_not_authorized_in_org,
                            "authorized", std::string(to_string(authorization->state)));
}

bool client_is_active(const Hearing& hearing, TrailRecorder& trail) {
  const ClientState state = hearing.client->registration->state;
  if (state == ClientState::active) return trail.pass(Check::client_is_active);
  const auto reason = state == ClientState::disabled ? RefusalReason::client_disabled : RefusalReason::client_inactive;
  return trail.refuse(Check::client_is_active, reason, "active", std::string(to_string(state)));
}

bool client_secret_matches(const Hearing& hearing, SecretNeed need, TrailRecorder& trail) {
  const OAuthClient& client = *hearing.client->registration;
  if (secret_is_right(hearing.presented, client)) return trail.pass(Check::client_secret_matches);
  if (has_secret(hearing.presented)) {
    return trail.refuse(Check::client_secret_matches, RefusalReason::client_secret_wrong,
                        fmt::format("the secret registered in org {}", hearing.client->registered_in->name.value),
                        whose_secret(hearing));
  }
  return need == SecretNeed::replaced_by_pkce
             ? trail.pass(Check::client_secret_matches)
             : trail.refuse(Check::client_secret_matches, RefusalReason::client_secret_missing, "the client's secret",
                            "none");
}

bool client_secret_matches_anywhere(const Hearing& hearing, TrailRecorder& trail) {
  const auto orgs = orgs_that_registered(hearing.world, hearing.presented.id);
  const auto right = [&](const Org* org) {
    return secret_is_right(hearing.presented, org->clients.at(hearing.presented.id));
  };
  if (std::ranges::any_of(orgs, right)) return trail.pass(Check::client_secret_matches);
  return has_secret(hearing.presented)
             ? trail.refuse(Check::client_secret_matches, RefusalReason::client_secret_wrong, "a secret of this client",
                            "another secret")
             : trail.refuse(Check::client_secret_matches, RefusalReason::client_secret_missing, "the client's secret",
                            "none");
}

bool grant_type_is_authorized(const Hearing& hearing, GrantType grant, TrailRecorder& trail) {
  const auto& authorized = hearing.client->registration->authorized_grant_types;
  if (std::ranges::find(authorized, grant) != authorized.end()) return trail.pass(Check::grant_type_is_authorized);
  std::vector<std::string_view> words;
  for (const GrantType each : authorized) words.push_back(to_string(each));
  return trail.refuse(Check::grant_type_is_authorized, RefusalReason::grant_type_not_authorized,
                      std::string(to_string(grant)),
                      words.empty() ? "none" : fmt::format("[{}]", fmt::join(words, ", ")));
}

bool rate_is_within_limit(const Hearing& hearing, TrailRecorder& trail) {
  const auto limit = limit_of_token_requests(*hearing.org, hearing.ledger);
  return limit ? has_room(*limit, hearing.now, trail) : trail.pass(Check::rate_is_within_limit);
}

bool user_is_active(const Org& org, const std::optional<UserName>& user, TrailRecorder& trail) {
  if (!user) return true;  // the client's own token: nobody to check
  const auto found = org.users.find(*user);
  if (found != org.users.end() && found->second.status == UserStatus::active) {
    return trail.pass(Check::user_is_active);
  }
  return trail.refuse(Check::user_is_active, RefusalReason::user_not_active, "active",
                      found == org.users.end() ? "no such user" : std::string(to_string(found->second.status)));
}

bool user_may_act(const Hearing& hearing, const std::optional<UserName>& user, const std::optional<OrgName>& home,
                  TrailRecorder& trail) {
  const Org* const org_of_user = home ? find_org(hearing.world, *home) : hearing.org;
  if (org_of_user != nullptr && !user_is_active(*org_of_user, user, trail)) return false;
  return !user || !home ||
         trust_lets_user_in(hearing.world, *hearing.org, {*home, *user}, hearing.now, RefusalReason::trust_not_given,
                            trail);
}

bool scopes_are_granted_in_org(const Hearing& hearing, const std::vector<Scope>& scopes, TrailRecorder& trail) {
  if (hearing.world.scopes_judged_at != JudgedAt::token_request) return true;  // judged at the API request
  const auto& granted = hearing.client->scopes();
  return is_subset(scopes, granted)
             ? trail.pass(Check::scopes_are_granted_in_org)
             : trail.refuse(Check::scopes_are_granted_in_org, RefusalReason::scope_not_granted_in_org, listed(scopes),
                            listed(granted));
}

bool scope_is_within_grant(const std::vector<Scope>& requested, const std::vector<Scope>& granted,
                           TrailRecorder& trail) {
  return is_subset(requested, granted) ? trail.pass(Check::scope_is_within_grant)
                                       : trail.refuse(Check::scope_is_within_grant, RefusalReason::scope_exceeds_grant,
                                                      "no more than " + listed(granted), listed(requested));
}

bool roles_are_assigned_in_org(const Hearing& hearing, TrailRecorder& trail) {
  if (hearing.world.roles_judged_at != JudgedAt::token_request) return true;  // judged at the API request
  const auto& required = hearing.client->registration->required_roles;
  const auto& assigned = hearing.client->roles();
  return is_subset(required, assigned)
             ? trail.pass(Check::roles_are_assigned_in_org)
             : trail.refuse(Check::roles_are_assigned_in_org, RefusalReason::role_missing_in_org, listed(required),
                            listed(assigned));
}

}  // namespace gcmock
