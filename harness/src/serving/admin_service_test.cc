// The admin API: what it answers, to whom, and that it is as its description says.
#include "serving/admin_service.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

#include "scenario/schema_violations_in_tests.h"
#include "serving/admin_in_tests.h"
#include "serving/page_files.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::Gt;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using testing::UnorderedElementsAreArray;

constexpr const char* two_orgs = "fixtures/worlds/premium_app_two_orgs.json";
constexpr const char* rotated_secret = "scenarios/world_events/secret_rotated_between_two_refreshes.json";
constexpr const char* client_of_acme = "7d9e7b0a-4c1d-4f56-9a53-2f1e8c6b5a40";

json description() {
  return json::parse(admin_api_description());
}

/// What of `value` this schema of the description forbids.
std::string forbidden_by(const json& schema, const json& value) {
  json document = schema;
  document["components"] = description()["components"];
  return violations(document, value);
}

json schema_of_answer(const std::string& method, const std::string& path, int status) {
  std::string verb = method;
  for (char& c : verb) c = static_cast<char>(std::tolower(c));
  return description()["paths"][path][verb]["responses"][std::to_string(status)]["content"]["application/json"]
                      ["schema"];
}

TEST_F(AdminApiTest, IsDescribedPathByPath) {
  std::vector<std::string> described, served;
  const json paths = description()["paths"];
  for (const auto& [path, methods] : paths.items()) {
    for (const auto& [method, operation] : methods.items()) described.push_back(method + ' ' + path);
  }
  for (const AdminOperation& operation : admin_operations()) {
    std::string method(operation.method);
    for (char& c : method) c = static_cast<char>(std::tolower(c));
    served.push_back(method + ' ' + std::string(operation.path));
  }

  EXPECT_THAT(served, UnorderedElementsAreArray(described));
}

TEST_F(AdminApiTest, AnswersAsItIsDescribed) {
  serve(rotated_secret);
  auto client = client_of(*served());
  call(*client, "acme");
  in_run("POST", "/steps", R"({"outcome": "ok"})");
  call(*client, "acme");

  const auto expect_described = [&](const std::string& method, const std::string& path, const std::string& target,
                                    const std::string& body = "") {
    const ServiceAnswer answer = answer_to(method, target, body);
    ASSERT_EQ(answer.status, 200) << target << answer.body;
    EXPECT_THAT(forbidden_by(schema_of_answer(method, path, 200), json::parse(answer.body)), IsEmpty()) << target;
  };
  const std::string run = "/v1/runs/served";
  expect_described("GET", "/v1", "/v1");
  expect_described("GET", "/v1/openapi.json", "/v1/openapi.json");
  expect_described("GET", "/v1/runs", "/v1/runs");
  expect_described("GET", "/v1/runs/{run}", run);
  expect_described("GET", "/v1/runs/{run}/journal", run + "/journal");
  for (std::size_t seq = 1; seq <= served()->journal_size(); ++seq) {
    expect_described("GET", "/v1/runs/{run}/journal/{seq}", run + "/journal/" + std::to_string(seq));
  }
  expect_described("GET", "/v1/runs/{run}/clock", run + "/clock");
  expect_described("POST", "/v1/runs/{run}/clock", run + "/clock", R"({"advance": "1h"})");
  expect_described("GET", "/v1/runs/{run}/world", run + "/world");
  expect_described("GET", "/v1/runs/{run}/world/events", run + "/world/events");
  expect_described("POST", "/v1/runs/{run}/world/events", run + "/world/events",
                   R"({"set_org_status": {"org": "acme", "status": "inactive"}})");
  expect_described("GET", "/v1/runs/{run}/environment", run + "/environment");
  expect_described("POST", "/v1/runs/{run}/steps", run + "/steps", R"({"outcome": "needs_admin"})");
  expect_described("GET", "/v1/runs/{run}/verdict", run + "/verdict");
  expect_described("POST", "/v1/runs/{run}/finish", run + "/finish");
  expect_described("POST", "/v1/runs/{run}/reset", run + "/reset");
}

