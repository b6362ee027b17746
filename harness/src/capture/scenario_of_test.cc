// What was done, as steps.
#include "capture/scenario_of.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "gcmock/offline_mock.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

const OrgName acme{"acme"};

// One org with a client that holds an access and a refresh token.
World one_org() {
  World world;
  Org& org = world.orgs[acme];
  org.name = acme;
  org.id = OrgId{"11111111-1111-4111-8111-111111111111"};
  org.users[UserName{"alice"}] = {
      UserName{"alice"}, UserId{"22222222-2222-4222-8222-222222222222"}, "Alice", "alice@example.com", {}, {}};
  OAuthClient& app = org.clients[ClientId{"app"}];
  app.id = ClientId{"app"};
  app.secret = "the-secret-of-app";
  app.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token};
  app.scopes = {Scope{"user-basic-info"}};
  const auto token = [&](const std::string& value) {
    return InitialToken{"main", value, app.id, UserName{"alice"}, {}, app.scopes, {}, {}, {}, {}};
  };
  org.access_tokens.push_back(token("the-access-token"));
  org.access_tokens.front().expires_in = 1h;
  org.refresh_tokens.push_back(token("the-refresh-token"));
  return world;
}

// The world, and what is done to it.
class Served {
 public:
  OfflineMock mock{one_org()};
  Captured captured;

  Served() {
    captured.world = one_org();
    captured.client_settings[acme] = {"app", "the-secret-of-app", "", "the-refresh-token", "the-access-token", "", ""};
    captured.world_file = "world.json";
  }

  void call(const std::string& token, const std::string& path = "/api/v2/users/me") {
    mock.ask({"GET", path, {{"Authorization", "Bearer " + token}}, ""});
  }
  void refresh() {
    mock.ask(
        {"POST",
         "/oauth/token",
         {{"Content-Type", "application/x-www-form-urlencoded"}},
         "grant_type=refresh_token&refresh_token=the-refresh-token&client_id=app&client_secret=the-secret-of-app"});
  }
  void happens(decltype(Happening::what) what) {
    captured.happenings.push_back({mock.journal().size(), std::move(what)});
  }
  std::string scenario() {
    captured.journal = mock.journal();
    return scenario_of(captured);
  }
};

std::string steps_of(const std::string& scenario) {
  const std::size_t begin = scenario.find("  \"steps\"");
  return scenario.substr(begin, scenario.find("\n  ]", begin) - begin + 4);
}

TEST(ScenarioOf, MakesOneCallOfA401ARefusedRenewalAndWhatItCameTo) {
  Served served;
  served.happens(AdvanceClock{2h});
  served.mock.advance_clock(2h);
  served.call("the-access-token");
  served.mock.change(RevokeToken{"acme/refresh-main"});
  served.refresh();

  EXPECT_EQ(steps_of(served.scenario()), R"(  "steps": [
    { "advance_clock": "2h" },
    { "do": "call", "org": "acme", "outcome": "needs_user" }
  ])");
}

TEST(ScenarioOf, MakesARefreshOfOneByAClientThatHoldsAnAccessToken) {
  Served served;
  served.refresh();

  EXPECT_THAT(served.scenario(), HasSubstr(R"({ "do": "refresh", "org": "acme", "outcome": "ok" })"));
}

TEST(ScenarioOf, MakesOneCallOfARefreshByAClientThatHoldsNone) {
  Served served;
  served.captured.client_settings[acme].access_token.clear();
  served.refresh();
  served.call("the-access-token");

  EXPECT_EQ(steps_of(served.scenario()), R"(  "steps": [
    { "do": "call", "org": "acme", "outcome": "ok" }
  ])");
}

TEST(ScenarioOf, MakesOneStepOfEqualCallsThatWereUnderWayTogether) {
  Served served;
  served.call("the-access-token");
  served.call("the-access-token");
  served.captured.journal = served.mock.journal();
  served.captured.journal[1].arrived = served.captured.journal[0].arrived;

  EXPECT_THAT(scenario_of(served.captured), HasSubstr(R"("org": "acme", "parallel": 2, "outcome": "ok")"));
}

