// Scenarios performed for real: a server, a client in this process, a verdict.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "gcmock/harness/run.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const OrgName primary{"primary"};

// One org whose client refreshes alice's token.
Scenario refreshing_scenario() {
  Scenario scenario;
  scenario.id = "made/here";
  scenario.file = "scenarios/made/here.json";
  scenario.world.dialect = Dialect::reported;
  Org& org = scenario.world.orgs[primary];
  org.name = primary;
  org.id = OrgId{"11111111-1111-4111-8111-111111111111"};
  org.users[UserName{"alice"}] = {
      UserName{"alice"}, UserId{"22222222-2222-4222-8222-222222222222"}, "Alice", "", {}, {}};
  OAuthClient& app = org.clients[ClientId{"app"}];
  app.id = ClientId{"app"};
  app.secret = "the-secret-of-app";
  app.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token};
  app.scopes = {Scope{"user-basic-info"}};
  org.refresh_tokens.push_back(
      {"main", "the-refresh-token", app.id, UserName{"alice"}, {}, app.scopes, {}, {}, {}, {}});
  scenario.client_settings[primary] = {"app", "the-secret-of-app", "", "the-refresh-token", "", "", ""};
  return scenario;
}

Step call(std::vector<Outcome> outcomes) {
  return {PerformCall{{Verb::call, primary, "/api/v2/users/me", "GET", 1}, std::move(outcomes)},
          {"scenarios/x.json", 9, 5}};
}

// A client that never talks to the server and says what it was told to say.
class TalkingClient : public ClientUnderTest {
 public:
  explicit TalkingClient(ClientAnswer answer, std::optional<ClientBroke> start = {}, std::string writes = {})
      : answer_(std::move(answer)), start_(std::move(start)), writes_(std::move(writes)) {}
  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    scratch_ = environment.scratch_directory;
    return start_;
  }
  ClientAnswer perform(const ClientCall&, std::chrono::milliseconds) override { return answer_; }
  ClientOutput finish(std::chrono::milliseconds) override { return {scratch_, writes_, 0, false}; }

 private:
  ClientAnswer answer_;
  std::optional<ClientBroke> start_;
  std::string writes_;
  std::string scratch_;
};

ClientFactory talking(ClientAnswer answer, std::optional<ClientBroke> start = {}, std::string writes = {}) {
  return [=] { return std::make_unique<TalkingClient>(answer, start, writes); };
}

ClientFactory reference_client() {
  return make_client_factory(built_in_profile());
}

TEST(RunScenario, PassesWhereTheClientDidWhatWasExpected) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok}), {AdvanceClock{25h}, {}}, call({Outcome::ok})};
  ExchangePattern token_requests;
  token_requests.endpoint = Endpoint::token;
  scenario.expect.exchanges.push_back({token_requests, 2, {}, {}, {}});

  const ScenarioResult result = run_scenario(scenario, reference_client(), {});

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note << testing::PrintToString(result.journal);
  ASSERT_THAT(result.steps, SizeIs(3));
  EXPECT_EQ(result.steps[0].first_exchange, 1u);
  EXPECT_EQ(result.steps[1].first_exchange, 0u);
  EXPECT_EQ(result.rerun, "gcmock run scenarios/made/here.json --seed 1");
}

TEST(RunScenario, FailsWhereAStepCameOutOtherwise) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::needs_admin})};

  const ScenarioResult result = run_scenario(scenario, reference_client(), {});

  EXPECT_EQ(result.status, ScenarioStatus::failed);
  EXPECT_TRUE(result.steps[0].failed);
  EXPECT_EQ(result.steps[0].got, Outcome::ok);
}

TEST(RunScenario, ExplainsEachRefusalOnce) {
  Scenario scenario = refreshing_scenario();
  scenario.world.orgs[primary].clients.clear();
  scenario.steps = {call({Outcome::needs_admin}), call({Outcome::needs_admin})};

  const ScenarioResult result = run_scenario(scenario, reference_client(), {});

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note;
  const auto of_token =
      std::ranges::count(result.explanations, std::string("POST /api/v2/oauth/token"), &Explanation::request);
  EXPECT_EQ(of_token, 1);
}