TEST_F(AdminApiTest, CheckOfItsDescriptionCanGoRed) {
  EXPECT_THAT(forbidden_by(schema_of_answer("GET", "/v1/runs/{run}/clock", 200), json{{"now", 5}}),
              AllOf(HasSubstr("time"), HasSubstr("now")));
}

TEST_F(AdminApiTest, TellsTheJournalAndWhyARequestWasRefused) {
  serve(rotated_secret);
  auto client = client_of(*served());
  call(*client, "acme");
  in_run("POST", "/steps", R"({"outcome": "ok"})");

  EXPECT_EQ(call(*client, "acme"), Outcome::needs_admin);

  const json journal = in_run("GET", "/journal")["exchanges"];
  const json refused = journal.back();
  EXPECT_EQ(refused["answer"]["refusal"], "client_secret_wrong");
  const json told = in_run("GET", "/journal/" + std::to_string(refused["seq"].get<int>()));
  EXPECT_EQ(told["explanation"]["reason"], "client_secret_wrong");
  EXPECT_THAT(told["explanation"]["trail"], Not(IsEmpty()));
  EXPECT_EQ(answer_to("GET", "/v1/runs/served/journal/9999").status, 404);
  EXPECT_EQ(answer_to("GET", "/v1/runs/served/journal/none").status, 404);
}

TEST_F(AdminApiTest, WaitsForTheJournalToGrow) {
  serve(two_orgs);
  auto client = client_of(*served());

  EXPECT_EQ(answer_to("GET", "/v1/runs/served/journal?after=0&wait=60s").status, 0) << "there is nothing yet";
  auto& waiting = *std::get<std::unique_ptr<PendingAnswer>>(reply_);
  call(*client, "primary");
  ServiceAnswer answer;

  EXPECT_THAT(rings_.load(), Gt(0));
  ASSERT_TRUE(waiting.take(answer));
  const json told = json::parse(answer.body);
  EXPECT_THAT(told["exchanges"], Not(IsEmpty()));
  EXPECT_EQ(in_run("GET", "/journal?after=" + std::to_string(told["last"].get<int>()))["exchanges"], json::array());
  for (const char* wrong : {"?after=x", "?wait=5", "?wait=6m", "?wait=-1s"}) {
    EXPECT_EQ(answer_to("GET", std::string("/v1/runs/served/journal") + wrong).status, 400) << wrong;
  }
}

TEST_F(AdminApiTest, StreamsWhatHappensInItsOrder) {
  serve(two_orgs);
  auto client = client_of(*served());
  call(*client, "primary");
  while (!served()->is_delivered()) std::this_thread::yield();
  in_run("POST", "/clock", R"({"advance": "25h"})");
  in_run("POST", "/world/events", R"({"set_org_status": {"org": "secondary", "status": "inactive"}})");

  const std::string text = answer_to("GET", "/v1/runs/served/events").body;

  const auto exchange = text.find("event: exchange\n");
  const auto clock = text.find("event: clock\ndata: {\"now\":");
  const auto change = text.find("event: change\ndata: {\"after\":");
  EXPECT_LT(exchange, clock);
  EXPECT_LT(clock, change);
  EXPECT_NE(change, std::string::npos);
  EXPECT_THAT(text, HasSubstr("\"by_ms\":90000000"));
  EXPECT_THAT(text, StartsWith("id: 0.1\n"));
}

TEST_F(AdminApiTest, StreamsFromWhereAReaderWas) {
  serve(two_orgs);
  for (int i = 0; i < 3; ++i) in_run("POST", "/clock", R"({"advance": "1h"})");

  const auto first_of = [&](const std::string& last) {
    const std::string text = answer_to("GET", "/v1/runs/served/events", "", {{"Last-Event-ID", last}}).body;
    return text.substr(0, text.find('\n'));
  };

  EXPECT_EQ(first_of("0.2"), "id: 0.3");
  EXPECT_EQ(first_of("nonsense"), "id: 0.1");
  in_run("POST", "/reset");
  EXPECT_EQ(first_of("0.2"), "id: 1.1") << "what was before the reset is void";
}

