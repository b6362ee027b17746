// Expectations against journals and ledgers.
#include "expect/check_expectations.h"

#include <gmock/gmock.h>

#include "expect/exchanges_for_tests.h"

namespace gcmock {
namespace {

using namespace testing_exchanges;
using Of = LedgerExpectation::Of;

LedgerEntry token(CredentialKind kind, const std::string& org, const std::string& label, TokenLife life, bool initial) {
  LedgerEntry entry;
  entry.credential = {kind, org + "/" + label, OrgName{org}, ClientId{"app"}};
  entry.life = life;
  entry.initial = initial;
  return entry;
}

LedgerEntry refresh_token(const std::string& org, const std::string& name, TokenLife life) {
  return token(CredentialKind::refresh_token, org, "refresh-" + name, life, name == "main" || name == "spare");
}

CheckResult check_ledger(LedgerExpectation expectation, const std::vector<LedgerEntry>& ledger) {
  Expectations expectations;
  expectations.ledger.push_back(expectation);
  return check_expectations(expectations, {}, ledger).at(0);
}

LedgerExpectation refresh_token_is(const std::string& org, TokenLife life) {
  return {OrgName{org}, Of::refresh_token, life, 0, {}};
}

TEST(CountExpectation, FailsWithNumbersWhereThereAreTooMany) {
  Expectations expectations;
  expectations.exchanges.push_back({token_requests_of("secondary"), {}, {}, 1, {"x.json", 9, 3}});
  const std::vector<Exchange> journal{refresh_answered(1, "secondary", 403), refresh_answered(2, "secondary", 403)};

  const auto checks = check_expectations(expectations, journal, {});

  ASSERT_EQ(checks.size(), 1u);
  EXPECT_FALSE(checks[0].passed);
  EXPECT_EQ(checks[0].what, "at most 1 exchange: token requests for org secondary");
  EXPECT_EQ(checks[0].found, "found 2: #1 #2");
  EXPECT_THAT(checks[0].exchanges, testing::ElementsAre(1, 2));
  EXPECT_EQ(checks[0].place, (SourcePlace{"x.json", 9, 3}));
}

TEST(CountExpectation, HoldsBetweenItsBoundsAndFailsOutsideOfEach) {
  const auto passes = [](CountExpectation expectation, std::uint64_t number) {
    Expectations expectations;
    expectation.match = token_requests_of("acme");
    expectations.exchanges.push_back(expectation);
    std::vector<Exchange> journal;
    for (std::uint64_t seq = 1; seq <= number; ++seq) journal.push_back(refresh_answered(seq, "acme", 200));
    return check_expectations(expectations, journal, {}).at(0).passed;
  };
  const CountExpectation one_to_two{{}, {}, 1, 2, {}}, exactly_two{{}, 2, {}, {}, {}};

  EXPECT_FALSE(passes(one_to_two, 0));
  EXPECT_TRUE(passes(one_to_two, 1));
  EXPECT_TRUE(passes(one_to_two, 2));
  EXPECT_FALSE(passes(one_to_two, 3));
  EXPECT_FALSE(passes(exactly_two, 1));
  EXPECT_TRUE(passes(exactly_two, 2));
  EXPECT_FALSE(passes(exactly_two, 3));
}

TEST(LedgerExpectation, IsAboutTheTokenNamedMain) {
  const std::vector<LedgerEntry> ledger{refresh_token("acme", "spare", TokenLife::revoked),
                                        refresh_token("acme", "main", TokenLife::spent),
                                        refresh_token("other", "main", TokenLife::live)};

  const auto wrong = check_ledger(refresh_token_is("acme", TokenLife::live), ledger);

  EXPECT_FALSE(wrong.passed);
  EXPECT_EQ(wrong.what, "the configured refresh token of org acme is unspent");
  EXPECT_EQ(wrong.found, "acme/refresh-main is spent");
  EXPECT_TRUE(check_ledger(refresh_token_is("acme", TokenLife::spent), ledger).passed);
}

TEST(LedgerExpectation, IsAboutTheOnlyTokenWhereNoneIsNamedMain) {
  const std::vector<LedgerEntry> ledger{refresh_token("acme", "spare", TokenLife::revoked),
                                        refresh_token("acme", "1", TokenLife::live)};

  EXPECT_TRUE(check_ledger(refresh_token_is("acme", TokenLife::revoked), ledger).passed);
  EXPECT_FALSE(check_ledger(refresh_token_is("acme", TokenLife::live), ledger).passed);
}

TEST(LedgerExpectation, FailsWhereTheOrgStartedWithoutSuchAToken) {
  const auto check =
      check_ledger(refresh_token_is("acme", TokenLife::live), {refresh_token("acme", "1", TokenLife::live)});

  EXPECT_FALSE(check.passed);
  EXPECT_NE(check.found.find("started with no such token"), std::string::npos);
}

TEST(LedgerExpectation, TellsAccessTokensFromRefreshTokens) {
  const std::vector<LedgerEntry> ledger{
      refresh_token("acme", "main", TokenLife::live),
      token(CredentialKind::access_token, "acme", "access-main", TokenLife::expired, true)};

  EXPECT_TRUE(check_ledger({OrgName{"acme"}, Of::access_token, TokenLife::expired, 0, {}}, ledger).passed);
}

TEST(LedgerExpectation, CountsWhatIsLiveInTheOrg) {
  const std::vector<LedgerEntry> ledger{
      refresh_token("acme", "main", TokenLife::spent), refresh_token("acme", "1", TokenLife::live),
      refresh_token("other", "main", TokenLife::live),
      token(CredentialKind::access_token, "acme", "access-1", TokenLife::live, false)};

  const auto two = check_ledger({OrgName{"acme"}, Of::live_refresh_tokens, TokenLife::live, 2, {}}, ledger);

  EXPECT_FALSE(two.passed);
  EXPECT_EQ(two.what, "org acme has 2 live refresh tokens");
  EXPECT_EQ(two.found, "found 1: acme/refresh-1");
  EXPECT_TRUE(check_ledger({OrgName{"acme"}, Of::live_access_tokens, TokenLife::live, 1, {}}, ledger).passed);
}

TEST(Expectations, AreCheckedInTheOrderOfTheirPlaces) {
  Expectations expectations;
  expectations.exchanges.push_back({token_requests_of("acme"), 1, {}, {}, {"x.json", 20, 1}});
  expectations.never.push_back({with_status({}, 500), {}, {}, {"x.json", 12, 1}});
  expectations.in_order.push_back({{token_requests_of("acme")}, {"x.json", 15, 1}});

  const auto checks = check_expectations(expectations, {refresh_answered(1, "acme", 200)}, {});

  ASSERT_EQ(checks.size(), 3u);
  EXPECT_EQ(checks[0].what, "never requests with status 500");
  EXPECT_EQ(checks[1].what, "one behind the other: token requests for org acme");
  EXPECT_EQ(checks[2].place.line, 20);
  EXPECT_TRUE(checks[0].passed && checks[1].passed && checks[2].passed);
}

}  // namespace
}  // namespace gcmock
