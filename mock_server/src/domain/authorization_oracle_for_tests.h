// The policy of the authorization endpoint a second time, naively: see oracle_for_tests.h.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "domain/decide_authorize.h"
#include "domain/trust_oracle_for_tests.h"

namespace gcmock::tests {

/// What becomes of an authorization request: "granted", "consent", or the reason's word.
class AuthorizationOracle {
 public:
  explicit AuthorizationOracle(const World& world) : world_(world) {}

  [[nodiscard]] std::string expect(const AuthorizationRequest& request, Instant now) const {
    if (request.client.empty()) return "client_authentication_missing";
    if (!any_registration(request.client)) return "client_unknown";
    const Guess who = guess(request);
    if (!uri_is_registered(request, who)) return "redirect_uri_not_registered";
    if (!request.fault.empty() || request.response_type.empty()) return "malformed_request";
    if (request.org.empty() != request.provider.empty()) return "malformed_request";
    if (request.response_type != "code" && request.response_type != "token") return "response_type_unsupported";
    if (who.org_is_unknown) return "login_org_unknown";
    if (!who.user) return "login_user_unknown";
    if (request.decision == Decision::deny) return "consent_denied";
    if (world_.consent == Consent::page && !request.decision) return "consent";
    return expect_of(request, who, now);
  }

  struct Guess {
    bool org_is_unknown = false;
    const Org* org = nullptr;
    const Org* home = nullptr;
    const User* user = nullptr;
  };

  /// Who logs in, by going through everybody and keeping the best.
  [[nodiscard]] Guess guess(const AuthorizationRequest& request) const {
    // In random worlds an email has an '@' and no hint has two colons.
    std::string email, home_name = request.login_hint;
    if (home_name.find('@') != std::string::npos) {
      email = home_name.substr(0, home_name.find(':'));
      home_name = email == home_name ? "" : home_name.substr(email.size() + 1);
    }
    if (!request.org.empty()) home_name = request.org;
    const Org* target = nullptr;
    for (const auto& [name, org] : world_.orgs) {
      if (org.id.value == request.target) target = &org;
    }
    Guess best;
    if (!request.target.empty() && !target) best.org_is_unknown = true;
    if (!home_name.empty() && !world_.orgs.contains(OrgName(home_name))) best.org_is_unknown = true;
    if (best.org_is_unknown) return best;
    int best_score = 99;
    for (const auto& [name, home] : world_.orgs) {
      if (!home_name.empty() && home_name != name.value) continue;
      for (const auto& [user_name, user] : home.users) {
        if (!email.empty() && email != user.email) continue;
        const Org& org = target ? *target : home;
        const bool trusted = is_in_trust(org, name, user_name);
        const bool named = !home_name.empty() || !email.empty();
        if (&org != &home && !trusted && !named) continue;
        const Guess one{false, &org, &home, &user};
        if (!request.login.empty() && request.login != key(one)) continue;
        const bool known = org.clients.contains(request.client) || org.authorizations.contains(request.client);
        const int score = (known ? 0 : 2) + (user.status == UserStatus::active ? 0 : 1);
        if (score >= best_score) continue;
        best_score = score;
        best = one;
      }
    }
    return best;
  }

 private:
  static std::string key(const Guess& one) {
    return one.org->name.value + "/" + (one.org == one.home ? "" : one.home->name.value) + "/" + one.user->name.value;
  }

  /// By name or by a group, whatever became of the trust.
  bool is_in_trust(const Org& org, const OrgName& home, const UserName& user) const {
    if (!org.trusts.contains(home)) return false;
    const Trust& trust = org.trusts.at(home);
    const auto& groups = world_.orgs.at(home).groups;
    for (const auto& [group, member] : trust.groups) {
      if (groups.contains(group) && groups.at(group).members.contains(user)) return true;
    }
    return trust.users.contains(user);
  }

  const OAuthClient* any_registration(const ClientId& id) const {
    for (const auto& [name, org] : world_.orgs) {
      if (org.clients.contains(id)) return &org.clients.at(id);
    }
    return nullptr;
  }

  bool uri_is_registered(const AuthorizationRequest& request, const Guess& who) const {
    for (const auto& [name, org] : world_.orgs) {
      if (!org.clients.contains(request.client)) continue;
      const OAuthClient& here = org.clients.at(request.client);
      // Where somebody logs in, only the registration counts that his org sees.
      const OAuthClient* seen = &here;
      if (who.org) {
        seen = who.org->clients.contains(request.client) ? &who.org->clients.at(request.client)
                                                         : any_registration(request.client);
      }
      if (std::count(seen->redirect_uris.begin(), seen->redirect_uris.end(), request.redirect_uri) > 0) return true;
    }
    return false;
  }

  bool may_authorize(const Guess& who) const {
    std::set<RoleName> roles(who.user->roles.begin(), who.user->roles.end());
    if (who.org != who.home) {
      roles.clear();
      if (who.org->trusts.contains(who.home->name)) {
        roles = TrustOracle(world_).roles(*who.org, who.home->name, who.user->name);
      }
    }
    for (const auto& role : roles) {
      if (!who.org->roles.contains(role)) continue;
      for (const auto& permission : who.org->roles.at(role).permissions) {
        if (permission.value == "oauth:client:*") return true;  // the only one in random worlds that does
      }
    }
    return false;
  }

  std::string expect_of(const AuthorizationRequest& request, const Guess& who, Instant now) const {
    const Org& org = *who.org;
    if (org.status != OrgStatus::active) return "org_not_active";
    const bool own = org.clients.contains(request.client);
    const OAuthClient& client = own ? org.clients.at(request.client) : *any_registration(request.client);
    const bool told = org.authorizations.contains(request.client);
    if (!own && told && org.authorizations.at(request.client).state != AuthorizationState::authorized) {
      return "client_not_authorized_in_org";
    }
    if (!own && !told && org.scope_enforcement == ScopeEnforcement::on &&
        !(world_.consent == Consent::page && may_authorize(who))) {
      return "client_not_authorized_in_org";
    }
    if (client.state == ClientState::inactive) return "client_inactive";
    if (client.state == ClientState::disabled) return "client_disabled";
    const auto grant = request.response_type == "code" ? GrantType::authorization_code : GrantType::implicit;
    const auto& grants = client.authorized_grant_types;
    if (std::count(grants.begin(), grants.end(), grant) == 0) return "grant_type_not_authorized";
    const bool has_method = !request.code_challenge_method.empty();
    if (request.response_type == "code") {
      const bool asked = client.proof_key == ProofKey::required;
      if (!request.code_challenge && (has_method || asked)) return "pkce_challenge_missing";
      // In random worlds a challenge is either of the right length or "short".
      const bool wrong = request.code_challenge_method != "S256" || request.code_challenge == "short";
      if (request.code_challenge && wrong) return "pkce_challenge_invalid";
    }
    if (who.user->status != UserStatus::active) return "user_not_active";
    if (who.home != who.org && !TrustOracle(world_).lets_in(org, who.home->name, who.user->name, now)) {
      return "trust_not_given";
    }
    const auto& scopes = own || !told ? client.scopes : org.authorizations.at(request.client).scopes;
    for (const auto& scope : request.scope) {
      if (std::count(scopes.begin(), scopes.end(), scope) == 0) return "scope_exceeds_grant";
    }
    return "granted";
  }

  const World& world_;
};

}  // namespace gcmock::tests