TEST_F(AdminApiTest, MovesTheClockAndTheWorld) {
  serve(two_orgs);
  const std::string before = in_run("GET", "/clock")["now"];

  const json moved = in_run("POST", "/clock", R"({"advance": "25h"})");
  const json changed =
      in_run("POST", "/world/events", R"({"set_org_status": {"org": "secondary", "status": "inactive"}})");

  EXPECT_NE(moved["now"], before);
  EXPECT_EQ(changed["after"], 0);
  EXPECT_THAT(changed["what"].get<std::string>(), HasSubstr("secondary"));
  const json world = in_run("GET", "/world");
  for (const json& org : world["orgs"]) {
    EXPECT_EQ(org["status"], org["name"] == "secondary" ? "inactive" : "active");
  }
}

TEST_F(AdminApiTest, TellsMistakesWithAWayOut) {
  serve(two_orgs);

  const ServiceAnswer clock = answer_to("POST", "/v1/runs/served/clock", R"({"advance": "soon"})");
  const ServiceAnswer event = answer_to("POST", "/v1/runs/served/world/events", R"({"rotate_secrets": {}})");
  const ServiceAnswer name = answer_to("POST", "/v1/runs/served/world/events",
                                       R"({"set_org_status": {"org": "primery", "status": "inactive"}})");

  EXPECT_EQ(clock.status, 400);
  EXPECT_EQ(clock.headers.front().second, "application/problem+json");
  EXPECT_THAT(clock.body, HasSubstr("25h"));
  EXPECT_EQ(event.status, 422);
  EXPECT_THAT(event.body, HasSubstr("rotate_secret"));
  EXPECT_EQ(name.status, 422);
  EXPECT_THAT(name.body, HasSubstr("primary"));
  EXPECT_THAT(forbidden_by({{"$ref", "#/components/schemas/Problem"}}, json::parse(name.body)), IsEmpty());
}

TEST_F(AdminApiTest, ShowsNoSecretAndNoToken) {
  serve(two_orgs);
  auto client = client_of(*served());
  call(*client, "primary");
  call(*client, "secondary");

  for (const char* rest :
       {"", "/journal", "/journal/1", "/world", "/world/events", "/events", "/verdict", "/scenario"}) {
    const std::string told = answer_to("GET", std::string("/v1/runs/served") + rest).body;
    EXPECT_THAT(told, Not(IsEmpty())) << rest;
    for (const auto& [org, settings] : served()->environment().orgs) {
      for (const std::string& secret : {settings.client_secret, settings.refresh_token, settings.access_token}) {
        EXPECT_TRUE(secret.empty() || told.find(secret) == std::string::npos) << rest;
      }
    }
    EXPECT_THAT(told, Not(HasSubstr("gcmock-"))) << rest << ": a generated credential";
  }
}

TEST_F(AdminApiTest, PerformsAScenarioWhoseCallsAreMadeElsewhere) {
  serve(rotated_secret);
  auto client = client_of(*served());
  std::vector<std::string> outcomes;

  for (json run = in_run("GET", ""); true;
       run = in_run("POST", "/steps", R"({"outcome": ")" + outcomes.back() + "\"}")) {
    const auto next = std::ranges::find(run["steps"], "next", [](const json& step) { return step["state"]; });
    if (next == run["steps"].end()) break;
    outcomes.emplace_back(to_string(call(*client, (*next)["call"]["org"])));
  }
  const json verdict = in_run("POST", "/finish");

  EXPECT_THAT(outcomes, ElementsAre("ok", "needs_admin", "needs_admin"));
  EXPECT_EQ(verdict["status"], "passed") << verdict["result"]["note"];
  EXPECT_THAT(verdict["result"]["checks"], SizeIs(2));
  EXPECT_EQ(in_run("GET", "")["state"], "finished");
  EXPECT_EQ(answer_to("POST", "/v1/runs/served/steps", "{}").status, 409);
}

