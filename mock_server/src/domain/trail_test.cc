// A ruling explains itself: which checks were made, as claims, and where in the world file each looked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> claims(const Ruling& ruling) {
  std::vector<std::string> texts;
  for (const TrailStep& step : ruling.trail) texts.push_back(describe(step, ruling.subject));
  return texts;
}

std::string place_of(Check check, const Subject& subject) {
  return place(TrailStep{.check = check, .finding = Finding::failed, .expected = {}, .found = {}}, subject);
}

Subject subject_with(std::string token) {
  Subject subject;
  subject.org = secondary;
  subject.client = app;
  subject.user = alice;
  subject.token = std::move(token);
  return subject;
}

std::vector<Check> all_checks() {
  std::vector<Check> checks;
  for (int i = 0; i <= static_cast<int>(Check::method_is_allowed); ++i) checks.push_back(static_cast<Check>(i));
  return checks;
}

TEST(Trail, OfTheReportedRefusalLeadsToTheMissingRegistration) {
  World world = two_orgs();
  org_in(world, secondary).clients.clear();

  const Ruling ruling = decide_first(world, refresh_in(secondary));

  EXPECT_THAT(claims(ruling), ElementsAre("the request says which client it is from",
                                          "client app is registered in an org of this world",
                                          "refresh token secondary/refresh-main was issued", "org secondary is active",
                                          "client app is registered in org secondary"));
  EXPECT_EQ(ruling.trail.back().finding, Finding::failed);
  EXPECT_EQ(ruling.trail.back().found, "registered in primary only");
  EXPECT_EQ(place(ruling.trail.back(), ruling.subject), "/orgs/secondary/clients/app");
}

TEST(Trail, OfAGrantPassesEveryCheckInTheOrderOfThePolicyAndSaysNothingMore) {
  const Ruling ruling = decide_first(two_orgs(), refresh_in(primary));

  std::vector<Check> checks;
  for (const TrailStep& step : ruling.trail) {
    checks.push_back(step.check);
    EXPECT_EQ(step.finding, Finding::passed) << step;
    EXPECT_TRUE(step.expected.empty() && step.found.empty()) << step;
  }

  EXPECT_THAT(checks,
              ElementsAre(Check::client_is_identified, Check::client_is_known, Check::token_is_known,
                          Check::org_is_active, Check::client_is_registered_in_org, Check::client_is_active,
                          Check::client_secret_matches, Check::token_belongs_to_client, Check::grant_type_is_authorized,
                          Check::rate_is_within_limit, Check::token_is_not_revoked, Check::token_is_not_spent,
                          Check::token_is_not_expired, Check::user_is_active, Check::scope_is_within_grant,
                          Check::scopes_are_granted_in_org, Check::roles_are_assigned_in_org));
}

TEST(Trail, NeverShowsASecretOrAToken) {
  World world = two_orgs();
  org_in(world, primary).codes[0].code_challenge = challenge;
  RefreshRequest wrong_secret = refresh_in(primary);
  wrong_secret.client.secret = secret_of(app, secondary);
  RefreshRequest unknown = refresh_in(primary);
  unknown.refresh_token = "refresh token of nobody";
  AuthorizationCodeRequest wrong_verifier = redeem_in(primary);
  wrong_verifier.code_verifier = "verifier of nobody";

  std::ostringstream shown;
  for (const TokenRequest& request :
       {TokenRequest(wrong_secret), TokenRequest(unknown), TokenRequest(wrong_verifier)}) {
    const Ruling ruling = decide_first(world, request);
    shown << std::get<Refused>(ruling.outcome).detail;
    for (const TrailStep& step : ruling.trail) shown << step << describe(step, ruling.subject);
  }

  EXPECT_THAT(shown.str(), Not(HasSubstr("secret of app in")));
  EXPECT_THAT(shown.str(), Not(HasSubstr("token of nobody")));
  EXPECT_THAT(shown.str(), Not(HasSubstr("verifier of nobody")));
  EXPECT_THAT(shown.str(), Not(HasSubstr("code of primary")));
}

TEST(Refusal, IsToldInASentence) {
  World world = two_orgs();
  app_in(world, secondary).state = ClientState::disabled;

  const Ruling ruling = decide_first(world, refresh_in(secondary));

  EXPECT_EQ(std::get<Refused>(ruling.outcome).detail,
            "client app is active in org secondary: expected active, found disabled");
}

TEST(Claims, AreThereForEveryCheckAndNoTwoAreAlike) {
  std::set<std::string> texts;
  std::set<std::string_view> words;

  for (const Check check : all_checks()) {
    const TrailStep step{.check = check, .finding = Finding::passed, .expected = {}, .found = {}};
    texts.insert(describe(step, subject_with("secondary/refresh-main")));
    words.insert(to_string(check));
  }

  EXPECT_EQ(texts.size(), all_checks().size());
  EXPECT_EQ(words.size(), all_checks().size());
  EXPECT_FALSE(texts.contains("?"));
}

