// Tests of scenarios: what a file means, and that the client is configured from the world before its changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/error.h"
#include "gcmock/harness/scenario.h"
#include "scenario/scenario_files.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view world_text = R"({ "orgs": {
  "acme": { "users": { "ada": {} },
    "clients": { "app": { "authorized_grant_types": ["CODE"], "scopes": ["a", "b"], "redirect_uris": ["https://a.example/cb"] } },
    "refresh_tokens": { "main": { "client": "app", "user": "ada", "scopes": ["a"] } } },
  "other": { "users": { "ola": {} }, "clients": { "own": { "authorized_grant_types": ["CLIENT-CREDENTIALS"] } } } } })";

/// A scenario over that world that asks one call of acme, and what else `members` says.
LoadedScenario load(const std::string& members) {
  const TestFolder folder;
  folder.write("world.json", std::string(world_text));
  return load_scenario(folder.write("scenarios/x.json", R"({ "title": "t", "world": "../world.json",
    "steps": [{ "do": "call", "org": "acme" }])" + (members.empty() ? "" : ",\n" + members) +
                                                            " }"));
}

Scenario loaded(const std::string& members) {
  LoadedScenario result = load(members);
  EXPECT_EQ(text_of(result.diagnostics), "");
  return result.scenario.value_or(Scenario());
}

const OrgName acme("acme");

TEST(ScenarioLoader, ConfiguresTheClientFromTheWorldBeforeItsChanges) {
  const Scenario scenario =
      loaded(R"("world_changes": { "orgs": { "acme": { "clients": { "app": { "secret": "changed" } } } } })");

  EXPECT_EQ(scenario.world.orgs.at(acme).clients.at(ClientId("app")).secret, "changed");
  EXPECT_THAT(scenario.client_settings.at(acme).client_secret, testing::StartsWith("gcmock-cs-"));
}

TEST(ScenarioLoader, KeepsTheTokenOfAClientThatIsGone) {
  const Scenario scenario =
      loaded(R"("world_changes": { "orgs": { "acme": { "clients": { "app": null }, "users": { "ada": null } } } })");

  EXPECT_THAT(scenario.world.orgs.at(acme).clients, IsEmpty());
  ASSERT_THAT(scenario.world.orgs.at(acme).refresh_tokens, SizeIs(1));
  EXPECT_EQ(scenario.client_settings.at(acme).refresh_token, scenario.world.orgs.at(acme).refresh_tokens[0].value);
}

TEST(ScenarioLoader, LetsSettingsOverrideAndNullTakeAway) {
  const Scenario scenario =
      loaded(R"("client_settings": { "acme": { "client_id": "x", "refresh_token": null, "access_token": "y" } })");

  const ClientSettings& told = scenario.client_settings.at(acme);
  EXPECT_EQ(told.client_id, "x");
  EXPECT_EQ(told.refresh_token, "");
  EXPECT_EQ(told.access_token, "y");
  EXPECT_EQ(told.redirect_uri, "https://a.example/cb");
}

/// A scenario over the same world with these steps alone.
LoadedScenario load_steps(const std::string& steps) {
  const TestFolder folder;
  folder.write("world.json", std::string(world_text));
  return load_scenario(
      folder.write("scenarios/x.json", R"({ "title": "t", "world": "../world.json", "steps": [)" + steps + "] }"));
}

TEST(ScenarioLoader, SaysWhoLogsInAsTheLoginHostIsTold) {
  const LoadedScenario result = load_steps(R"({ "do": "authorize", "org": "acme" },
    { "do": "authorize", "org": "acme", "user": "ada" },
    { "do": "authorize", "org": "acme", "user": "ola", "home": "other" })");

  ASSERT_TRUE(result.scenario) << text_of(result.diagnostics);
  const auto call = [&](std::size_t step) { return std::get<PerformCall>(result.scenario->steps.at(step).what).call; };
  EXPECT_EQ(call(0).login_hint, "");
  EXPECT_EQ(call(1).login_hint, "ada@acme.example.com:acme");
  EXPECT_EQ(call(1).target, "");
  EXPECT_EQ(call(2).login_hint, "ola@other.example.com:other");
  EXPECT_EQ(call(2).target, result.scenario->world.orgs.at(acme).id.value);
  EXPECT_EQ(describe(result.scenario->steps.at(1)), "authorize acme as ada@acme.example.com:acme");
}

