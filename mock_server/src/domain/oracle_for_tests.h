// The policy a second time, naively: flat lists of sentences over bookkeeping of its own. It shares no code with the
// policy and the ledger, so that a mistake would have to be made twice to go unseen.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "domain/decide.h"
#include "domain/decide_authorize.h"
#include "domain/oracle_limits_for_tests.h"
#include "domain/oracle_view_for_tests.h"
#include "domain/settle.h"
#include "domain/trust_oracle_for_tests.h"

namespace gcmock::tests {

class Oracle : OracleView {
 public:
  explicit Oracle(const World& world) : OracleView(world) {
    for (const auto& [name, org] : world.orgs) {
      for (const auto& token : org.refresh_tokens) note_initial("refresh", name, token);
      for (const auto& token : org.access_tokens) note_initial("access", name, token);
      for (const auto& token : org.codes) note_initial("code", name, token);
      for (const auto& token : org.saml_assertions) note_initial("assertion", name, token);
    }
  }

  using Verdict = std::optional<RefusalReason>;

  [[nodiscard]] Verdict expect(const TokenRequest& request, Instant now) const {
    if (const auto* refresh = std::get_if<RefreshRequest>(&request)) return expect_refresh(*refresh, now);
    if (const auto* code = std::get_if<AuthorizationCodeRequest>(&request)) return expect_code(*code, now);
    if (const auto* saml = std::get_if<Saml2BearerRequest>(&request)) return expect_saml2(*saml, now);
    return expect_client_credentials(std::get<ClientCredentialsRequest>(request), now);
  }

  [[nodiscard]] Verdict expect_refresh(const RefreshRequest& request, Instant now) const {
    const auto& id = request.client.id;
    const Note* t = find("refresh", request.refresh_token);
    if (id.empty()) return RefusalReason::client_authentication_missing;
    if (!registered_somewhere(id)) return RefusalReason::client_unknown;
    if (!t && !proves_itself_somewhere(request.client)) return secret_refusal(request.client);
    if (!t) return RefusalReason::refresh_token_unknown;
    const Org& org = world_.orgs.at(t->org);
    if (org.status != OrgStatus::active) return RefusalReason::org_not_active;
    if (!known_in(org, id) && t->client == id) return RefusalReason::client_not_registered_in_org;
    if (!known_in(org, id) && !proves_itself_somewhere(request.client)) return secret_refusal(request.client);
    if (!known_in(org, id)) return RefusalReason::refresh_token_of_another_org;
    if (lacks_authorization(org, id)) return RefusalReason::client_not_authorized_in_org;
    const OAuthClient& client = registration(org, id);
    if (client.state == ClientState::inactive) return RefusalReason::client_inactive;
    if (client.state == ClientState::disabled) return RefusalReason::client_disabled;
    if (!proves_itself(request.client, client)) return secret_refusal(request.client);
    if (t->client != id) return RefusalReason::refresh_token_of_another_client;
    if (!may_use(client, GrantType::refresh_token)) return RefusalReason::grant_type_not_authorized;
    if (limits_.full(org.token_requests, "token requests of " + org.name.value, now))
      return RefusalReason::rate_limited;
    if (t->revoked) return RefusalReason::refresh_token_revoked;
    if (t->spent && (t->spent_long_ago || now - t->spent_at >= world_.refresh.grace_window)) {
      return RefusalReason::refresh_token_spent;
    }
    if (t->expires_at && *t->expires_at <= now) return RefusalReason::refresh_token_expired;
    if (const auto away = is_away(*t, now)) return away;
    if (!all_in(request.scope, t->scopes)) return RefusalReason::scope_exceeds_grant;
    return expect_scopes_and_roles(org, client, t->scopes);
  }

