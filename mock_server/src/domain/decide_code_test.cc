// Who may redeem a code, and what each refusal is called.
#include <gtest/gtest.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using namespace tests;

World with_pkce() {
  World world = two_orgs();
  org_in(world, primary).codes[0].code_challenge = challenge;
  return world;
}

TEST(CodeGrant, GivesAUsersTokensAndUsesUpTheCode) {
  const Ruling ruling = decide_first(two_orgs(), redeem_in(primary));

  ASSERT_EQ(refusal(ruling), std::nullopt) << ruling.trail.back();
  const Granted& granted = std::get<Granted>(ruling.outcome);
  EXPECT_EQ(granted.org, primary);
  EXPECT_EQ(granted.user, alice);
  EXPECT_EQ(granted.refresh, RefreshIssue::fresh);
  EXPECT_EQ(granted.uses_code, code_of(primary));
  EXPECT_EQ(granted.spends_refresh_token, std::nullopt);
}

TEST(CodeGrant, IsRefusedToARequestThatNamesNoClientOrOneThatNoOrgKnows) {
  AuthorizationCodeRequest nameless = redeem_in(primary);
  nameless.client.id = ClientId();
  AuthorizationCodeRequest stranger = redeem_in(primary);
  stranger.client.id = ClientId("stranger");

  EXPECT_EQ(refusal(decide_first(two_orgs(), nameless)), RefusalReason::client_authentication_missing);
  EXPECT_EQ(refusal(decide_first(two_orgs(), stranger)), RefusalReason::client_unknown);
}

TEST(CodeGrant, IsRefusedForACodeThatWasNeverIssued) {
  AuthorizationCodeRequest request = redeem_in(primary);
  request.code = "made up";

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::code_unknown);
}

TEST(CodeGrant, IsRefusedWhereTheOrgIsNotActiveOrDoesNotKnowTheClient) {
  World world = two_orgs();
  org_in(world, primary).status = OrgStatus::inactive;
  org_in(world, secondary).clients.clear();

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::org_not_active);
  EXPECT_EQ(refusal(decide_first(world, redeem_in(secondary))), RefusalReason::client_not_registered_in_org);
}

TEST(CodeGrant, IsRefusedToAVendorClientThatIsNotAuthorizedAnyMore) {
  World world = vendor_and_customer();
  org_in(world, customer).authorizations.at(app).state = AuthorizationState::revoked;
  AuthorizationCodeRequest request = redeem_in(customer);
  request.client = app_of(vendor);

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::client_not_authorized_in_org);
}

TEST(CodeGrant, IsRefusedToAnInactiveAndToADisabledClient) {
  World world = two_orgs();
  app_in(world, primary).state = ClientState::inactive;
  app_in(world, secondary).state = ClientState::disabled;

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::client_inactive);
  EXPECT_EQ(refusal(decide_first(world, redeem_in(secondary))), RefusalReason::client_disabled);
}

TEST(CodeGrant, IsRefusedForAWrongOrAMissingSecret) {
  AuthorizationCodeRequest wrong = redeem_in(primary);
  wrong.client.secret = "guessed";
  AuthorizationCodeRequest missing = redeem_in(primary);
  missing.client.secret.reset();

  EXPECT_EQ(refusal(decide_first(two_orgs(), wrong)), RefusalReason::client_secret_wrong);
  EXPECT_EQ(refusal(decide_first(two_orgs(), missing)), RefusalReason::client_secret_missing);
}

TEST(CodeGrant, IsRefusedForTheCodeOfAnotherClientInThisOrgOrAnother) {
  World world = two_orgs();
  const ClientId other("other");
  org_in(world, primary).clients[other] = client_for_everything(other, primary);
  AuthorizationCodeRequest here = redeem_in(primary);
  here.client = {.id = other, .secret = secret_of(other, primary), .method = ClientAuthMethod::basic};
  AuthorizationCodeRequest afar = here;
  afar.code = code_of(secondary);

  EXPECT_EQ(refusal(decide_first(world, here)), RefusalReason::code_of_another_client);
  EXPECT_EQ(refusal(decide_first(world, afar)), RefusalReason::code_of_another_client);
}

TEST(CodeGrant, IsRefusedToAClientThatMayNotUseIt) {
  World world = two_orgs();
  app_in(world, primary).authorized_grant_types = {GrantType::client_credentials};

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::grant_type_not_authorized);
}

TEST(CodeGrant, IsRefusedBeyondTheRateLimit) {
  World world = two_orgs();
  org_in(world, primary).token_requests = RateLimit{.requests = 0, .window = 60s};

  const Ruling ruling = decide_first(world, redeem_in(primary));

  EXPECT_EQ(refusal(ruling), RefusalReason::rate_limited);
  EXPECT_EQ(std::get<Refused>(ruling.outcome).retry_after, 60s);
}