TEST(ScenarioLoader, LetsOnlyAnAuthorizationSayWhoLogsIn) {
  EXPECT_EQ(codes_of(load_steps(R"({ "do": "login", "org": "acme", "user": "ada" })").diagnostics), "GC412");
  EXPECT_EQ(codes_of(load_steps(R"({ "do": "authorize", "org": "acme", "home": "other" })").diagnostics), "GC412");
  EXPECT_EQ(codes_of(load_steps(R"({ "do": "authorize", "org": "acme", "user": "nobody" })").diagnostics), "GC304");
  EXPECT_EQ(
      codes_of(load_steps(R"({ "do": "authorize", "org": "acme", "user": "ada", "home": "nowhere" })").diagnostics),
      "GC302");
}

TEST(ScenarioLoader, ReadsSteps) {
  const TestFolder folder;
  folder.write("world.json", std::string(world_text));
  const LoadedScenario result =
      load_scenario(folder.write("x.json", R"({ "title": "t", "world": "world.json", "time_limit": "3s", "steps": [
    { "do": "call", "org": "acme", "method": "DELETE", "path": "/api/v2/tokens/me", "parallel": 3, "outcome": ["ok", "failed"] },
    { "advance_clock": "-1h" }, { "do": "login", "org": "other", "outcome": "needs_user" }] })"));

  ASSERT_TRUE(result.scenario.has_value()) << text_of(result.diagnostics);
  const std::vector<Step>& steps = result.scenario->steps;
  EXPECT_EQ(describe(steps.at(0)), "call acme DELETE /api/v2/tokens/me, 3 at once");
  EXPECT_TRUE((std::get<PerformCall>(steps[0].what).outcomes == std::vector{Outcome::ok, Outcome::failed}));
  EXPECT_EQ(describe(steps.at(1)), "advance clock by -1h");
  EXPECT_EQ(describe(steps.at(2)), "login other");
  EXPECT_EQ(steps[2].place.line, 3);
  EXPECT_EQ(result.scenario->time_limit, std::optional<std::chrono::milliseconds>(3s));
}

TEST(ScenarioLoader, ReadsTheBodyOfACallAsJsonOrAsText) {
  const TestFolder folder;
  folder.write("world.json", std::string(world_text));
  const LoadedScenario result =
      load_scenario(folder.write("x.json", R"({ "title": "t", "world": "world.json", "steps": [
    { "do": "call", "org": "acme", "method": "POST", "body": { "a": [1, "x"] } },
    { "do": "call", "org": "acme", "method": "POST", "body": "a=1", "content_type": "text/plain" },
    { "do": "call", "org": "acme" }] })"));

  ASSERT_TRUE(result.scenario.has_value()) << text_of(result.diagnostics);
  const auto call = [&](std::size_t i) { return std::get<PerformCall>(result.scenario->steps.at(i).what).call; };
  EXPECT_EQ(call(0).body, R"({"a":[1,"x"]})");
  EXPECT_EQ(call(0).content_type, "application/json");
  EXPECT_EQ(call(1).body, "a=1");
  EXPECT_EQ(call(1).content_type, "text/plain");
  EXPECT_EQ(call(2).body, std::nullopt);
}