  [[nodiscard]] Verdict expect_code(const AuthorizationCodeRequest& request, Instant now) const {
    const auto& id = request.client.id;
    const Note* c = find("code", request.code);
    if (id.empty()) return RefusalReason::client_authentication_missing;
    if (!registered_somewhere(id)) return RefusalReason::client_unknown;
    if (!c && !proves_itself_somewhere(request.client)) return secret_refusal(request.client);
    if (!c) return RefusalReason::code_unknown;
    const Org& org = world_.orgs.at(c->org);
    if (org.status != OrgStatus::active) return RefusalReason::org_not_active;
    if (!known_in(org, id) && c->client == id) return RefusalReason::client_not_registered_in_org;
    if (!known_in(org, id) && !proves_itself_somewhere(request.client)) return secret_refusal(request.client);
    if (!known_in(org, id)) return RefusalReason::code_of_another_client;
    if (lacks_authorization(org, id)) return RefusalReason::client_not_authorized_in_org;
    const OAuthClient& client = registration(org, id);
    if (client.state == ClientState::inactive) return RefusalReason::client_inactive;
    if (client.state == ClientState::disabled) return RefusalReason::client_disabled;
    const bool has_to_use_pkce = client.proof_key == ProofKey::required;
    const bool uses_pkce = !c->challenge.empty() && request.code_verifier.has_value();
    const bool sends_secret = request.client.secret.value_or("") != "";
    const bool pkce_will_do = has_to_use_pkce || uses_pkce;
    if (!proves_itself(request.client, client) && (sends_secret || !pkce_will_do))
      return secret_refusal(request.client);
    if (c->client != id) return RefusalReason::code_of_another_client;
    if (!may_use(client, GrantType::authorization_code)) return RefusalReason::grant_type_not_authorized;
    if (limits_.full(org.token_requests, "token requests of " + org.name.value, now))
      return RefusalReason::rate_limited;
    if (c->spent || c->revoked) return RefusalReason::code_used;
    if (c->expires_at && *c->expires_at <= now) return RefusalReason::code_expired;
    const auto& uris = client.redirect_uris;
    const bool uri_is_registered = std::count(uris.begin(), uris.end(), request.redirect_uri) > 0;
    if (!request.redirect_uri.empty() && !uri_is_registered) return RefusalReason::redirect_uri_not_registered;
    if (!c->redirect_uri.empty() && c->redirect_uri != request.redirect_uri)
      return RefusalReason::redirect_uri_mismatch;
    if ((has_to_use_pkce || !c->challenge.empty()) && !request.code_verifier) {
      return RefusalReason::pkce_verifier_missing;
    }
    // In random worlds the one right verifier is called "right", and its challenge is worked out by hand.
    if (request.code_verifier && (c->challenge.empty() || *request.code_verifier != "right")) {
      return RefusalReason::pkce_verifier_wrong;
    }
    if (const auto away = is_away(*c, now)) return away;
    return expect_scopes_and_roles(org, client, c->scopes);
  }

  [[nodiscard]] Verdict expect_client_credentials(const ClientCredentialsRequest& request, Instant now) const {
    const auto& id = request.client.id;
    if (id.empty()) return RefusalReason::client_authentication_missing;
    if (!registered_somewhere(id)) return RefusalReason::client_unknown;
    const Org& org = org_of_credentials(request.client);
    const OAuthClient& client = org.clients.at(id);
    if (org.status != OrgStatus::active) return RefusalReason::org_not_active;
    if (client.state == ClientState::inactive) return RefusalReason::client_inactive;
    if (client.state == ClientState::disabled) return RefusalReason::client_disabled;
    if (!proves_itself(request.client, client)) return secret_refusal(request.client);
    if (!may_use(client, GrantType::client_credentials)) return RefusalReason::grant_type_not_authorized;
    if (limits_.full(org.token_requests, "token requests of " + org.name.value, now))
      return RefusalReason::rate_limited;
    if (!all_in(request.scope, client.scopes)) return RefusalReason::scope_exceeds_grant;
    if (world_.roles_judged_at == JudgedAt::token_request && !all_in(client.required_roles, client.roles)) {
      return RefusalReason::role_missing_in_org;
    }
    return std::nullopt;
  }

