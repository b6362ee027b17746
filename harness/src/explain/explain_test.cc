#include "explain/explain.h"

#include <gmock/gmock.h>

#include "explain/remedy.h"
#include "gcmock/domain/unknown_credential.h"
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

Scenario with_app(const OAuthClient& app) {
  Scenario scenario = reported_scenario();
  Org& org = scenario.world.orgs[OrgName("secondary")];
  org.name = OrgName("secondary");
  org.clients[ClientId("app")] = app;
  return scenario;
}

TEST(Change, KeepsWhatAListHasAndAddsWhatIsMissing) {
  OAuthClient app;
  app.scopes = {Scope("users:readonly")};

  const auto explanation = explain(
      with_app(app),
      refused_in_secondary(RefusalReason::scope_not_granted_in_org,
                           {Check::scopes_are_granted_in_org, Finding::failed, "[users:readonly, oauth]", "[oauth]"}),
      {});

  EXPECT_EQ(explanation.change,
            R"({"orgs": {"secondary": {"clients": {"app": {"scopes": ["users:readonly", "oauth"]}}}}})");
}

TEST(Change, IsWhatWorldChangesTookAway) {
  Scenario scenario = reported_scenario();
  scenario.places.origins["/orgs/secondary/clients/app"] = {SourcePlace{"w.json", 41, 7}, SourcePlace{"x.json", 7, 20},
                                                            WorldPlaces::Change::removed, R"({"scopes":["a"]})"};
  const auto refused = refused_in_secondary(RefusalReason::client_not_registered_in_org,
                                            {Check::client_is_registered_in_org, Finding::failed, {}, {}});

  EXPECT_EQ(explain(scenario, refused, {}).change,
            R"({"orgs": {"secondary": {"clients": {"app": {"scopes":["a"]}}}}})");
}

TEST(Change, GivesATokenADayMoreThanHasGoneBy) {
  Exchange refused = refused_in_secondary(RefusalReason::refresh_token_expired,
                                          {Check::token_is_not_expired, Finding::failed, {}, {}});
  const Scenario scenario = reported_scenario();
  refused.at = scenario.world.starts_at + std::chrono::hours(3);

  EXPECT_EQ(explain(scenario, refused, {}).change,
            R"({"orgs": {"secondary": {"refresh_tokens": {"main": {"expires_in": "27h"}}}}})");
}

TEST(Change, IsNoneWhereItWouldShowACredential) {
  const auto refused =
      refused_in_secondary(RefusalReason::client_secret_wrong, {Check::client_secret_matches, Finding::failed, {}, {}});

  EXPECT_THAT(explain(with_app({}), refused, {}).change, IsEmpty());
}

TEST(Explain, NamesAllThatTheCheckComparedWhereNothingHasChanged) {
  Scenario scenario = with_app({});
  scenario.places.origins["/orgs/secondary/clients/app/roles"] = {SourcePlace{"w.json", 20, 9}, std::nullopt,
                                                                  WorldPlaces::Change::none};
  scenario.places.origins["/orgs/secondary/clients/app/required_roles"] = {SourcePlace{"w.json", 21, 9}, std::nullopt,
                                                                           WorldPlaces::Change::none};
  const auto refused = refused_in_secondary(RefusalReason::role_missing_in_org,
                                            {Check::roles_are_assigned_in_org, Finding::failed, "[admin]", "none"});

  EXPECT_EQ(explain(scenario, refused, {}).decided_at, "w.json:20:9; w.json:21:9");
}

TEST(Explain, NamesWhereAnUnknownTokenStoodBeforeItWasTakenAway) {
  Scenario scenario = with_app({});
  scenario.credentials["secondary/refresh-main"] = "what-the-client-was-given";
  scenario.places.origins["/orgs/secondary/refresh_tokens/main"] = {
      SourcePlace{"w.json", 30, 9}, SourcePlace{"scenarios/x.json", 7, 20}, WorldPlaces::Change::removed};
  Exchange refused =
      refused_in_secondary(RefusalReason::refresh_token_unknown, {Check::token_is_known, Finding::failed, {}, {}});
  refused.subject.token.clear();
  Sighting sighting;
  sighting.credential.label = label_of_unknown("what-the-client-was-given");
  refused.sightings = {sighting};

  EXPECT_EQ(explain(scenario, refused, {}).decided_at, "w.json:30:9, removed by world_changes at line 7");
}

TEST(Remedy, KeepsWhatAListHasAndAddsWhatIsMissing) {
  const Exchange exchange = refused_in_secondary(
      RefusalReason::scope_not_granted_in_org,
      {Check::scopes_are_granted_in_org, Finding::failed, "users:readonly, integrations", "users:readonly"});

  EXPECT_THAT(remedy_for(exchange), HasSubstr(R"([ …, "users:readonly", "integrations" ])"));
}

TEST(Remedy, SaysThatOneOfSeveralScopesIsEnough) {
  const Exchange exchange =
      refused_in_secondary(RefusalReason::api_scope_missing,
                           {Check::scopes_are_granted_in_org, Finding::failed, "one of [oauth:readonly, oauth]", ""});

  EXPECT_THAT(remedy_for(exchange), HasSubstr(R"([ …, "oauth:readonly" or "oauth" ])"));
}

TEST(Remedy, OfAPermissionIsARole) {
  const Exchange exchange =
      refused_in_secondary(RefusalReason::api_permission_missing,
                           {Check::permission_allows_operation, Finding::failed, "one of [oauth:client:view]", "none"});

  EXPECT_EQ(remedy_for(exchange), R"(a role with one of [oauth:client:view] in "/orgs/secondary/users/alice/roles")");
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