TEST(ScenarioLoader, ReadsRules) {
  const Scenario scenario = loaded(R"("script": [
    { "when": { "endpoint": "token", "grant": "refresh_token", "org": "acme", "client": "app", "user": "ada", "method": "POST", "nth": 2 },
      "stage": "after_settling", "do": [{ "delay": "20ms" }, { "omit": ["expires_in"] }, { "cut": "inside_body", "how": "reset" }] },
    { "when": {}, "stage": "instead_of_ruling", "do": { "refuse": "rate_limited", "retry_after": "5s" } }])");

  ASSERT_THAT(scenario.script.rules, SizeIs(2));
  const Rule& rule = scenario.script.rules[0];
  const When when{Endpoint::token, GrantType::refresh_token, acme, ClientId("app"), UserName("ada"), "POST", 2};
  EXPECT_EQ(rule.when, when);
  EXPECT_EQ(rule.stage, Stage::after_settling);
  EXPECT_THAT(rule.actions, ElementsAre(Action(Delay{20ms}), Action(OmitMembers{{"expires_in"}}),
                                        Action(Cut{CutPoint::inside_body, CutHow::reset})));
  EXPECT_THAT(rule.place, EndsWith("scenarios/x.json:4"));
  EXPECT_THAT(scenario.script.rules[1].actions, ElementsAre(Action(Refuse{RefusalReason::rate_limited, 5s})));
}

TEST(ScenarioLoader, AnswersWithTextOrWithAJsonValue) {
  const Scenario scenario = loaded(R"("script": [
    { "when": { "nth": 1 }, "stage": "instead_of_ruling", "do": { "respond": { "status": 503, "headers": { "Retry-After": "1" }, "body": "down" } } },
    { "when": { "nth": 2 }, "stage": "instead_of_ruling", "do": { "respond": { "status": 200, "body": { "b": [1.50, null], "a": "ü\n" } } } }])");

  const auto text = std::get<Respond>(scenario.script.rules.at(0).actions.at(0));
  const auto json = std::get<Respond>(scenario.script.rules.at(1).actions.at(0));
  EXPECT_EQ(text.body, "down");
  EXPECT_THAT(text.headers, ElementsAre(std::pair("Retry-After", "1")));
  EXPECT_EQ(json.body, R"({"b":[1.50,null],"a":"ü\u000a"})");
  EXPECT_THAT(json.headers, ElementsAre(std::pair("Content-Type", "application/json")));
}

TEST(ScenarioLoader, ReadsExpectations) {
  const Scenario scenario = loaded(R"("expect": {
    "exchanges": [{ "match": { "endpoint": "token", "fields": { "scope": null }, "headers": { "Accept": "x" } }, "at_least": 1, "at_most": 2 }],
    "in_order": [{ "status": 401 }, { "refusal": "bearer_expired" }],
    "ledger": { "acme": { "refresh_token": "unspent", "live_refresh_tokens": 1 } } })");

  const CountExpectation& count = scenario.expect.exchanges.at(0);
  EXPECT_EQ(count.at_least, std::optional(1));
  EXPECT_EQ(count.at_most, std::optional(2));
  EXPECT_EQ(count.match.fields.at("scope"), std::nullopt);
  EXPECT_EQ(count.match.headers.at("Accept"), std::optional<std::string>("x"));
  EXPECT_EQ(scenario.expect.in_order.at(0).patterns.at(1).refusal, std::optional(RefusalReason::bearer_expired));
  EXPECT_EQ(scenario.expect.ledger.at(0).life, TokenLife::live);
  EXPECT_EQ(scenario.expect.ledger.at(1).count, 1);
  EXPECT_EQ(scenario.expect.ledger.at(1).place.line, 6);
}

TEST(ScenarioLoader, LetsAfterTakeOverWhatItDoesNotSay) {
  const Scenario scenario = loaded(R"("expect": { "never": [
    { "endpoint": "token", "grant": "refresh_token", "org": "acme", "status": 200, "after": { "status": 403, "for": "1s" } },
    { "endpoint": "token", "grant": "refresh_token", "org": "acme", "after": { "endpoint": "users_me", "status": 403 } }] })");

  ExchangePattern same;
  same.endpoint = Endpoint::token;
  same.grant = GrantType::refresh_token;
  same.org = acme;
  same.status = 403;
  ExchangePattern other;
  other.endpoint = Endpoint::users_me;
  other.org = acme;
  other.status = 403;
  EXPECT_EQ(scenario.expect.never.at(0).after, std::optional(same));
  EXPECT_EQ(scenario.expect.never.at(0).for_at_most, std::optional<std::chrono::milliseconds>(1s));
  EXPECT_EQ(scenario.expect.never.at(1).after, std::optional(other)) << "a grant is no matter of the API";
}