TEST(Claims, CanBeReadWhereNothingIsKnownOfTheSubject) {
  const TrailStep step{.check = Check::token_is_known, .finding = Finding::failed, .expected = {}, .found = {}};

  EXPECT_EQ(describe(step, Subject{}), "the refresh token was issued");
}

TEST(Places, AreThePointersOfTheWorldFile) {
  const Subject subject = subject_with("secondary/refresh-main");

  EXPECT_EQ(place_of(Check::org_is_active, subject), "/orgs/secondary/status");
  EXPECT_EQ(place_of(Check::client_is_registered_in_org, subject), "/orgs/secondary/clients/app");
  EXPECT_EQ(place_of(Check::client_is_active, subject), "/orgs/secondary/clients/app/state");
  EXPECT_EQ(place_of(Check::client_secret_matches, subject), "/orgs/secondary/clients/app/secret");
  EXPECT_EQ(place_of(Check::grant_type_is_authorized, subject), "/orgs/secondary/clients/app/authorized_grant_types");
  EXPECT_EQ(place_of(Check::redirect_uri_is_registered, subject), "/orgs/secondary/clients/app/redirect_uris");
  EXPECT_EQ(place_of(Check::scopes_are_granted_in_org, subject), "/orgs/secondary/clients/app/scopes");
  EXPECT_EQ(place_of(Check::roles_are_assigned_in_org, subject), "/orgs/secondary/clients/app/roles");
  EXPECT_EQ(place_of(Check::user_is_active, subject), "/orgs/secondary/users/alice/status");
  EXPECT_EQ(place_of(Check::permission_allows_operation, subject), "/orgs/secondary/users/alice/roles");
  EXPECT_EQ(place_of(Check::token_is_not_revoked, subject), "/orgs/secondary/refresh_tokens/main/life");
  EXPECT_EQ(place_of(Check::token_is_not_expired, subject), "/orgs/secondary/refresh_tokens/main/expires_in");
  EXPECT_EQ(place_of(Check::rate_is_within_limit, subject), "/orgs/secondary/limits/token_requests");
}

TEST(Places, OfCodesAndAccessTokensAreFoundByTheirLabels) {
  const Subject code = subject_with("secondary/code-main");
  const Subject access = subject_with("secondary/access-main");

  EXPECT_EQ(place_of(Check::redirect_uri_matches_code, code), "/orgs/secondary/codes/main/redirect_uri");
  EXPECT_EQ(place_of(Check::bearer_is_not_expired, access), "/orgs/secondary/access_tokens/main/expires_in");
  EXPECT_EQ(place_of(Check::scope_allows_operation, access), "/orgs/secondary/access_tokens/main/scopes");
  EXPECT_EQ(place_of(Check::rate_is_within_limit, access), "/orgs/secondary/limits/api_requests");
}

TEST(Places, OfAVendorClientAreDividedBetweenItsRegistrationAndItsAuthorization) {
  Subject subject = subject_with("secondary/refresh-main");
  subject.registered_in = vendor;

  EXPECT_EQ(place_of(Check::client_is_active, subject), "/orgs/vendor/clients/app/state");
  EXPECT_EQ(place_of(Check::client_secret_matches, subject), "/orgs/vendor/clients/app/secret");
  EXPECT_EQ(place_of(Check::client_is_authorized_in_org, subject), "/orgs/secondary/authorizations/app/state");
  EXPECT_EQ(place_of(Check::scopes_are_granted_in_org, subject), "/orgs/secondary/authorizations/app/scopes");
  EXPECT_EQ(place_of(Check::roles_are_assigned_in_org, subject), "/orgs/secondary/authorizations/app/roles");
}

TEST(Places, AreNowhereForWhatTheMockIssuedAndForWhatNoWorldDecides) {
  const Subject issued = subject_with("secondary/refresh-12");

  EXPECT_EQ(place_of(Check::token_is_not_spent, issued), "");
  EXPECT_EQ(place_of(Check::request_is_well_formed, issued), "");
  for (const Check check : all_checks()) {
    const bool is_of_no_org = check == Check::host_is_of_the_worlds_region;
    EXPECT_EQ(place_of(check, Subject{}), is_of_no_org ? "/region" : "") << to_string(check);
  }
}

TEST(Places, EscapeTildeAndSlash) {
  Subject subject;
  subject.org = OrgName("a~b");
  subject.client = ClientId("c/d");

  EXPECT_EQ(place_of(Check::client_is_active, subject), "/orgs/a~0b/clients/c~1d/state");
}

TEST(TrailStep, ShowsWhatWasComparedWhereThereIsSomething) {
  std::ostringstream out;

  out << TrailStep{.check = Check::org_is_active, .finding = Finding::failed, .expected = "active", .found = "deleted"};

  EXPECT_EQ(out.str(), "✗ org_is_active, expected active, found deleted");
}

}  // namespace
}  // namespace gcmock
