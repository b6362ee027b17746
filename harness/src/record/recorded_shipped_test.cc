// Shipped scenarios, performed by the reference client through the recorder, and performed again from what was
// recorded.
#include <gmock/gmock.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <thread>

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

// What is not given back, and why.
const std::map<std::string, std::string> exceptions = {};

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

struct Tried {
  std::string id;
  std::string why_not;  // empty: the same journal, and it passes
  std::size_t exchanges = 0;
  std::size_t same = 0;
};

std::string difference(const Scenario& scenario, const fs::path& folder, Tried& tried) {
  const RecordedRun run = record(scenario);
  if (run.recorded.empty()) return "nothing went by";
  fs::create_directories(folder / "drafts");
  const Reconstructed made =
      reconstruct(run.recorded, {{}, "Recorded", "world.json", "", "", (folder / "drafts").string()});
  tried.exchanges = made.exchanges;
  tried.same = made.same;
  std::ofstream(folder / "world.json") << made.world;
  std::ofstream(folder / "recorded.json") << made.scenario;
  const std::string written = "\n" + made.world + made.scenario;
  const LoadedScenario loaded = load_scenario((folder / "recorded.json").string());
  if (!loaded.scenario) return "no scenario: " + loaded.diagnostics.front().what + written;
  const ScenarioResult again = run_scenario(*loaded.scenario, make_client_factory(built_in_profile()), {});
  if (lines_of(again.journal) != lines_of(run.journal)) {
    return "another journal: " + testing::PrintToString(lines_of(again.journal)) + "\nrecorded from " +
           testing::PrintToString(lines_of(run.journal)) + written;
  }
  return again.status == ScenarioStatus::passed ? "" : "does not pass" + written;
}

Tried try_out(const std::string& file, const fs::path& folder) {
  const Scenario scenario = *load_scenario(file).scenario;
  Tried tried{scenario.id, "", 0, 0};
  try {
    tried.why_not = difference(scenario, folder, tried);
  } catch (const std::exception& error) {
    tried.why_not = error.what();
  }
  return tried;
}

// Clients wait, for what they try again: many at once.
std::vector<Tried> try_out_all(const std::vector<std::string>& files, const fs::path& folder) {
  std::vector<Tried> all(files.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (std::size_t own = next++; own < files.size(); own = next++)
        all[own] = try_out(files[own], folder / std::to_string(own));
    });
  }
  for (std::thread& thread : threads) thread.join();
  return all;
}

TEST(RecordedShipped, GiveTheJournalThatTheyWereRecordedFrom) {
  const fs::path folder = fs::temp_directory_path() / ("gcmock-recorded-" + std::to_string(::getpid()));
  const std::string scenarios = std::string(GCMOCK_SOURCE_DIR) + "/scenarios/";
  const std::vector<std::string> files = find_scenario_files(
      {scenarios + "multi_org", scenarios + "rotation", scenarios + "reported_403", scenarios + "regressions"});

  std::size_t good = 0, exchanges = 0, same = 0;
  for (const Tried& tried : try_out_all(files, folder)) {
    exchanges += tried.exchanges;
    same += tried.same;
    if (tried.why_not.empty()) ++good;
    if (exceptions.contains(tried.id)) {
      EXPECT_NE(tried.why_not, "") << tried.id << " is no exception any more";
    } else {
      EXPECT_EQ(tried.why_not, "") << tried.id;
      EXPECT_EQ(tried.same, tried.exchanges) << tried.id;
    }
  }

  std::cout << same << " of " << exchanges << " exchanges are answered as recorded, " << good << " of " << files.size()
            << " recorded scenarios give the journal that they were recorded from\n";
  fs::remove_all(folder);
}

}  // namespace
}  // namespace gcmock