TEST(ScenarioOf, CountsWhatWasSeenByEndpointOrgAndStatus) {
  Served served;
  served.call("the-access-token");
  served.call("the-access-token", "/api/v2/organizations/me");
  served.call("the-access-token");

  EXPECT_THAT(served.scenario(),
              AllOf(HasSubstr(R"({ "match": { "endpoint": "users_me", "org": "acme", "status": 200 }, "exactly": 2 })"),
                    HasSubstr(R"("endpoint": "organizations_me")")));
}

TEST(ScenarioOf, SaysInACommentWhatNobodyOfThisWorldAsked) {
  Served served;
  served.call("the-access-token");
  served.mock.ask({"GET", "/favicon.ico", {}, ""});

  EXPECT_THAT(served.scenario(), HasSubstr("// left out: GET /favicon.ico, answered 404: no org's client asks so"));
}

void ask_with_body(Served& served, const std::string& type, const std::string& body) {
  served.mock.ask({"POST",
                   "/api/v2/oauth/clients",
                   {{"Authorization", "Bearer the-access-token"},
                    {"Content-Type", type},
                    {"Content-Length", std::to_string(body.size())}},
                   body});
}

TEST(ScenarioOf, TakesTheBodyThatWasSent) {
  Served served;
  ask_with_body(served, "application/json", R"({"name":"new"})");
  ask_with_body(served, "text/plain", R"({"name": "spaced"})");

  EXPECT_THAT(served.scenario(),
              AllOf(HasSubstr(R"("method": "POST", "body": { "name": "new" }, "outcome":)"),
                    HasSubstr(R"("body": "{\"name\": \"spaced\"}",)"), HasSubstr(R"("content_type": "text/plain",)")))
      << "two calls, though they go side by side";
}

TEST(ScenarioOf, SaysInACommentThatABodyWasNotKeptAsItWasSent) {
  for (const std::string& body : {std::string(R"({"password":"hush"})"), std::string(R"(["the-access-token"])"),
                                  std::string(5000, 'x'), std::string("\xFF")}) {
    Served served;
    ask_with_body(served, "application/json", body);
    EXPECT_THAT(served.scenario(), AllOf(HasSubstr("// its body was not kept as it was sent"),
                                         Not(HasSubstr("\"body\":")), Not(HasSubstr("\"outcome\":"))));
  }
}

TEST(ScenarioOf, PrefersTheBodyThatSomebodyElseKept) {
  Served served;
  served.mock.ask({"POST", "/api/v2/oauth/clients", {{"Authorization", "Bearer the-access-token"}}, "{}"});
  served.captured.bodies[1] = {"application/json", R"({"name":"new"})"};

  EXPECT_THAT(served.scenario(), HasSubstr(R"("method": "POST", "body": { "name": "new" })"));
}

TEST(ScenarioOf, PutsAnEventInItsPlaceAndLeavesOutOneThatChangesNothing) {
  Served served;
  served.call("the-access-token");
  served.happens(EventText{R"({"set_org_status":{"org":"acme","status":"active"}})"});
  served.happens(EventText{R"({"revoke_token":{"token":"acme/access-main"}})"});
  served.call("the-access-token");

  EXPECT_EQ(steps_of(served.scenario()), R"(  "steps": [
    { "do": "call", "org": "acme", "outcome": "ok" },
    // changed nothing: { "set_org_status": { "org": "acme", "status": "active" } }
    { "revoke_token": { "token": "acme/access-main" } },
    { "do": "call", "org": "acme", "outcome": "ok" }
  ])");
}

TEST(ScenarioOf, KeepsWhatHappenedBehindTheLastCallAsAComment) {
  Served served;
  served.call("the-access-token");
  served.happens(AdvanceClock{25h});

  EXPECT_THAT(served.scenario(), HasSubstr(R"(// and behind all: { "advance_clock": "25h" })"));
}

TEST(ScenarioOf, IsAScenarioEvenWhereNothingWasAsked) {
  Served served;

  EXPECT_THAT(served.scenario(), HasSubstr(R"({ "do": "call", "org": "acme", "outcome": ["ok", "needs_user"] })"));
}

TEST(CarriedMembers, AreAllThatACaptureDoesNotWriteAnew) {
  const auto members = carried_members(parse_text("scenario.json", R"({ "title": "x", "steps": [], // why
      "time_limit": "1s", "script": [{ "stage": "after_settling" }], })"));

  EXPECT_THAT(members, ElementsAre(Pair("time_limit", "\"1s\""), Pair("script", R"([{"stage":"after_settling"}])")));
}

}  // namespace
}  // namespace gcmock
