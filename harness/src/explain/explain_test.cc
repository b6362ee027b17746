#include "explain/explain.h"

#include <gmock/gmock.h>

#include "explain/remedy.h"
#include "gcmock/wire/symptom.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Exchange refused_in_secondary(RefusalReason reason, TrailStep last) {
  Exchange exchange;
  exchange.seq = 4;
  exchange.method = "POST";
  exchange.path = "/api/v2/oauth/token";
  exchange.endpoint = Endpoint::token;
  exchange.grant = GrantType::refresh_token;
  exchange.subject = {OrgName{"secondary"}, ClientId{"app"}, UserName{"alice"}, "secondary/refresh-main"};
  exchange.status = 403;
  exchange.refusal = reason;
  exchange.trail = {{Check::org_is_active, Finding::passed, {}, {}}, std::move(last)};
  return exchange;
}

Scenario reported_scenario() {
  Scenario scenario;
  scenario.file = "scenarios/x.json";
  scenario.world.dialect = Dialect::reported;
  return scenario;
}

TEST(Explain, ShowsTheTrailUpToTheCheckThatFailed) {
  const Exchange exchange =
      refused_in_secondary(RefusalReason::client_not_registered_in_org,
                           {Check::client_is_registered_in_org, Finding::failed, "a registration", "none"});

  const Explanation explanation = explain(reported_scenario(), exchange, {});

  ASSERT_EQ(explanation.trail.size(), 2u);
  EXPECT_TRUE(explanation.trail[0].passed);
  EXPECT_FALSE(explanation.trail[1].passed);
  EXPECT_THAT(explanation.trail[1].claim, HasSubstr("secondary"));
  EXPECT_EQ(explanation.trail[1].compared, "expected a registration, found none");
}

TEST(Explain, SaysWhatWouldBringATokenByTrustBack) {
  const auto remedy = [](Check check) {
    Exchange exchange = refused_in_secondary(RefusalReason::bearer_revoked, {check, Finding::failed, {}, {}});
    exchange.subject.home = OrgName{"partner"};
    return remedy_for(exchange);
  };

  EXPECT_EQ(remedy(Check::home_org_is_trusted), R"("/orgs/secondary/trusts/partner": { … })");
  EXPECT_EQ(remedy(Check::trust_is_enabled), R"("/orgs/secondary/trusts/partner/enabled": true)");
  EXPECT_EQ(remedy(Check::trust_is_not_expired), R"("/orgs/secondary/trusts/partner/expires_in": null)");
  EXPECT_EQ(remedy(Check::user_is_trusted), R"("/orgs/secondary/trusts/partner/users/alice": { … })");
  EXPECT_THAT(remedy(Check::client_is_active), HasSubstr("a fresh access token"));
}

TEST(Explain, SaysWhereItStoodAndWhatTookItAway) {
  Scenario scenario = reported_scenario();
  scenario.places.origins["/orgs/secondary/clients/app"] = {SourcePlace{"fixtures/worlds/w.json", 41, 7},
                                                            SourcePlace{"scenarios/x.json", 7, 20},
                                                            WorldPlaces::Change::removed};
  const Exchange exchange = refused_in_secondary(RefusalReason::client_not_registered_in_org,
                                                 {Check::client_is_registered_in_org, Finding::failed, {}, {}});

  const Explanation explanation = explain(scenario, exchange, {});

  EXPECT_EQ(explanation.decided_at, "fixtures/worlds/w.json:41:7, removed by world_changes at line 7");
  EXPECT_EQ(explanation.remedy, R"("/orgs/secondary/clients/app": { … })");
}

TEST(Explain, ShowsWhatGenesysCloudWouldHaveShownOnlyInTheReportedDialect) {
  const Exchange exchange =
      refused_in_secondary(RefusalReason::client_inactive, {Check::client_is_active, Finding::failed, {}, {}});
  Scenario vendors = reported_scenario();
  vendors.world.dialect = Dialect::genesys;

  EXPECT_EQ(explain(reported_scenario(), exchange, {}).genesys_shows, genesys_symptom(RefusalReason::client_inactive));
  EXPECT_THAT(explain(vendors, exchange, {}).genesys_shows, IsEmpty());
}

TEST(Explain, NamesTheRuleWhereTheScriptRefused) {
  Exchange exchange = refused_in_secondary(RefusalReason::bearer_expired, {});
  exchange.trail.clear();
  exchange.rule = RuleSpoke{0, Stage::instead_of_ruling, "refuse: bearer_expired", "scenarios/x.json:12"};

  const Explanation explanation = explain(reported_scenario(), exchange, {});

  ASSERT_EQ(explanation.trail.size(), 1u);
  EXPECT_EQ(explanation.trail[0].claim, "a rule of the script: refuse: bearer_expired");
  EXPECT_EQ(explanation.decided_at, "scenarios/x.json:12");
  EXPECT_THAT(explanation.remedy, IsEmpty());
}

TEST(Remedy, KeepsWhatAListHasAndAddsWhatIsMissing) {
  const Exchange exchange = refused_in_secondary(
      RefusalReason::scope_not_granted_in_org,
      {Check::scopes_are_granted_in_org, Finding::failed, "users:readonly, integrations", "users:readonly"});

  EXPECT_THAT(remedy_for(exchange), HasSubstr(R"([ …, "users:readonly", "integrations" ])"));
}

TEST(Remedy, OfTheWrongRegionIsTheRightOne) {
  const auto exchange =
      refused_in_secondary(RefusalReason::client_unknown,
                           {Check::host_is_of_the_worlds_region, Finding::failed, "mypurecloud.com", "mypurecloud.ie"});

  EXPECT_EQ(remedy_for(exchange), "the hosts of region mypurecloud.com");
}

TEST(Remedy, HasAWordForEveryReasonOfATokenRequest) {
  for (const RefusalReason reason : all_refusal_reasons()) {
    if (reason == RefusalReason::path_not_found || reason == RefusalReason::method_not_allowed) continue;

    const Exchange exchange =
        refused_in_secondary(reason, {Check::client_is_registered_in_org, Finding::failed, "a", "b"});

    EXPECT_NE(remedy_for(exchange), "") << to_string(reason);
  }
}

}  // namespace
}  // namespace gcmock