TEST_F(AdminApiTest, FailsAScenarioWhoseClientDoesWrong) {
  serve(rotated_secret);
  auto client = client_of(*served());
  for (int i = 0; i < 3; ++i) {
    call(*client, "acme");
    in_run("POST", "/steps", R"({"outcome": "ok"})");
  }

  EXPECT_EQ(in_run("POST", "/finish")["status"], "failed") << "the second and third should need an administrator";
}

TEST_F(AdminApiTest, DoesNotPassWhatNobodyWentThrough) {
  serve(rotated_secret);

  EXPECT_NE(in_run("GET", "/verdict")["status"], "passed");
  const json verdict = in_run("POST", "/finish");

  EXPECT_EQ(verdict["status"], "broken");
  EXPECT_THAT(verdict["result"]["note"].get<std::string>(), HasSubstr("nobody said"));
}

TEST_F(AdminApiTest, ResetsToTheStart) {
  serve(rotated_secret);
  const std::string url = in_run("GET", "")["login_url"];
  const std::string now = in_run("GET", "/clock")["now"];
  auto client = client_of(*served());
  call(*client, "acme");
  in_run("POST", "/steps", R"({"outcome": "ok"})");

  const json run = in_run("POST", "/reset");

  EXPECT_EQ(run["exchanges"], 0);
  EXPECT_EQ(run["login_url"], url);
  EXPECT_EQ(run["now"], now);
  EXPECT_EQ(run["steps"][1]["state"], "next");
  EXPECT_EQ(call(*client_of(*served()), "acme"), Outcome::ok);
}