TEST(ScenarioLoader, ReadsWaivers) {
  const Scenario scenario =
      loaded(R"("waivers": [{ "invariant": "I-12", "reason": "known", "expires": "2027-01-31" }])");

  ASSERT_THAT(scenario.waivers, SizeIs(1));
  EXPECT_EQ(scenario.waivers[0].invariant, "I-12");
  EXPECT_EQ(scenario.waivers[0].expires, std::chrono::year{2027} / 1 / 31);
}

TEST(ScenarioLoader, SaysWhereChangesCameFrom) {
  const Scenario scenario =
      loaded(R"("world_changes": { "orgs": { "acme": { "clients": { "app": { "scopes": ["a"], "state": "inactive" } },
    "users": { "ada": null } } } })");

  const auto scopes = scenario.places.find("/orgs/acme/clients/app/scopes");
  const auto state = scenario.places.find("/orgs/acme/clients/app/state");
  const auto user = scenario.places.find("/orgs/acme/users/ada/status");
  EXPECT_EQ(scopes->change, WorldPlaces::Change::replaced);
  EXPECT_EQ(scopes->stated->line, 3);
  EXPECT_EQ(scopes->changed->line, 3);
  EXPECT_THAT(scopes->changed->file, EndsWith("x.json"));
  EXPECT_EQ(state->change, WorldPlaces::Change::added);
  EXPECT_EQ(state->stated, std::nullopt);
  EXPECT_EQ(user->change, WorldPlaces::Change::removed);
  EXPECT_EQ(user->changed->line, 4);
  EXPECT_EQ(scenario.places.find("/orgs/acme/clients/app/name")->change, WorldPlaces::Change::none);
}

TEST(ScenarioLoader, TellsMistakesOfAScenarioWhoseWorldHasSomeToo) {
  const TestFolder folder;
  folder.write("a_world.json", R"({ "orgs": {}, "extra": 1 })");

  const LoadedScenario result = load_scenario(folder.write(
      "x.json", R"({ "title": "", "world": "a_world.json", "steps": [{ "do": "call", "org": "acme" }] })"));

  EXPECT_FALSE(result.scenario.has_value());
  EXPECT_EQ(codes_of(result.diagnostics), "GC203 GC207");
}

TEST(ScenarioLoader, DoesNotThrowForAFileThatIsNotThere) {
  EXPECT_EQ(codes_of(load_scenario("no/such.json").diagnostics), "GC101");
}

TEST(ScenarioId, IsThePathBelowTheLastScenariosFolder) {
  EXPECT_EQ(scenario_id("/a/scenarios/b/scenarios/multi_org/x.y.json"), "multi_org/x.y");
  EXPECT_EQ(scenario_id("/a/b/x.json"), "x");
}

TEST(ScenarioFiles, AreFoundSortedWithoutSchemas) {
  const TestFolder folder;
  for (const std::string name : {"b/two.json", "a.json", "schema/scenario.schema.json", "b/read.me"})
    folder.write(name, "{}");

  EXPECT_THAT(find_scenario_files({folder.path(), folder.path() + "/a.json"}),
              ElementsAre(EndsWith("/a.json"), EndsWith("/b/two.json")));
}

TEST(ScenarioFiles, ThrowForAPathThatDoesNotExist) {
  EXPECT_THROW(find_scenario_files({"no/such/folder"}), Error);
}

class ShippedScenarios : public testing::TestWithParam<std::string> {};

TEST_P(ShippedScenarios, LoadWithoutMistakes) {
  EXPECT_EQ(text_of(load_scenario(GetParam()).diagnostics), "");
}

INSTANTIATE_TEST_SUITE_P(Each, ShippedScenarios,
                         testing::ValuesIn(find_scenario_files({std::string(GCMOCK_SOURCE_DIR) + "/scenarios"})),
                         [](const auto& param) {
                           std::string name = scenario_id(param.param);
                           std::replace_if(
                               name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                           return name;
                         });

}  // namespace
}  // namespace gcmock