  [[nodiscard]] Verdict expect_saml2(const Saml2BearerRequest& request, Instant now) const {
    const auto& id = request.client.id;
    const Note* a = find("assertion", request.assertion);
    if (id.empty()) return RefusalReason::client_authentication_missing;
    if (!registered_somewhere(id)) return RefusalReason::client_unknown;
    const bool knows_org = world_.orgs.contains(OrgName(request.org_name));
    if (!knows_org && !proves_itself_somewhere(request.client)) return secret_refusal(request.client);
    if (!knows_org) return RefusalReason::login_org_unknown;
    const Org& org = world_.orgs.at(OrgName(request.org_name));
    if (org.status != OrgStatus::active) return RefusalReason::org_not_active;
    if (!known_in(org, id)) return RefusalReason::client_not_registered_in_org;
    if (lacks_authorization(org, id)) return RefusalReason::client_not_authorized_in_org;
    const OAuthClient& client = registration(org, id);
    if (client.state == ClientState::inactive) return RefusalReason::client_inactive;
    if (client.state == ClientState::disabled) return RefusalReason::client_disabled;
    if (!proves_itself(request.client, client)) return secret_refusal(request.client);
    if (!may_use(client, GrantType::saml2_bearer)) return RefusalReason::grant_type_not_authorized;
    if (limits_.full(org.token_requests, "token requests of " + org.name.value, now))
      return RefusalReason::rate_limited;
    if (!a) return RefusalReason::saml_assertion_unknown;
    if (a->org != org.name) return RefusalReason::saml_assertion_of_another_org;
    if (a->spent || a->revoked) return RefusalReason::saml_assertion_used;
    if (a->expires_at && *a->expires_at <= now) return RefusalReason::saml_assertion_expired;
    if (const auto away = is_away(*a, now)) return away;
    if (!all_in(request.scope, granted_scopes(org, id))) return RefusalReason::scope_exceeds_grant;
    return expect_scopes_and_roles(org, client, {});
  }

  [[nodiscard]] Verdict expect(const ApiRequest& request, Instant now) const {
    if (!request.bearer) return RefusalReason::bearer_missing;
    const Note* t = find("access", *request.bearer);
    if (!t) return RefusalReason::bearer_unknown;
    if (t->revoked) return RefusalReason::bearer_revoked;
    if (t->expires_at && *t->expires_at <= now) return RefusalReason::bearer_expired;
    const Org& org = world_.orgs.at(t->org);
    if (org.idle_timeout && now - t->used_at >= *org.idle_timeout) return RefusalReason::bearer_idle;
    if (org.status != OrgStatus::active) return RefusalReason::org_not_active;
    if (!known_in(org, t->client)) return RefusalReason::bearer_revoked;
    if (lacks_authorization(org, t->client)) return RefusalReason::bearer_revoked;
    if (registration(org, t->client).state == ClientState::disabled) return RefusalReason::bearer_revoked;
    if (user_is_away(t->home ? world_.orgs.at(*t->home) : org, t->user)) return RefusalReason::user_not_active;
    if (t->home && !TrustOracle(world_).lets_in(org, *t->home, *t->user, now)) return RefusalReason::bearer_revoked;
    for (const auto& [limit, counted] : api_limits(request.bearer.value(), *t)) {
      if (limits_.full(limit, counted, now)) return RefusalReason::rate_limited;
    }
    const bool scopes_count = !request.operation.scopes_any.empty() && (t->user || !t->scopes.empty());
    if (scopes_count) {
      std::set<Scope> usable(t->scopes.begin(), t->scopes.end());
      if (world_.scopes_judged_at == JudgedAt::api_request) {
        std::erase_if(usable,
                      [&](const Scope& scope) { return !all_in(std::vector{scope}, granted_scopes(org, t->client)); });
      }
      if (!any_in(request.operation.scopes_any, usable)) return RefusalReason::api_scope_missing;
    }
    if (world_.roles_judged_at == JudgedAt::api_request) {
      std::set<Permission> held;
      for (const RoleName& role : roles_of(*t, org)) {
        if (!org.roles.contains(role)) continue;
        for (const Permission& permission : org.roles.at(role).permissions) held.insert(permission);
      }
      const auto& any = request.operation.permissions_any;
      if (!any.empty() && std::none_of(any.begin(), any.end(), [&](auto& one) { return is_covered(one, held); })) {
        return RefusalReason::api_permission_missing;
      }
      for (const Permission& one : request.operation.permissions_all) {
        if (!is_covered(one, held)) return RefusalReason::api_permissions_missing;
      }
    }
    if (request.operation.needs_user && !t->user) return RefusalReason::user_context_required;
    return std::nullopt;
  }