TEST(RunScenario, IsVacuousWhereTheClientNeverConnected) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok})};

  const ScenarioResult result = run_scenario(scenario, talking(ClientReply{Outcome::ok, ""}), {});

  EXPECT_EQ(result.status, ScenarioStatus::vacuous);
  EXPECT_THAT(result.note, HasSubstr("never connected"));
}

TEST(RunScenario, IsBrokenWhereTheClientWouldNotStart) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok})};
  const ClientBroke no_such_program{ClientBroke::How::could_not_start, "no such program: my-app"};

  const ScenarioResult result = run_scenario(scenario, talking(ClientReply{}, no_such_program), {});

  EXPECT_EQ(result.status, ScenarioStatus::broken);
  EXPECT_THAT(result.note, HasSubstr("no such program: my-app"));
  EXPECT_THAT(result.steps, Each(testing::Field(&StepResult::run, false)));
}

TEST(RunScenario, IsSkippedWhereTheClientCannotBeAskedThat) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok})};

  const ScenarioResult result =
      run_scenario(scenario, talking(ClientBroke{ClientBroke::How::cannot_do, "one call at a time"}), {});

  EXPECT_EQ(result.status, ScenarioStatus::skipped);
  EXPECT_THAT(result.note, HasSubstr("one call at a time"));
}

TEST(RunScenario, EndsAtTheStepAtWhichTheClientHung) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok}), call({Outcome::ok})};

  const ScenarioResult result =
      run_scenario(scenario, talking(ClientBroke{ClientBroke::How::timed_out, "no reply within 10 s"}), {});

  EXPECT_EQ(result.status, ScenarioStatus::failed);
  EXPECT_TRUE(result.steps[0].failed);
  EXPECT_THAT(result.steps[0].detail, HasSubstr("no reply within 10 s"));
  EXPECT_FALSE(result.steps[1].run);
}

TEST(RunScenario, TakesCredentialsOutOfWhatTheClientSaid) {
  Scenario scenario = refreshing_scenario();
  scenario.client_settings[primary].refresh_token = "believed-but-wrong";
  scenario.steps = {call({Outcome::failed})};

  const ScenarioResult result = run_scenario(
      scenario, talking(ClientReply{Outcome::failed, "tried believed-but-wrong"}, {}, "the-secret-of-app"), {});

  EXPECT_EQ(result.steps[0].detail, "tried ‹primary/refresh_token as configured›");
  EXPECT_EQ(result.client_stderr, "‹primary/secret-app›");
}

TEST(RunScenario, FailsWhereTheClientWritesACredential) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::failed})};
  const std::string encoded = "dGhlLXNlY3JldC1vZi1hcHA";  // the-secret-of-app

  const ScenarioResult result =
      run_scenario(scenario, talking(ClientReply{Outcome::failed, ""}, {}, "started\nkey " + encoded + "\n"), {});

  EXPECT_EQ(result.status, ScenarioStatus::failed);
  const auto found = std::ranges::find(result.invariants, "I-30", &InvariantResult::id);
  ASSERT_EQ(found->status, InvariantResult::Status::violated);
  EXPECT_EQ(found->findings.at(0).what,
            "the client wrote client_secret primary/secret-app, in base64 in line 2 of its standard error");
  EXPECT_EQ(result.client_stderr, "started\nkey ‹primary/secret-app›\n");
}

TEST(RunScenario, ShowsTheBeginningOfWhatTheClientWroteAndSearchesBehindIt) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::failed})};
  const std::string much = std::string(64 * 1024 - 4, 'x') + " ";

  const ScenarioResult result = run_scenario(
      scenario,
      talking(ClientReply{Outcome::failed, ""}, {}, much + "the-secret-of-app\n" + much + "\nthe-refresh-token"), {});

  EXPECT_TRUE(result.client_stderr.ends_with("x ‹\n[cut at 64 KiB]\n"));
  const auto found = std::ranges::find(result.invariants, "I-30", &InvariantResult::id);
  ASSERT_THAT(found->findings, SizeIs(2));
  EXPECT_THAT(found->findings[1].what, HasSubstr("primary/refresh-main in line 3"));
}

