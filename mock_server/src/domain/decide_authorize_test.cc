// Who gets a code, in which org, and why not.
#include "domain/decide_authorize.h"

#include <gtest/gtest.h>

#include "domain/settle.h"
#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;

AuthorizationRequest ask_for_code() {
  AuthorizationRequest request;
  request.client = app;
  request.redirect_uri = callback;
  request.response_type = "code";
  request.state = "s";
  return request;
}

AuthorizationRequest ask_in(const OrgName& org) {
  AuthorizationRequest request = ask_for_code();
  request.login_hint = org.value;
  return request;
}

const Authorized& authorized(const AuthorizationRuling& ruling) {
  return std::get<Authorized>(ruling.outcome);
}

/// The vendor's world, in which a partner's consultant may act in the customer org.
const OrgName partner{"partner"};
const UserName carla{"carla"};

World customer_that_trusts_a_partner() {
  World world = vendor_and_customer();
  Org& trustee = world.orgs[partner];
  trustee.name = partner;
  User& consultant = trustee.users[carla];
  consultant.name = carla;
  consultant.email = "carla@partner";
  Org& trustor = org_in(world, customer);
  trustor.id = OrgId("id of the customer");
  trustor.trusts[partner].trustee = partner;
  trustor.trusts[partner].users[carla] = TrustedMember{.roles = {admin}, .since = {}};
  return world;
}

AuthorizationRequest ask_as_carla() {
  AuthorizationRequest request = ask_for_code();
  request.login_hint = "carla@partner:partner";
  request.target = "id of the customer";
  return request;
}

TEST(AuthorizationEndpoint, GivesACodeOfTheOrgThatTheHintNames) {
  const World world = two_orgs();

  const auto ruling = decide_first(world, ask_in(secondary));

  EXPECT_EQ(authorized(ruling).login, (Login{secondary, alice, std::nullopt}));
  EXPECT_EQ(authorized(ruling).scopes, app_in(const_cast<World&>(world), secondary).scopes);
  EXPECT_EQ(authorized(ruling).lifetime, world.code_lifetime);
  EXPECT_EQ(ruling.return_address->state, "s");
}

TEST(AuthorizationEndpoint, FindsAUserOfSeveralOrgsByEmailAndPrefersTheFirstOrgWhereHeIsActive) {
  World world = two_orgs();
  for (const auto& org : {primary, secondary}) org_in(world, org).users.at(alice).email = "alice@x";
  AuthorizationRequest request = ask_for_code();
  request.login_hint = "alice@x";
  const auto first = decide_first(world, request);
  org_in(world, primary).users.at(alice).status = UserStatus::inactive;

  const auto second = decide_first(world, request);

  EXPECT_EQ(authorized(first).login.org, primary);
  EXPECT_EQ(authorized(second).login.org, secondary);
}

TEST(AuthorizationEndpoint, LetsTheOrgParameterGoBeforeTheHint) {
  AuthorizationRequest request = ask_in(primary);
  request.org = secondary.value;
  request.provider = "okta";

  EXPECT_EQ(authorized(decide_first(two_orgs(), request)).login.org, secondary);
}

TEST(AuthorizationEndpoint, SendsTheBrowserBackToNobodyWhoDidNotRegisterTheAddress) {
  AuthorizationRequest other_query = ask_for_code();
  other_query.redirect_uri += "?a=b";
  AuthorizationRequest stranger = ask_for_code();
  stranger.client = ClientId("stranger");

  const auto unregistered = decide_first(two_orgs(), other_query);
  const auto unknown = decide_first(two_orgs(), stranger);

  EXPECT_EQ(refusal(unregistered), RefusalReason::redirect_uri_not_registered);
  EXPECT_FALSE(unregistered.return_address);
  EXPECT_EQ(refusal(unknown), RefusalReason::client_unknown);
  EXPECT_FALSE(unknown.return_address);
}

