// Random worlds and requests, mostly right, so that each check is reached and fails now and then.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "domain/decide.h"
#include "domain/decide_authorize.h"
#include "domain/fingerprints.h"

namespace gcmock::tests {

class RandomWorlds {
 public:
  explicit RandomWorlds(std::uint64_t seed) : random_(seed) {}

  World world() {
    World world;
    world.scopes_judged_at = one_in(2) ? JudgedAt::token_request : JudgedAt::api_request;
    world.roles_judged_at = one_in(2) ? JudgedAt::token_request : JudgedAt::api_request;
    world.refresh.rotation = pick<Rotation>({Rotation::rotate, Rotation::same_token, Rotation::none_returned});
    world.refresh.reuse_detection = one_in(2) ? ReuseDetection::off : ReuseDetection::revoke_family;
    world.refresh.grace_window = std::chrono::seconds(pick<int>({0, 0, 10}));
    world.consent = one_in(3) ? Consent::page : Consent::auto_approve;
    for (const char* const name : {"a", "b", "c"}) world.orgs[OrgName(name)] = org(OrgName(name));
    return world;
  }

  std::chrono::milliseconds pause() { return std::chrono::milliseconds(pick<int>({0, 1, 999, 5000, 20000})); }

  /// Credentials that were seen so far; requests present them, and seldom something else.
  struct Seen {
    std::vector<std::string> refresh_tokens, access_tokens, codes, assertions;
  };

  TokenRequest token_request(const World& world, const Ledger& ledger, const Seen& seen) {
    switch (number(7)) {
      case 6: {
        Saml2BearerRequest request;
        request.assertion = presented(seen.assertions);
        const IssuedToken* const assertion = ledger.saml_assertion(request.assertion);
        const OrgName org =
            assertion != nullptr && !one_in(6) ? assertion->org : OrgName(pick<std::string>({"a", "d"}));
        request.org_name = org.value;
        request.client = client_of(world, org, ClientId(pick<std::string>({"app", "app", "other", "stranger"})));
        if (one_in(20)) request.client.id = {};
        if (one_in(4)) request.scope = scopes();
        return request;
      }
      case 0:
        return ClientCredentialsRequest{.client = client_of(world, OrgName(pick<std::string>({"a", "b", "c"})),
                                                            ClientId(pick<std::string>({"app", "other"}))),
                                        .scope = one_in(3) ? scopes() : std::vector<Scope>{}};
      case 1:
      case 2: {
        AuthorizationCodeRequest request;
        request.code = presented(seen.codes);
        request.client = owner(world, ledger.code(request.code));
        const auto* code = ledger.code(request.code);
        request.redirect_uri = code != nullptr && !one_in(5) ? code->redirect_uri : pick<std::string>({"u", "v", ""});
        if (code != nullptr && code->code_challenge && !one_in(6)) request.code_verifier = "right";
        if (one_in(12)) request.code_verifier = pick<std::string>({"right", "wrong"});
        return request;
      }
      default: {
        RefreshRequest request;
        request.refresh_token = presented(seen.refresh_tokens);
        request.client = owner(world, ledger.refresh_token(request.refresh_token));
        if (one_in(4)) request.scope = scopes();
        return request;
      }
    }
  }

  AuthorizationRequest authorization_request() {
    AuthorizationRequest request;
    request.client = ClientId(one_in(15) ? pick<std::string>({"stranger", ""}) : pick<std::string>({"app", "other"}));
    request.redirect_uri = one_in(10) ? pick<std::string>({"w", ""}) : pick<std::string>({"u", "u", "v"});
    request.response_type = one_in(20) ? pick<std::string>({"", "id_token"}) : pick<std::string>({"code", "token"});
    if (one_in(4)) request.scope = scopes();
    if (one_in(2)) request.code_challenge = one_in(10) ? "short" : s256_challenge("right");
    if (request.code_challenge && !one_in(10)) request.code_challenge_method = "S256";
    if (one_in(20)) request.code_challenge_method = pick<std::string>({"plain", "S256"});
    if (one_in(3)) request.login_hint = pick<std::string>({"a", "b", "nowhere", "alice@x", "alice@x:c", "eve@x"});
    if (one_in(4)) request.target = pick<std::string>({"id-a", "id-b", "id-c", "id-c", "id-d"});
    if (one_in(8)) request.org = pick<std::string>({"a", "b", "c"});
    if (request.org.empty() == one_in(12)) request.provider = "okta";
    if (one_in(25)) request.fault = "something is repeated";
    if (one_in(3)) request.decision = one_in(5) ? Decision::deny : Decision::approve;
    if (request.decision && one_in(3)) request.login = pick<std::string>({"a//alice", "b//bob", "c/a/alice", "c//eve"});
    return request;
  }