TEST(CodeGrant, TellsAUsedCodeBeforeAnExpiredOne) {
  World world = two_orgs();
  org_in(world, primary).codes[0].life = InitialLife::spent;
  org_in(world, primary).codes[0].expires_in = -1h;
  org_in(world, secondary).codes[0].expires_in = -1h;

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::code_used);
  EXPECT_EQ(refusal(decide_first(world, redeem_in(secondary))), RefusalReason::code_expired);
}

TEST(CodeGrant, FindsReuseInAUsedCodeButNotInARevokedOne) {
  World world = two_orgs();
  world.refresh.reuse_detection = ReuseDetection::revoke_family;
  org_in(world, primary).codes[0].life = InitialLife::spent;
  org_in(world, secondary).codes[0].life = InitialLife::revoked;

  const Ruling used = decide_first(world, redeem_in(primary));
  const Ruling revoked = decide_first(world, redeem_in(secondary));

  EXPECT_TRUE(std::get<Refused>(used.outcome).revokes_family.has_value());
  EXPECT_EQ(refusal(revoked), RefusalReason::code_used);
  EXPECT_FALSE(std::get<Refused>(revoked.outcome).revokes_family.has_value());
}

TEST(CodeGrant, ComparesTheRedirectUriByteForByte) {
  AuthorizationCodeRequest slash = redeem_in(primary);
  slash.redirect_uri = callback + "/";
  AuthorizationCodeRequest letter_case = redeem_in(primary);
  letter_case.redirect_uri = "https://App.example.com/callback";

  EXPECT_EQ(refusal(decide_first(two_orgs(), slash)), RefusalReason::redirect_uri_not_registered);
  EXPECT_EQ(refusal(decide_first(two_orgs(), letter_case)), RefusalReason::redirect_uri_not_registered);
}

TEST(CodeGrant, IsRefusedForARegisteredRedirectUriOtherThanTheOneOfTheLogin) {
  World world = two_orgs();
  app_in(world, primary).redirect_uris.push_back("https://app.example.com/other");
  AuthorizationCodeRequest other = redeem_in(primary);
  other.redirect_uri = "https://app.example.com/other";
  AuthorizationCodeRequest none = redeem_in(primary);
  none.redirect_uri.clear();

  EXPECT_EQ(refusal(decide_first(world, other)), RefusalReason::redirect_uri_mismatch);
  EXPECT_EQ(refusal(decide_first(world, none)), RefusalReason::redirect_uri_mismatch);
}

TEST(CodeGrant, NeedsNoRedirectUriWhereTheLoginHadNone) {
  World world = two_orgs();
  org_in(world, primary).codes[0].redirect_uri.clear();
  AuthorizationCodeRequest none = redeem_in(primary);
  none.redirect_uri.clear();

  EXPECT_EQ(refusal(decide_first(world, none)), std::nullopt);
}

TEST(CodeGrant, AcceptsAVerifierInPlaceOfTheSecret) {
  AuthorizationCodeRequest request = redeem_in(primary);
  request.client.secret.reset();
  request.code_verifier = verifier;

  EXPECT_EQ(refusal(decide_first(with_pkce(), request)), std::nullopt);
}

TEST(CodeGrant, IsRefusedForAMissingOrWrongVerifier) {
  AuthorizationCodeRequest wrong = redeem_in(primary);
  wrong.code_verifier = verifier + "x";

  EXPECT_EQ(refusal(decide_first(with_pkce(), redeem_in(primary))), RefusalReason::pkce_verifier_missing);
  EXPECT_EQ(refusal(decide_first(with_pkce(), wrong)), RefusalReason::pkce_verifier_wrong);
}

TEST(CodeGrant, MissesTheVerifierRatherThanTheSecretWhereTheClientMustUsePkce) {
  World world = two_orgs();
  app_in(world, primary).proof_key = ProofKey::required;
  AuthorizationCodeRequest request = redeem_in(primary);
  request.client.secret.reset();

  EXPECT_EQ(refusal(decide_first(world, request)), RefusalReason::pkce_verifier_missing);
}

TEST(CodeGrant, RefusesAVerifierForACodeWithoutAChallenge) {
  AuthorizationCodeRequest request = redeem_in(primary);
  request.code_verifier = verifier;

  EXPECT_EQ(refusal(decide_first(two_orgs(), request)), RefusalReason::pkce_verifier_wrong);
}

TEST(CodeGrant, IsRefusedForAnInactiveUser) {
  World world = two_orgs();
  org_in(world, primary).users.at(alice).status = UserStatus::inactive;

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::user_not_active);
}

TEST(CodeGrant, IsRefusedForScopesAndRolesThatTheOrgDoesNotGrantAnyMore) {
  World world = two_orgs();
  app_in(world, primary).scopes = {oauth_readonly};
  app_in(world, secondary).required_roles = {RoleName("missing")};

  EXPECT_EQ(refusal(decide_first(world, redeem_in(primary))), RefusalReason::scope_not_granted_in_org);
  EXPECT_EQ(refusal(decide_first(world, redeem_in(secondary))), RefusalReason::role_missing_in_org);
}

}  // namespace
}  // namespace gcmock