TEST(AuthorizationEndpoint, TellsFaultsInTheFragmentToTheImplicitGrantAlone) {
  AuthorizationRequest code = ask_in(OrgName("nowhere"));
  AuthorizationRequest token = code;
  token.response_type = "token";

  const auto by_query = decide_first(two_orgs(), code);
  const auto by_fragment = decide_first(two_orgs(), token);

  EXPECT_EQ(refusal(by_query), RefusalReason::login_org_unknown);
  EXPECT_EQ(by_query.return_address->part, ReturnAddress::Part::query);
  EXPECT_EQ(by_fragment.return_address->part, ReturnAddress::Part::fragment);
}

TEST(AuthorizationEndpoint, TakesChallengesOfS256Only) {
  AuthorizationRequest plain = ask_for_code();
  plain.code_challenge = challenge;
  AuthorizationRequest right = plain;
  right.code_challenge_method = "S256";
  World must_prove = two_orgs();
  app_in(must_prove, primary).proof_key = ProofKey::required;

  EXPECT_EQ(refusal(decide_first(two_orgs(), plain)), RefusalReason::pkce_challenge_invalid);
  EXPECT_EQ(authorized(decide_first(two_orgs(), right)).code_challenge, challenge);
  EXPECT_EQ(refusal(decide_first(must_prove, ask_in(primary))), RefusalReason::pkce_challenge_missing);
}

TEST(AuthorizationEndpoint, DeniesAClientWhereverTheOrgHasNotAuthorizedIt) {
  for (const auto state :
       {AuthorizationState::unauthorized, AuthorizationState::requested, AuthorizationState::revoked}) {
    World world = vendor_and_customer();
    org_in(world, customer).authorizations.at(app).state = state;

    EXPECT_EQ(refusal(decide_first(world, ask_in(customer))), RefusalReason::client_not_authorized_in_org);
  }
}

TEST(AuthorizationEndpoint, AuthorizesANewClientByItsFirstLoginWhereScopesAreNotEnforced) {
  World world = vendor_and_customer();
  org_in(world, customer).authorizations.clear();
  const auto ruling = decide_first(world, ask_in(customer));
  org_in(world, customer).scope_enforcement = ScopeEnforcement::on;

  const auto enforced = decide_first(world, ask_in(customer));

  EXPECT_EQ(authorized(ruling).authorizes->scopes, app_in(world, vendor).scopes);
  EXPECT_EQ(refusal(enforced), RefusalReason::client_not_authorized_in_org);
}

TEST(AuthorizationEndpoint, LetsAnAdministratorOnTheConsentPageAuthorizeANewClient) {
  World world = vendor_and_customer();
  world.consent = Consent::page;
  org_in(world, customer).authorizations.clear();
  org_in(world, customer).scope_enforcement = ScopeEnforcement::on;
  AuthorizationRequest request = ask_in(customer);
  request.decision = Decision::approve;
  const auto by_a_user = decide_first(world, request);
  org_in(world, customer).roles.at(admin).permissions.emplace_back("oauth:client:*");

  const auto by_an_administrator = decide_first(world, request);

  EXPECT_EQ(refusal(by_a_user), RefusalReason::client_not_authorized_in_org);
  EXPECT_TRUE(authorized(by_an_administrator).authorizes);
}

TEST(AuthorizationEndpoint, NeverAuthorizesByLoginInTheReportsDialect) {
  World world = two_orgs();
  org_in(world, secondary).clients.clear();

  EXPECT_EQ(refusal(decide_first(world, ask_in(secondary))), RefusalReason::client_not_registered_in_org);
}

TEST(AuthorizationEndpoint, AsksOnThePageWhoOfAllLogsIn) {
  World world = two_orgs();
  world.consent = Consent::page;
  AuthorizationRequest denied = ask_for_code();
  denied.decision = Decision::deny;
  AuthorizationRequest approved = ask_for_code();
  approved.decision = Decision::approve;
  approved.login = key_of({secondary, alice, std::nullopt});

  const auto asked = decide_first(world, ask_for_code());

  EXPECT_EQ(std::get<ConsentNeeded>(asked.outcome).logins.size(), 2U);
  EXPECT_EQ(refusal(decide_first(world, denied)), RefusalReason::consent_denied);
  EXPECT_EQ(authorized(decide_first(world, approved)).login.org, secondary);
}