  ApiRequest api_request(const Seen& seen) {
    ApiRequest request;
    if (!one_in(20)) request.bearer = presented(seen.access_tokens);
    if (one_in(2))
      request.operation.scopes_any = one_in(2) ? std::vector{Scope("x")} : std::vector{Scope("y"), Scope("x")};
    if (one_in(3)) request.operation.permissions_any = {Permission("d:e:p")};
    if (one_in(6)) request.operation.permissions_all = {Permission("d:e:p"), Permission("d:e:q")};
    request.operation.needs_user = one_in(3);
    return request;
  }

  bool one_in(int chances) { return number(chances) == 0; }

 private:
  int number(int below) { return static_cast<int>(random_() % static_cast<std::uint64_t>(below)); }
  template <class T>
  T pick(std::vector<T> from) {
    return from[static_cast<std::size_t>(number(static_cast<int>(from.size())))];
  }

  std::vector<Scope> scopes() {
    return pick<std::vector<Scope>>(
        {{Scope("x"), Scope("y")}, {Scope("x"), Scope("y")}, {Scope("x")}, {Scope("z")}, {}});
  }
  Permission permission() {
    return Permission(one_in(3) ? pick<std::string>({"d:e:q", "d:e:*", "d:*:*", "d:*:p", "c:*:*", "d:f:*"}) : "d:e:p");
  }
  std::vector<RoleName> roles() { return one_in(4) ? std::vector<RoleName>{} : std::vector{RoleName("r")}; }

  RateLimit limit() { return {.requests = number(4), .window = std::chrono::seconds(10)}; }

  Org org(const OrgName& name) {
    Org org;
    org.name = name;
    org.status = one_in(12) ? pick<OrgStatus>({OrgStatus::inactive, OrgStatus::deleted}) : OrgStatus::active;
    org.roles[RoleName("r")] = Role{.name = RoleName("r"), .permissions = {permission()}};
    if (!one_in(12)) {
      User& user = org.users[UserName("alice")];
      user.name = UserName("alice");
      user.status = one_in(12) ? UserStatus::inactive : UserStatus::active;
      user.roles = roles();
      user.email = "alice@x";
      if (!one_in(3)) org.groups[GroupName("everyone")].members = {user.name};
    }
    if (one_in(3)) {
      User& user = org.users[UserName("bob")];
      user.name = UserName("bob");
      user.email = "bob@x";
      user.roles = {RoleName("k")};
    }
    org.id = OrgId("id-" + name.value);
    org.roles[RoleName("k")] = Role{.name = RoleName("k"), .permissions = {Permission("oauth:client:*")}};
    if (one_in(3)) org.scope_enforcement = ScopeEnforcement::on;
    for (const char* const id : {"app", "other"}) add_client(org, ClientId(id));
    for (const char* const trustee : {"a", "b", "c"}) add_trust(org, OrgName(trustee));
    if (one_in(10)) org.idle_timeout = std::chrono::seconds(pick<int>({6, 25}));
    if (one_in(4)) org.token_requests = limit();
    if (one_in(8)) org.api_requests = limit();
    if (one_in(8)) org.api_requests_per_token = limit();
    if (one_in(8)) org.api_requests_per_user = limit();
    if (one_in(6)) org.api_requests_per_client = limit();
    if (one_in(3)) org.tokens_per_user = 1 + number(3);
    if (one_in(3)) org.tokens_per_client = 1 + number(2);
    for (const char* const token : {"main", "more"}) {
      org.refresh_tokens.push_back(initial(org, token, "refresh"));
      org.access_tokens.push_back(initial(org, token, "access"));
      org.codes.push_back(initial(org, token, "code"));
      org.saml_assertions.push_back(initial(org, token, "assertion"));
      org.saml_assertions.back().client = {};
    }
    return org;
  }

