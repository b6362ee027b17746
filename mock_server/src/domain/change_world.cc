// What each change does to the world or to the ledger.
#include "domain/change_world.h"

#include <algorithm>
#include <vector>

#include "domain/settle.h"
#include "domain/trust_audits.h"

namespace gcmock {

namespace {

template <class Names>
void adjust_names(Names& names, const Names& give, const Names& take) {
  for (const auto& name : take) std::erase(names, name);
  for (const auto& name : give) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
}

template <class Holder, class Roles>
void set_roles(Holder& holder, const Roles& set) {
  holder.roles = set.roles;
  holder.role_divisions = set.role_divisions;
}

template <class Holder>
void take_role(Holder& holder, const RoleName& role) {
  std::erase(holder.roles, role);
  holder.role_divisions.erase(role);
}

/// One overload a change. Those of the world find the org first.
struct Apply {
  World& world;
  Ledger& ledger;
  Instant now;

  template <class Do>
  void in_org(const OrgName& name, const Do& change) const {
    const auto org = world.orgs.find(name);
    if (org != world.orgs.end()) change(org->second);
  }
  template <class Do>
  void in_registration(const OrgName& name, const ClientId& id, const Do& change) const {
    in_org(name, [&](Org& org) {
      const auto client = org.clients.find(id);
      if (client != org.clients.end()) change(client->second);
    });
  }
  /// The registration in that org, or else the authorization there.
  template <class Do>
  void in_grant(const OrgName& name, const ClientId& id, const Do& change) const {
    in_registration(name, id, change);
    in_org(name, [&](Org& org) {
      const auto authorization = org.authorizations.find(id);
      if (authorization != org.authorizations.end()) change(authorization->second);
    });
  }
  static void note(Org& org, std::vector<TrustAudit> audits) {
    org.trust_audits.insert(org.trust_audits.end(), audits.begin(), audits.end());
  }
  template <class Do>
  void in_user(const OrgName& name, const UserName& id, const Do& change) const {
    in_org(name, [&](Org& org) {
      const auto user = org.users.find(id);
      if (user != org.users.end()) change(user->second);
    });
  }