TEST(RunScenario, LeavesNoScratchDirectoryBehind) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok})};

  const ScenarioResult result = run_scenario(scenario, talking(ClientReply{Outcome::ok, ""}), {});

  ASSERT_THAT(result.client_stdout, Not(IsEmpty()));
  EXPECT_FALSE(std::filesystem::exists(result.client_stdout));
}

// Tells its caller "failed" at once and makes its request behind that: what the vendor's JavaScript SDK does.
class BackgroundClient : public ClientUnderTest {
 public:
  std::chrono::milliseconds quiet_before_clock_moves() const override { return 300ms; }
  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    inner_->start(environment);
    return {};
  }
  ClientAnswer perform(const ClientCall& call, std::chrono::milliseconds time_limit) override {
    std::latch begun(1);
    work_ = std::jthread([this, &begun, call, time_limit] {
      begun.count_down();
      inner_->perform(call, time_limit);
    });
    begun.wait();
    return ClientReply{Outcome::failed, ""};
  }
  ClientOutput finish(std::chrono::milliseconds grace) override {
    work_ = {};
    return inner_->finish(grace);
  }

 private:
  std::unique_ptr<ClientUnderTest> inner_ = make_client_factory(built_in_profile())();
  std::jthread work_;
};

TEST(RunScenario, MovesTheClockOnlyWhenTheClientIsQuiet) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::failed}), {AdvanceClock{25h}, {}}};

  const ScenarioResult result = run_scenario(scenario, [] { return std::make_unique<BackgroundClient>(); }, {});

  ASSERT_THAT(result.journal, SizeIs(2));
  EXPECT_EQ(result.journal[1].at, scenario.world.starts_at);
  EXPECT_EQ(result.steps[1].first_exchange, 0u);
}

// Has a clock of its own, which it moves along.
class ClockedClient : public TalkingClient {
 public:
  explicit ClockedClient(std::chrono::milliseconds& moved) : TalkingClient(ClientReply{}), moved_(moved) {}
  void clock_moved(std::chrono::milliseconds by) override { moved_ += by; }

 private:
  std::chrono::milliseconds& moved_;
};

TEST(RunScenario, TellsAClientInThisProcessThatTheClockMoved) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {{AdvanceClock{25h}, {}}, {AdvanceClock{-1h}, {}}};
  std::chrono::milliseconds moved{0};

  run_scenario(scenario, [&] { return std::make_unique<ClockedClient>(moved); }, {});

  EXPECT_EQ(moved, 24h);
}

TEST(RunScenario, NamesTheClientAndTheSeedInTheRerunLine) {
  Scenario scenario = refreshing_scenario();
  scenario.steps = {call({Outcome::ok})};
  RunOptions options;
  options.seed = 7;
  options.client_argument = "clients/my-app";

  const ScenarioResult result = run_scenario(scenario, talking(ClientReply{}), options);

  EXPECT_EQ(result.rerun, "gcmock run scenarios/made/here.json --client clients/my-app --seed 7");
}

TEST(RunFiles, KeepsTheOrderOfTheFilesWhateverEndsFirst) {
  const std::string file = testing::TempDir() + "gcmock_run_files_invalid_" + std::to_string(::getpid()) + ".json";
  std::ofstream(file) << R"({"title": 1})";
  const std::string good = GCMOCK_SOURCE_DIR "/scenarios/multi_org/healthy_two_org_refresh.json";
  int finished = 0;
  RunOptions options;
  options.jobs = 3;

  const RunResult run =
      run_files({good, file, good, file}, reference_client(), options, [&](const ScenarioResult&) { ++finished; });

  ASSERT_THAT(run.scenarios, SizeIs(4));
  EXPECT_EQ(run.scenarios[0].status, ScenarioStatus::passed) << run.scenarios[0].note;
  EXPECT_EQ(run.scenarios[1].status, ScenarioStatus::invalid);
  EXPECT_EQ(run.scenarios[2].status, ScenarioStatus::passed);
  EXPECT_THAT(run.scenarios[3].diagnostics, Not(IsEmpty()));
  EXPECT_EQ(finished, 4);
  EXPECT_EQ(exit_code(run), 2);
}

}  // namespace
}  // namespace gcmock
