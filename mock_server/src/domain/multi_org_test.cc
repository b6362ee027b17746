// One app, several orgs: each org judges its own tokens by its own registration.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;

const ClientId other{"other"};

/// The other client, registered in the secondary org only.
RefreshRequest other_of_secondary_presents(const std::string& refresh_token) {
  RefreshRequest request;
  request.client = {.id = other, .secret = secret_of(other, secondary), .method = ClientAuthMethod::basic};
  request.refresh_token = refresh_token;
  return request;
}

TEST(MultiOrg, OneOrgWithoutTheRegistrationRefusesAndTheOtherGrants) {
  World world = two_orgs();
  org_in(world, secondary).clients.clear();

  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::client_not_registered_in_org);
  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), std::nullopt);
}

TEST(MultiOrg, ARegistrationThatNoOrgHasAnyMoreIsAnUnknownClient) {
  World world = two_orgs();
  org_in(world, primary).clients.clear();
  org_in(world, secondary).clients.clear();

  EXPECT_EQ(refusal(decide_first(world, refresh_in(secondary))), RefusalReason::client_unknown);
}

TEST(MultiOrg, TheSecretOfOneOrgIsWrongInTheOtherAndTheTrailSaysWhoseItIs) {
  RefreshRequest request = refresh_in(secondary);
  request.client.secret = secret_of(app, primary);

  const Ruling ruling = decide_first(two_orgs(), request);

  EXPECT_EQ(refusal(ruling), RefusalReason::client_secret_wrong);
  EXPECT_EQ(ruling.trail.back().found, "the secret of the same client in org primary");
}

TEST(MultiOrg, StateScopesRolesAndGrantTypesAreThoseOfTheTokensOrg) {
  World world = two_orgs();
  OAuthClient& there = app_in(world, secondary);
  there.state = ClientState::disabled;
  there.scopes.clear();
  there.required_roles = {RoleName("missing")};
  there.authorized_grant_types.clear();

  EXPECT_EQ(refusal(decide_first(world, refresh_in(primary))), std::nullopt);
  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), std::nullopt);
  EXPECT_EQ(refusal(decide_first(world, client_credentials_in(primary))), std::nullopt);
}

TEST(MultiOrg, ATokenOfAnotherOrgIsToldFromATokenOfAnotherClientOfTheOrg) {
  World world = two_orgs();
  org_in(world, secondary).clients[other] = client_for_everything(other, secondary);

  const Ruling from_afar = decide_first(world, other_of_secondary_presents(refresh_token_of(primary)));
  const Ruling from_here = decide_first(world, other_of_secondary_presents(refresh_token_of(secondary)));

  EXPECT_EQ(refusal(from_afar), RefusalReason::refresh_token_of_another_org);
  EXPECT_EQ(refusal(from_here), RefusalReason::refresh_token_of_another_client);
}

TEST(MultiOrg, AClientThatBringsAnotherOrgsTokenMustAuthenticateFirst) {
  World world = two_orgs();
  org_in(world, secondary).clients[other] = client_for_everything(other, secondary);
  RefreshRequest request = other_of_secondary_presents(refresh_token_of(primary));
  request.client.secret = "guessed";

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::client_secret_wrong);
}

TEST(MultiOrg, AnUnknownTokenIsAuthenticatedAgainstEveryOrgThatRegisteredTheClient) {
  RefreshRequest request = refresh_in(secondary);
  request.refresh_token = "made up";

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::refresh_token_unknown);
}

TEST(MultiOrg, ClientCredentialsGoToTheOrgWhoseSecretWasPresented) {
  const Ruling ruling = decide_first(two_orgs(), client_credentials_in(secondary));

  EXPECT_EQ(std::get<Granted>(ruling.outcome).org, secondary);
  EXPECT_EQ(ruling.subject.org, secondary);
}

TEST(VendorClient, IsGrantedWhereItIsAuthorizedWithTheSecretOfItsOwnOrg) {
  const World world = vendor_and_customer();
  RefreshRequest request = refresh_in(customer);
  request.client = app_of(vendor);

  const Ruling ruling = decide_first(world, request);

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  EXPECT_EQ(std::get<Granted>(ruling.outcome).org, customer);
  EXPECT_EQ(ruling.subject.registered_in, vendor);
}

TEST(VendorClient, IsRefusedInEveryStateOfItsAuthorizationButAuthorized) {
  RefreshRequest request = refresh_in(customer);
  request.client = app_of(vendor);

  for (const auto state :
       {AuthorizationState::unauthorized, AuthorizationState::requested, AuthorizationState::revoked}) {
    World world = vendor_and_customer();
    org_in(world, customer).authorizations.at(app).state = state;
    EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::client_not_authorized_in_org) << to_string(state);
  }
}

TEST(VendorClient, IsNotRegisteredWhereItsAuthorizationWasTakenAway) {
  World world = vendor_and_customer();
  org_in(world, customer).authorizations.clear();
  RefreshRequest request = refresh_in(customer);
  request.client = app_of(vendor);

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::client_not_registered_in_org);
}

TEST(VendorClient, StandsAndFallsWithItsRegistration) {
  World world = vendor_and_customer();
  app_in(world, vendor).state = ClientState::disabled;
  RefreshRequest request = refresh_in(customer);
  request.client = app_of(vendor);

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::client_disabled);
}

TEST(VendorClient, HasTheScopesAndRolesOfItsAuthorizationNotOfItsRegistration) {
  World world = vendor_and_customer();
  world.scopes_judged_at = JudgedAt::token_request;
  world.roles_judged_at = JudgedAt::token_request;
  app_in(world, vendor).required_roles = {admin};
  RefreshRequest request = refresh_in(customer);
  request.client = app_of(vendor);

  World fewer_scopes = world;
  org_in(fewer_scopes, customer).authorizations.at(app).scopes = {users_readonly};
  World no_role = world;
  org_in(no_role, customer).authorizations.at(app).roles.clear();

  EXPECT_EQ(refusal(decide_first(world, request)), std::nullopt);
  EXPECT_EQ(refusal(decide_first(fewer_scopes, request)), RefusalReason::scope_not_granted_in_org);
  EXPECT_EQ(refusal(decide_first(no_role, request)), RefusalReason::role_missing_in_org);
}

TEST(Subject, IsTheOrgOfTheTokenWhoeverPresentsIt) {
  const World world = two_orgs();
  RefreshRequest request = refresh_in(secondary);
  request.client.id = ClientId("stranger");

  const Subject subject = identify(world, Ledger(world), request);

  EXPECT_EQ(subject.org, secondary);
  EXPECT_EQ(subject.client, ClientId("stranger"));
  EXPECT_EQ(subject.user, alice);
  EXPECT_EQ(subject.token, "secondary/refresh-main");
}

TEST(Subject, OfAnUnknownTokenIsTheOneOrgThatKnowsTheClient) {
  World world = two_orgs();
  RefreshRequest request = refresh_in(secondary);
  request.refresh_token = "made up";

  const Subject several = identify(world, Ledger(world), request);
  org_in(world, primary).clients.clear();
  const Subject one = identify(world, Ledger(world), request);

  EXPECT_EQ(several.org, std::nullopt);
  EXPECT_EQ(one.org, secondary);
}

TEST(Subject, OfClientCredentialsIsTheFirstOrgThatRegisteredTheClientWhereTheSecretIsNobodys) {
  const World world = two_orgs();
  ClientCredentialsRequest request = client_credentials_in(secondary);
  request.client.secret = "guessed";

  EXPECT_EQ(identify(world, Ledger(world), request).org, primary);
}

}  // namespace
}  // namespace gcmock