  void add_client(Org& org, const ClientId& id) {
    if (one_in(3)) {
      ClientAuthorization authorization;
      authorization.client = id;
      authorization.state = one_in(4)
                                ? pick<AuthorizationState>({AuthorizationState::unauthorized,
                                                            AuthorizationState::requested, AuthorizationState::revoked})
                                : AuthorizationState::authorized;
      authorization.scopes = scopes();
      authorization.roles = roles();
      if (!one_in(4)) org.authorizations[id] = authorization;
      return;
    }
    OAuthClient client;
    client.id = id;
    client.secret = pick<std::string>({"s-" + org.name.value, "s-" + org.name.value, "s-shared", ""});
    client.state = one_in(8) ? pick<ClientState>({ClientState::inactive, ClientState::disabled}) : ClientState::active;
    for (const GrantType grant : {GrantType::authorization_code, GrantType::refresh_token,
                                  GrantType::client_credentials, GrantType::implicit, GrantType::saml2_bearer}) {
      if (!one_in(8)) client.authorized_grant_types.push_back(grant);
    }
    client.scopes = scopes();
    client.redirect_uris = pick<std::vector<std::string>>({{"u", "v"}, {"u", "v"}, {"u"}, {}});
    client.roles = roles();
    if (one_in(3)) client.required_roles = {RoleName("r")};
    client.proof_key = one_in(5) ? ProofKey::required : ProofKey::optional;
    client.access_token_lifetime = std::chrono::seconds(pick<int>({5, 30}));
    if (one_in(2)) client.refresh_token_lifetime = std::chrono::seconds(20);
    org.clients[id] = client;
  }

  /// By name or by the group of everyone there; seldom of nobody, over, or off.
  void add_trust(Org& org, const OrgName& trustee) {
    if (org.name == trustee || one_in(8)) return;
    Trust& trust = org.trusts[trustee];
    trust.trustee = trustee;
    trust.use = one_in(8) ? Trust::Use::disabled : Trust::Use::enabled;
    if (one_in(3)) trust.expires_at = World().starts_at + std::chrono::seconds(number(20));
    if (!one_in(3)) trust.users[UserName("alice")].roles = roles();
    if (one_in(2)) trust.groups[GroupName("everyone")].roles = roles();
  }

  InitialToken initial(const Org& org, const std::string& name, const std::string& kind) {
    InitialToken token;
    token.name = name;
    token.value = kind + " " + org.name.value + " " + name;
    token.client = ClientId(one_in(4) ? "other" : "app");
    if (!one_in(8)) token.user = UserName("alice");
    if (kind == "access" && token.user && one_in(4)) {
      token.home = OrgName(pick<std::string>({"a", "b", "c"}));
      if (token.home == org.name) token.home.reset();
    }
    token.scopes = scopes();
    if (one_in(8)) token.life = one_in(2) ? InitialLife::spent : InitialLife::revoked;
    if (one_in(3)) token.expires_in = std::chrono::seconds(pick<int>({-1, 0, 6, 30}));
    if (kind == "code") {
      token.redirect_uri = pick<std::string>({"u", "u", "v", ""});
      if (one_in(3)) token.code_challenge = s256_challenge("right");
    }
    return token;
  }

  std::string presented(const std::vector<std::string>& seen) {
    if (seen.empty() || one_in(12)) return "made up";
    return one_in(3) ? seen.back() : pick(seen);  // the newest often: histories go on from what was issued
  }

  /// The client that the token was issued to, as its org knows it; seldom another one.
  ClientAuthentication owner(const World& world, const IssuedToken* token) {
    if (token == nullptr || one_in(10)) {
      return client_of(world, OrgName(pick<std::string>({"a", "b", "c"})),
                       ClientId(pick<std::string>({"app", "other", "stranger", ""})));
    }
    return client_of(world, token->org, token->client);
  }

  ClientAuthentication client_of(const World& world, const OrgName& org, const ClientId& id) {
    ClientAuthentication client;
    client.id = id;
    client.method = ClientAuthMethod::basic;
    for (const auto& [name, other] : world.orgs) {
      if (other.clients.contains(id) && (name == org || !client.secret)) client.secret = other.clients.at(id).secret;
    }
    if (one_in(10)) client.secret = pick<std::string>({"s-a", "s-b", "s-shared", ""});
    if (one_in(12)) client.secret.reset();
    return client;
  }

  std::mt19937_64 random_;
};

}  // namespace gcmock::tests