  void operator()(const PutClient& put) const {
    in_org(put.org, [&](Org& org) { org.clients[put.client.id] = put.client; });
  }
  void operator()(const EditClient& edit) const {
    in_registration(edit.org, edit.client.id, [&](OAuthClient& client) { client = edit.client; });
  }
  void operator()(const RemoveClient& remove) const {
    in_org(remove.org, [&](Org& org) { org.clients.erase(remove.client); });
  }
  void operator()(const SetClientState& set) const {
    in_registration(set.org, set.client, [&](OAuthClient& client) { client.state = set.state; });
  }
  void operator()(const SetClientSecret& set) const {
    in_registration(set.org, set.client, [&](OAuthClient& client) { client.secret = set.secret; });
  }
  void operator()(const SetClientGrantTypes& set) const {
    in_registration(set.org, set.client, [&](OAuthClient& client) { client.authorized_grant_types = set.grant_types; });
  }
  void operator()(const SetClientRedirectUris& set) const {
    in_registration(set.org, set.client, [&](OAuthClient& client) { client.redirect_uris = set.redirect_uris; });
  }
  void operator()(const SetClientScopes& set) const {
    in_grant(set.org, set.client, [&](auto& grant) { grant.scopes = set.scopes; });
  }
  void operator()(const SetClientRoles& set) const {
    in_grant(set.org, set.client, [&](auto& grant) { set_roles(grant, set); });
  }
  void operator()(const AdjustClientScopes& adjust) const {
    in_grant(adjust.org, adjust.client, [&](auto& grant) { adjust_names(grant.scopes, adjust.give, adjust.take); });
  }
  void operator()(const AdjustClientRoles& adjust) const {
    in_grant(adjust.org, adjust.client, [&](auto& grant) { adjust_names(grant.roles, adjust.give, adjust.take); });
  }
  void operator()(const AdjustUserRoles& adjust) const {
    in_user(adjust.org, adjust.user, [&](User& user) { adjust_names(user.roles, adjust.give, adjust.take); });
  }
  void operator()(const SetAuthorizationState& set) const {
    in_org(set.org, [&](Org& org) {
      const auto authorization = org.authorizations.find(set.client);
      if (authorization != org.authorizations.end()) authorization->second.state = set.state;
    });
  }
  void operator()(const PutAuthorization& put) const {
    in_org(put.org, [&](Org& org) { org.authorizations[put.authorization.client] = put.authorization; });
  }
  void operator()(const RemoveAuthorization& remove) const {
    in_org(remove.org, [&](Org& org) { org.authorizations.erase(remove.client); });
  }
  void operator()(const SetOrgStatus& set) const {
    in_org(set.org, [&](Org& org) { org.status = set.status; });
  }
  void operator()(const SetOrgDetails& set) const {
    in_org(set.org, [&](Org& org) { org.details = set.details; });
  }
  void operator()(const SetIdleTimeout& set) const {
    in_org(set.org, [&](Org& org) { org.idle_timeout = set.timeout; });
  }
  void operator()(const SetUserStatus& set) const {
    in_user(set.org, set.user, [&](User& user) { user.status = set.status; });
  }
  void operator()(const SetUserRoles& set) const {
    in_user(set.org, set.user, [&](User& user) { set_roles(user, set); });
  }
  void operator()(const PutRole& put) const {
    in_org(put.org, [&](Org& org) { org.roles[put.role.name] = put.role; });
  }
  void operator()(const RemoveRole& remove) const {
    in_org(remove.org, [&](Org& org) {
      org.roles.erase(remove.role);
      for (auto& [name, user] : org.users) take_role(user, remove.role);
      for (auto& [id, client] : org.clients) take_role(client, remove.role);
      for (auto& [id, authorization] : org.authorizations) take_role(authorization, remove.role);
      for (auto& [trustee, trust] : org.trusts) {
        for (auto& [name, user] : trust.users) take_role(user, remove.role);
        for (auto& [name, group] : trust.groups) take_role(group, remove.role);
      }
    });
  }
  void operator()(const SetRoleSettings& set) const {
    in_org(set.org, [&](Org& org) { org.role_settings = set.settings; });
  }
  void operator()(const PutDivision& put) const {
    in_org(put.org, [&](Org& org) { org.divisions[put.division.id] = put.division; });
  }
  void operator()(const PutTrust& put) const {
    in_org(put.org, [&](Org& org) {
      const auto before = org.trusts.find(put.trust.trustee);
      note(org, audits_of(before == org.trusts.end() ? nullptr : &before->second, put.trust, {now, put.by}));
      org.trusts[put.trust.trustee] = put.trust;
    });
  }
  void operator()(const RemoveTrust& remove) const {
    in_org(remove.org, [&](Org& org) {
      const auto trust = org.trusts.find(remove.trustee);
      if (trust == org.trusts.end()) return;
      note(org, {audit_of_removal(trust->second, {now, remove.by})});
      org.trusts.erase(trust);
    });
  }
  void operator()(const PutPairing& put) const {
    in_org(put.org, [&](Org& org) { org.pairings[put.pairing.id] = put.pairing; });
  }
  void operator()(const PutIntegration& put) const {
    in_org(put.org, [&](Org& org) { org.integrations[put.integration.id] = put.integration; });
  }
  void operator()(const RemoveIntegration& remove) const {
    in_org(remove.org, [&](Org& org) { org.integrations.erase(remove.integration); });
  }
  void operator()(const SetLimit& set) const {
    in_org(set.org, [&](Org& org) { limit_in(org, set.of) = set.limit; });
  }

  void operator()(const RevokeAccessToken& revoke) const { revoke_access_token(ledger, revoke.value); }
  void operator()(const RevokeToken& revoke) const { revoke_token(ledger, revoke.label); }
  void operator()(const RevokeFamily& revoke) const { revoke_family_of(ledger, revoke.label); }
  void operator()(const RevokeTokensOfUser& revoke) const { revoke_tokens_of(ledger, revoke.org, revoke.user); }
  void operator()(const RevokeTokensOfClient& revoke) const { revoke_tokens_of(ledger, revoke.org, revoke.client); }
  void operator()(const ExpireToken& expire) const { expire_token(ledger, expire.label, now); }
};

}  // namespace

void apply(World& world, Ledger& ledger, const WorldChange& change, Instant now) {
  std::visit(Apply{world, ledger, now}, change);
}

}  // namespace gcmock