TEST(AuthorizationEndpoint, LetsATrustedUserActInTheOrgThatIsTheTarget) {
  const World world = customer_that_trusts_a_partner();
  Ledger ledger(world);
  const auto ruling = decide_first(world, ask_as_carla());
  ASSERT_EQ(authorized(ruling).login, (Login{customer, carla, partner}));
  settle(ledger, authorized(ruling), {.value = "the code", .label = "customer/code-1"}, world.starts_at);
  AuthorizationCodeRequest redemption = redeem_in(vendor);
  redemption.code = "the code";

  const Ruling redeemed = decide(world, ledger, redemption, world.starts_at);
  const Tokens tokens = settle_granted(ledger, redeemed, world.starts_at);

  EXPECT_EQ(ledger.access_token(tokens.access_token)->org, customer);
  EXPECT_EQ(ledger.access_token(tokens.access_token)->home, partner);
  EXPECT_EQ(ledger.refresh_token(*tokens.refresh_token)->home, partner);
}

TEST(AuthorizationEndpoint, RefusesAUserWhomTheOrgDoesNotTrustOrNoLonger) {
  World disabled = customer_that_trusts_a_partner();
  org_in(disabled, customer).trusts.at(partner).use = Trust::Use::disabled;
  World expired = customer_that_trusts_a_partner();
  org_in(expired, customer).trusts.at(partner).expires_at = expired.starts_at;
  World without = customer_that_trusts_a_partner();
  org_in(without, customer).trusts.clear();

  for (const World* const world : {&disabled, &expired, &without}) {
    EXPECT_EQ(refusal(decide_first(*world, ask_as_carla())), RefusalReason::trust_not_given);
  }
}

TEST(AuthorizationEndpoint, EndsATrustedUsersTokensWithTheTrust) {
  World world = customer_that_trusts_a_partner();
  Ledger ledger(world);
  const auto ruling = decide_first(world, ask_as_carla());
  settle(ledger, authorized(ruling), {.value = "the code", .label = "customer/code-1"}, world.starts_at);
  AuthorizationCodeRequest redemption = redeem_in(vendor);
  redemption.code = "the code";
  const Tokens tokens = settle_granted(ledger, decide(world, ledger, redemption, world.starts_at), world.starts_at);
  ApiRequest call = list_clients_in(customer);
  call.bearer = tokens.access_token;
  const auto before = decide(world, ledger, call, world.starts_at);
  org_in(world, customer).trusts.at(partner).use = Trust::Use::disabled;

  const auto after = decide(world, ledger, call, world.starts_at);
  const auto refreshed = decide(
      world, ledger, RefreshRequest{.client = app_of(vendor), .refresh_token = *tokens.refresh_token, .scope = {}},
      world.starts_at);

  EXPECT_EQ(refusal(before), std::nullopt);
  EXPECT_EQ(refusal(after), RefusalReason::bearer_revoked);
  EXPECT_EQ(refusal(refreshed), RefusalReason::trust_not_given);
}

TEST(Logout, LeadsOnlyWhereTheClientRegisteredAnAddress) {
  const World world = two_orgs();

  const auto right = decide_first(world, LogoutRequest{.client = app, .redirect_uri = callback, .state = {}});
  const auto wrong = decide_first(world, LogoutRequest{.client = app, .redirect_uri = "https://evil/", .state = {}});

  EXPECT_EQ(std::get<ReturnAddress>(right.outcome).uri, callback);
  EXPECT_EQ(refusal(wrong), RefusalReason::redirect_uri_not_registered);
}

}  // namespace
}  // namespace gcmock
