#include "expect/near_miss.h"

#include <gmock/gmock.h>

#include "expect/check_expectations.h"
#include "expect/exchanges_for_tests.h"
#include "expect/silent_rules.h"

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace testing_exchanges;
using Difference = NearMiss::Difference;

TEST(NearMiss, IsTheExchangeThatDiffersInTheFewestFields) {
  const Exchanges journal{call_answered(1, "secondary", 200), refresh_answered(2, "primary", 200),
                          refresh_answered(3, "primary", 403)};

  const auto near_miss = nearest(journal, with_status(token_requests_of("secondary"), 403));

  ASSERT_TRUE(near_miss);
  EXPECT_EQ(near_miss->exchange, 3u);
  EXPECT_THAT(near_miss->differences, ElementsAre(Difference{"org", "secondary", "primary"}));
}

TEST(NearMiss, IsNoneWhereThereWasNoExchange) {
  EXPECT_FALSE(nearest({}, token_requests_of("secondary")));
}

TEST(NearMiss, ComparesFieldsAndHeadersByName) {
  Exchange exchange = refresh_answered(1, "primary", 200);
  exchange.request_fields = {{"scope", "users"}};
  exchange.request_headers = {{"ACCEPT", "*/*"}};
  ExchangePattern pattern;
  pattern.fields = {{"scope", std::nullopt}, {"resource", "x"}};
  pattern.headers = {{"Accept", "application/json"}};

  EXPECT_THAT(differences(pattern, exchange),
              ElementsAre(Difference{"field resource", "x", "none"}, Difference{"field scope", "none", "users"},
                          Difference{"header Accept", "application/json", "*/*"}));
}

TEST(NearMiss, ShowsNoCredential) {
  Exchange exchange = refresh_answered(1, "primary", 200);
  exchange.request_fields = {{"refresh_token", "‹primary/refresh-main›"}};
  ExchangePattern pattern;
  pattern.fields = {{"refresh_token", "a-token-that-somebody-wrote-here"}};
  pattern.headers = {{"authorization", "Bearer a-token-that-somebody-wrote-here"}};

  EXPECT_THAT(differences(pattern, exchange),
              ElementsAre(Difference{"field refresh_token", "‹hidden›", "‹primary/refresh-main›"},
                          Difference{"header authorization", "‹hidden›", "none"}));
}

TEST(NearMiss, IsToldOfExpectationsThatSawTooLittle) {
  Expectations expectations;
  CountExpectation count;
  count.match = token_requests_of("secondary");
  count.at_least = 1;
  expectations.exchanges = {count};
  expectations.in_order = {{{token_requests_of("primary"), token_requests_of("primary")}, {}}};

  const auto checks =
      check_expectations(expectations, {refresh_answered(1, "primary", 200), call_answered(2, "primary", 200)}, {});

  ASSERT_EQ(checks.size(), 2u);
  ASSERT_TRUE(checks[0].near_miss);
  EXPECT_EQ(checks[0].near_miss->exchange, 1u);
  ASSERT_TRUE(checks[1].near_miss) << "the second of the order";
  EXPECT_THAT(checks[1].near_miss->exchange, 2u);
}

TEST(NearMiss, IsNotToldWhereThereWasTooMuch) {
  Expectations expectations;
  CountExpectation count;
  count.match = token_requests_of("primary");
  count.at_most = 0;
  expectations.exchanges = {count};

  const auto checks = check_expectations(expectations, {refresh_answered(1, "primary", 200)}, {});

  EXPECT_FALSE(checks.at(0).passed);
  EXPECT_FALSE(checks.at(0).near_miss);
}

Scenario with_rule(const When& when) {
  Scenario scenario;
  Rule rule;
  rule.when = when;
  rule.place = "x.json:12";
  scenario.script.rules = {rule};
  return scenario;
}

std::vector<Difference> missed_by(const When& when, const Exchanges& journal) {
  const auto silent = silent_rules(with_rule(when), {0}, journal);
  return silent.empty() || !silent[0].near_miss ? std::vector<Difference>{} : silent[0].near_miss->differences;
}

TEST(SilentRules, AreThoseThatNeverSpoke) {
  When when;
  when.org = OrgName("secondary");

  EXPECT_THAT(silent_rules(with_rule(when), {1}, {}), IsEmpty());
  const auto silent = silent_rules(with_rule(when), {0}, {});
  ASSERT_EQ(silent.size(), 1u);
  EXPECT_EQ(silent[0].number, 1u);
  EXPECT_EQ(silent[0].place, "x.json:12");
  EXPECT_FALSE(silent[0].near_miss);
}

TEST(SilentRules, SayWhatOfTheClosestRequestDiffers) {
  When when;
  when.org = OrgName("secondary");
  when.endpoint = Endpoint::token;

  EXPECT_THAT(missed_by(when, {refresh_answered(1, "primary", 200)}),
              ElementsAre(Difference{"org", "secondary", "primary"}));
}

TEST(SilentRules, SayWhatElseTheyWaitedFor) {
  using namespace std::chrono_literals;
  const Exchanges journal{refresh_answered(1, "primary", 200)};
  When second;
  second.nth = 2;
  When late;
  late.since = 1h;
  When after;
  after.after = EarlierExchange{};
  after.after->status = 503;

  EXPECT_THAT(missed_by(second, journal), ElementsAre(Difference{"nth", "2", "1 such request"}));
  EXPECT_THAT(missed_by(late, journal), ElementsAre(testing::Field(&Difference::field, "since")));
  EXPECT_THAT(missed_by(after, journal), ElementsAre(Difference{"after", "requests with status 503", "none"}));
}

TEST(SilentRules, SayWhichRuleSpokeFirst) {
  Exchanges journal{refresh_answered(1, "primary", 200)};
  journal[0].rule = RuleSpoke{0, Stage::instead_of_ruling, "", ""};
  Scenario scenario = with_rule({});
  scenario.script.rules.push_back(scenario.script.rules[0]);

  const auto silent = silent_rules(scenario, {1, 0}, journal);

  ASSERT_EQ(silent.size(), 1u);
  EXPECT_THAT(silent[0].near_miss->differences,
              ElementsAre(Difference{"rule", "this one", "rule 1, which speaks first"}));
}

}  // namespace
}  // namespace gcmock
