// Looking up clients and orgs in a world, and what a ledger starts with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

TEST(FindClient, GivesTheRegistrationOfTheOrg) {
  const World world = two_orgs();

  const auto client = find_client(world, secondary, app);

  ASSERT_TRUE(client.has_value());
  EXPECT_EQ(client->registration, &world.orgs.at(secondary).clients.at(app));
  EXPECT_EQ(client->authorization, nullptr);
  EXPECT_EQ(client->registered_in, &world.orgs.at(secondary));
}

TEST(FindClient, GivesTheRegistrationElsewhereOfAnAuthorizedClient) {
  World world = vendor_and_customer();
  org_in(world, customer).authorizations.at(app).scopes = {Scope("only this")};

  const auto client = find_client(world, customer, app);

  ASSERT_TRUE(client.has_value());
  EXPECT_EQ(client->registered_in, &world.orgs.at(vendor));
  EXPECT_EQ(client->scopes(), std::vector{Scope("only this")});
  EXPECT_EQ(client->roles(), std::vector{admin});
}

TEST(FindClient, GivesNothingWhereTheOrgDoesNotKnowItOrItsHomeIsGone) {
  World world = vendor_and_customer();
  const bool stranger = find_client(world, customer, ClientId("stranger")).has_value();
  const bool no_such_org = find_client(world, OrgName("nowhere"), app).has_value();
  world.orgs.erase(vendor);

  EXPECT_FALSE(stranger);
  EXPECT_FALSE(no_such_org);
  EXPECT_FALSE(find_client(world, customer, app).has_value());
}

TEST(OrgsThatRegistered, AreInTheOrderOfTheirNamesAndLeaveOutAuthorizations) {
  World world = two_orgs();
  ClientAuthorization authorization;
  authorization.client = app;
  world.orgs[OrgName("another")].authorizations[app] = authorization;

  const auto orgs = orgs_that_registered(world, app);

  EXPECT_THAT(orgs, testing::ElementsAre(&world.orgs.at(primary), &world.orgs.at(secondary)));
}

TEST(ALedger, StartsWithTheTokensOfItsWorld) {
  World world = two_orgs();
  org_in(world, primary).refresh_tokens[0].expires_in = -1h;
  const Ledger ledger(world);

  const IssuedToken* const token = ledger.refresh_token(refresh_token_of(primary));

  ASSERT_NE(token, nullptr);
  EXPECT_EQ(token->label, "primary/refresh-main");
  EXPECT_EQ(token->org, primary);
  EXPECT_EQ(token->expires_at, world.starts_at - 1h);
  EXPECT_TRUE(token->initial);
  EXPECT_EQ(ledger.access_token(access_token_of(secondary))->label, "secondary/access-main");
  EXPECT_EQ(ledger.code(code_of(secondary))->label, "secondary/code-main");
  EXPECT_EQ(ledger.code(code_of(secondary))->redirect_uri, callback);
  EXPECT_EQ(ledger.refresh_tokens().size(), 2U);
}

TEST(ALedger, CannotHoldTwoTokensOfOneValue) {
  World world = two_orgs();
  org_in(world, secondary).refresh_tokens[0].value = refresh_token_of(primary);

  EXPECT_THROW(Ledger{world}, Error);
}

TEST(ALedger, DoesNotTakeOneKindOfTokenForAnother) {
  const World world = two_orgs();
  const Ledger ledger(world);

  EXPECT_EQ(ledger.access_token(refresh_token_of(primary)), nullptr);
  EXPECT_EQ(ledger.refresh_token(access_token_of(primary)), nullptr);
  EXPECT_EQ(ledger.code(refresh_token_of(primary)), nullptr);
}

TEST(ALedger, TakesTokensOfOneNameClientAndUserForOneFamily) {
  World world = two_orgs();
  Org& org = org_in(world, primary);
  InitialToken other = token_for(app, "other refresh token");
  other.name = "other";
  org.refresh_tokens.push_back(other);
  const Ledger ledger(world);

  const auto family = ledger.refresh_token(refresh_token_of(primary))->family;

  EXPECT_EQ(ledger.access_token(access_token_of(primary))->family, family);
  EXPECT_NE(ledger.refresh_token("other refresh token")->family, family);
  EXPECT_NE(ledger.code(code_of(primary))->family, family);
  EXPECT_NE(ledger.refresh_token(refresh_token_of(secondary))->family, family);
}

TEST(ALedger, TakesAUsedCodeForTheOneThatItsTokensCameFrom) {
  World world = two_orgs();
  org_in(world, primary).codes[0].life = InitialLife::spent;
  const Ledger ledger(world);

  EXPECT_EQ(ledger.code(code_of(primary))->family, ledger.refresh_token(refresh_token_of(primary))->family);
}

TEST(Words, OfTheWorldAreThoseOfItsFile) {
  EXPECT_EQ(to_string(Dialect::reported), "reported");
  EXPECT_EQ(to_string(OrgStatus::deleted), "deleted");
  EXPECT_EQ(to_string(UserStatus::inactive), "inactive");
  EXPECT_EQ(to_string(ClientState::disabled), "disabled");
  EXPECT_EQ(to_string(AuthorizationState::requested), "requested");
  EXPECT_EQ(to_string(Rotation::none_returned), "none_returned");
  EXPECT_EQ(to_string(ReuseDetection::revoke_family), "revoke_family");
  EXPECT_EQ(to_string(InitialLife::spent), "spent");
}

}  // namespace
}  // namespace gcmock