  /// Notes what a grant did: `tokens` is what the answer carried.
  void note_granted(const TokenRequest& request, const Tokens& tokens, Instant now) {
    Note fresh;
    std::vector<Scope> scope_of_refresh_token;
    if (const auto* refresh = std::get_if<RefreshRequest>(&request)) {
      Note& old = notes_.at({"refresh", refresh->refresh_token});
      fresh = like(old);
      scope_of_refresh_token = old.scopes;
      if (!refresh->scope.empty()) fresh.scopes = refresh->scope;
      if (world_.refresh.rotation == Rotation::rotate && !old.spent) {
        old.spent = true;
        old.spent_at = now;
      }
    } else if (const auto* code = std::get_if<AuthorizationCodeRequest>(&request)) {
      Note& used = notes_.at({"code", code->code});
      used.spent = true;
      fresh = like(used);
      scope_of_refresh_token = used.scopes;
    } else if (const auto* saml = std::get_if<Saml2BearerRequest>(&request)) {
      Note& used = notes_.at({"assertion", saml->assertion});
      used.spent = true;
      fresh = like(used);
      fresh.client = saml->client.id;
      fresh.scopes = saml->scope.empty() ? granted_scopes(world_.orgs.at(used.org), fresh.client) : saml->scope;
      fresh.family = "grant " + std::to_string(++grants_);
    } else {
      const auto& own = std::get<ClientCredentialsRequest>(request);
      const Org& org = org_of_credentials(own.client);
      fresh.org = org.name;
      fresh.client = own.client.id;
      fresh.scopes = own.scope.empty() ? org.clients.at(own.client.id).scopes : own.scope;
      fresh.family = "grant " + std::to_string(++grants_);
    }
    const OAuthClient& client = registration(world_.orgs.at(fresh.org), fresh.client);
    fresh.expires_at = now + client.access_token_lifetime;
    fresh.used_at = now;
    note_access_token(tokens.access_token, fresh, now);
    if (!tokens.refresh_token || notes_.contains({"refresh", *tokens.refresh_token})) return;
    fresh.scopes = scope_of_refresh_token;
    fresh.expires_at.reset();
    if (client.refresh_token_lifetime) fresh.expires_at = now + *client.refresh_token_lifetime;
    notes_[{"refresh", *tokens.refresh_token}] = fresh;
  }

  /// A code or an implicit grant's access token.
  void note_authorized(const std::string& kind, const std::string& value, const Authorized& authorized, Instant now) {
    Note fresh;
    fresh.org = authorized.login.org;
    fresh.client = authorized.client;
    fresh.user = authorized.login.user;
    fresh.home = authorized.login.home;
    fresh.scopes = authorized.scopes;
    fresh.family = "grant " + std::to_string(++grants_);
    fresh.expires_at = now + authorized.lifetime;
    fresh.used_at = now;
    fresh.redirect_uri = authorized.redirect_uri;
    fresh.challenge = authorized.code_challenge.value_or("");
    if (kind == "access") return note_access_token(value, fresh, now);
    notes_[{kind, value}] = fresh;
  }

  void note_refused(const TokenRequest& request, RefusalReason reason) {
    if (world_.refresh.reuse_detection == ReuseDetection::off) return;
    const auto* refresh = std::get_if<RefreshRequest>(&request);
    const auto* code = std::get_if<AuthorizationCodeRequest>(&request);
    if (reason == RefusalReason::refresh_token_spent) revoke_family_of(notes_.at({"refresh", refresh->refresh_token}));
    if (reason == RefusalReason::code_used && notes_.at({"code", code->code}).spent) {
      revoke_family_of(notes_.at({"code", code->code}));
    }
  }

  void note_use(const std::string& access_token, Instant now) { notes_.at({"access", access_token}).used_at = now; }

  void note_token_request(const std::optional<OrgName>& org, Instant now) {
    if (org) limits_.count(world_.orgs.at(*org).token_requests, "token requests of " + org->value, now);
  }
  void note_api_request(const ApiRequest& request, Instant now) {
    const Note* t = request.bearer ? find("access", *request.bearer) : nullptr;
    if (!t) return;
    for (const auto& [limit, counted] : api_limits(*request.bearer, *t)) limits_.count(limit, counted, now);
  }

 private:
  using Note = OracleNote;

  /// What each request of this token is counted by, and the limit for it.
  std::vector<std::pair<std::optional<RateLimit>, std::string>> api_limits(const std::string& bearer,
                                                                           const Note& t) const {
    const Org& org = world_.orgs.at(t.org);
    std::vector<std::pair<std::optional<RateLimit>, std::string>> limits;
    limits.emplace_back(org.api_requests_per_token, "token " + bearer);
    if (t.user)
      limits.emplace_back(org.api_requests_per_user, t.org.value + " user " + (t.home ? t.home->value + "/" : "") +
                                                         t.user->value + t.client.value);
    if (!t.user) limits.emplace_back(org.api_requests_per_client, t.org.value + " client " + t.client.value);
    limits.emplace_back(org.api_requests, "API requests of " + t.org.value);
    return limits;
  }