json bundle(const std::string& scenario) {
  json files;
  for (const std::string& name : {scenario, std::string("fixtures/worlds/rotating_refresh_tokens.json")}) {
    std::ifstream in(std::string(GCMOCK_SOURCE_DIR) + '/' + name);
    files[name] = std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  return {{"scenario", scenario}, {"files", files}};
}

TEST_F(AdminApiTest, KeepsRunsApart) {
  const std::string text = bundle(rotated_secret).dump();
  const ServiceAnswer first = answer_to("POST", "/v1/runs", text);
  const json second = ask("POST", "/v1/runs", text);
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_THAT(forbidden_by(schema_of_answer("POST", "/v1/runs", 201), json::parse(first.body)), IsEmpty());
  EXPECT_EQ(second["file"], rotated_secret) << "and not where it was put";

  auto client = client_of(*runs_.find("run-1"));
  EXPECT_EQ(call(*client, "acme"), Outcome::ok);

  EXPECT_NE(json::parse(first.body)["login_url"], second["login_url"]);
  EXPECT_THAT(ask("GET", "/v1/runs/run-1")["exchanges"].get<int>(), Gt(0));
  EXPECT_EQ(ask("GET", "/v1/runs/run-2")["exchanges"], 0);
  EXPECT_EQ(ask("GET", "/v1")["runs"], (json{"run-1", "run-2"}));
}

TEST_F(AdminApiTest, EndsTheRunsThatItStarted) {
  serve(two_orgs);
  ask("POST", "/v1/runs", bundle(rotated_secret).dump());

  EXPECT_EQ(answer_to("DELETE", "/v1/runs/run-1").status, 204);
  EXPECT_EQ(answer_to("GET", "/v1/runs/run-1").status, 404);
  EXPECT_EQ(answer_to("DELETE", "/v1/runs/served").status, 409);
}

TEST_F(AdminApiTest, StartsNothingThatHasMistakesOrLeadsOutOfItsFolder) {
  json wrong = bundle(rotated_secret);
  wrong["files"][rotated_secret] = R"({"title": "x", "world": "../../fixtures/worlds/rotating_refresh_tokens.json"})";
  json outside = bundle(rotated_secret);
  outside["files"]["../outside.json"] = "{}";
  json absolute = bundle(rotated_secret);
  absolute["files"]["/tmp/x.json"] = "{}";

  const ServiceAnswer mistakes = answer_to("POST", "/v1/runs", wrong.dump());

  EXPECT_EQ(mistakes.status, 422);
  EXPECT_EQ(json::parse(mistakes.body)["diagnostics"][0]["place"]["file"], rotated_secret);
  EXPECT_EQ(answer_to("POST", "/v1/runs", outside.dump()).status, 400);
  EXPECT_EQ(answer_to("POST", "/v1/runs", absolute.dump()).status, 400);
  EXPECT_EQ(answer_to("POST", "/v1/runs", "{}").status, 400);
  EXPECT_EQ(answer_to("POST", "/v1/runs", R"({"scenario": "a.json", "files": {}})").status, 400);
  EXPECT_THAT(ask("GET", "/v1")["runs"], IsEmpty());
}

TEST_F(AdminApiTest, IsForThisMachineAloneWithoutAToken) {
  serve(two_orgs);
  const auto status_for = [&](const char* host) { return answer_to("GET", "/v1", "", {{"Host", host}}).status; };

  EXPECT_EQ(status_for("127.0.0.1:8404"), 200);
  EXPECT_EQ(status_for("localhost"), 200);
  EXPECT_EQ(status_for("[::1]:8404"), 200);
  EXPECT_EQ(status_for("rebound.example.com"), 403);
  EXPECT_EQ(status_for("127.0.0.1.example.com"), 403);
}

TEST_F(AdminApiTest, LetsNoOtherSitesPageChangeAnything) {
  serve(two_orgs);
  const std::string path = "/v1/runs/served/reset";

  EXPECT_EQ(answer_to("POST", path, "", {{"Origin", "https://evil.example.com"}}).status, 403);
  EXPECT_EQ(answer_to("POST", path, "", {{"Content-Type", "text/plain"}}).status, 415);
  EXPECT_EQ(answer_to("POST", path, "", {{"Origin", "http://127.0.0.1:1"}}).status, 200);
}

TEST_F(AdminApiTest, WantsItsTokenFromWhomItNeedsOne) {
  serve(two_orgs);
  want_token("the-token");
  const auto status_with = [&](const char* authorization) {
    return answer_to("GET", "/v1", "", {{"Host", "mock.example.com"}, {"Authorization", authorization}}).status;
  };

  EXPECT_EQ(answer_to("GET", "/v1").status, 401);
  EXPECT_EQ(status_with("Bearer the-token"), 200);
  EXPECT_EQ(status_with("bearer the-token"), 200);
  EXPECT_EQ(status_with("Bearer the-tokem"), 401);
  EXPECT_EQ(status_with("Bearer the-token2"), 401);
  EXPECT_EQ(status_with("Bearer "), 401);
  EXPECT_EQ(status_with("Basic the-token"), 401);
  EXPECT_EQ(answer_to("GET", "/").status, 200) << "the page holds no secret, and asks for it";
}

TEST_F(AdminApiTest, ServesThePageThatRunsNoScriptButItsOwn) {
  const ServiceAnswer page = answer_to("GET", "/");

  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("page.js"), HasSubstr("page.css")));
  EXPECT_THAT(page.headers,
              testing::Contains(testing::Pair("Content-Security-Policy", HasSubstr("script-src 'self'"))));
  EXPECT_EQ(answer_to("GET", "/page.js").headers.front().second, "text/javascript; charset=utf-8");
  EXPECT_EQ(answer_to("GET", "/page.css").headers.front().second, "text/css; charset=utf-8");
}

TEST_F(AdminApiTest, NamesTheMethodsOfAPathAndKnowsNoOther) {
  serve(two_orgs);
  const ServiceAnswer wrong = answer_to("DELETE", "/v1/runs/served/clock");

  EXPECT_EQ(wrong.status, 405);
  EXPECT_THAT(wrong.headers, testing::Contains(testing::Pair("Allow", "GET, POST")));
  for (const char* path : {"/v2", "/v1/nothing", "/v1/runs/none", "/v1/runs//clock", "/v1/runs/served/nothing", "//",
                           "/v1/runs/served/journal/1/2", "/nothing.js"}) {
    EXPECT_EQ(answer_to("GET", path).status, 404) << path;
  }
}

}  // namespace
}  // namespace gcmock