  void note_access_token(const std::string& value, Note fresh, Instant now) {
    const Org& org = world_.orgs.at(fresh.org);
    const auto whose = [](const Note& note) {
      return note.org.value + (note.home ? " guest of " + note.home->value : "") +
             (note.user ? " user " + note.user->value : " client " + note.client.value);
    };
    const std::optional<int> at_most = fresh.user ? org.tokens_per_user : org.tokens_per_client;
    fresh.number = ++numbers_;
    notes_[{"access", value}] = fresh;
    if (!at_most) return;
    std::map<int, Note*> live;
    for (auto& [key, note] : notes_) {
      const bool dead = note.revoked || (note.expires_at && *note.expires_at <= now);
      if (key.first == "access" && !dead && whose(note) == whose(fresh)) live[note.number] = &note;
    }
    for (; static_cast<int>(live.size()) > *at_most; live.erase(live.begin())) live.begin()->second->revoked = true;
  }

  void note_initial(const std::string& kind, const OrgName& org, const InitialToken& token) {
    Note note;
    note.org = org;
    note.client = token.client;
    note.user = token.user;
    note.home = token.home;
    note.scopes = token.scopes;
    const bool own_family = kind == "code" && token.life != InitialLife::spent;
    note.family = org.value + (own_family ? "/code/" : "/") + token.name + "/" + token.client.value + "/" +
                  (token.user ? token.user->value : "") + "/" + (token.home ? token.home->value : "");
    note.used_at = world_.starts_at;
    if (token.expires_in) note.expires_at = world_.starts_at + *token.expires_in;
    note.revoked = token.life == InitialLife::revoked || (kind == "access" && token.life == InitialLife::spent);
    note.spent = note.spent_long_ago = token.life == InitialLife::spent;
    note.redirect_uri = token.redirect_uri;
    note.challenge = token.code_challenge.value_or("");
    note.number = ++numbers_;
    notes_[{kind, token.value}] = note;
  }

  Verdict is_away(const Note& note, Instant now) const {
    const Org& org = world_.orgs.at(note.org);
    if (user_is_away(note.home ? world_.orgs.at(*note.home) : org, note.user)) return RefusalReason::user_not_active;
    const bool is_guest = note.user && note.home;
    if (is_guest && !TrustOracle(world_).lets_in(org, *note.home, *note.user, now))
      return RefusalReason::trust_not_given;
    return std::nullopt;
  }

  void revoke_family_of(const Note& reused) {
    const std::string family = reused.family;
    for (auto& [key, note] : notes_) {
      if (note.family == family && key.first != "code") note.revoked = true;
    }
  }

  const Note* find(const std::string& kind, const std::string& value) const {
    const auto found = notes_.find({kind, value});
    return found == notes_.end() ? nullptr : &found->second;
  }

  std::set<RoleName> roles_of(const Note& token, const Org& org) const {
    const auto as_set = [](const std::vector<RoleName>& roles) { return std::set(roles.begin(), roles.end()); };
    if (!token.user) return as_set(assigned_roles(org, token.client));
    if (token.home) return TrustOracle(world_).roles(org, *token.home, *token.user);
    return as_set(org.users.at(*token.user).roles);
  }

  Verdict expect_scopes_and_roles(const Org& org, const OAuthClient& client, const std::vector<Scope>& scopes) const {
    if (world_.scopes_judged_at == JudgedAt::token_request && !all_in(scopes, granted_scopes(org, client.id))) {
      return RefusalReason::scope_not_granted_in_org;
    }
    if (world_.roles_judged_at == JudgedAt::token_request &&
        !all_in(client.required_roles, assigned_roles(org, client.id))) {
      return RefusalReason::role_missing_in_org;
    }
    return std::nullopt;
  }

  std::map<std::pair<std::string, std::string>, Note> notes_;
  OracleLimits limits_;
  int grants_ = 0;
  int numbers_ = 0;
};

}  // namespace gcmock::tests
