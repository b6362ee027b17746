// Shipped scenarios, performed by the reference client through the recorder, and performed again from what was
// recorded.
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
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

constexpr const char* only_a_login_that_failed =
    "nothing presents a token or asks for one: no org and no client is known";
constexpr const char* a_login_failed_before =
    "a login gave no code, and its answer does not tell in which org; with what it failed is not compared";
constexpr const char* an_odd_wait =
    "Retry-After is no number of seconds below 10^9, and what it meant is not worked out";

// What is not given back, and why.
const std::map<std::string, std::string> exceptions = {
    {"authorize/authorization_requested", only_a_login_that_failed},
    {"authorize/authorization_revoked", only_a_login_that_failed},
    {"authorize/authorization_unauthorized", only_a_login_that_failed},
    {"authorize/consent_page_waits_for_a_person", only_a_login_that_failed},
    {"authorize/disabled_client", only_a_login_that_failed},
    {"authorize/grant_type_not_authorized", only_a_login_that_failed},
    {"authorize/inactive_client", only_a_login_that_failed},
    {"authorize/redirect_uri_not_registered", only_a_login_that_failed},
    {"authorize/unknown_client", only_a_login_that_failed},
    {"authorize/untrusted_partner", only_a_login_that_failed},
    {"authorize/user_who_is_gone", only_a_login_that_failed},
    {"authorize/enforced_scopes_deny_a_new_client", a_login_failed_before},
    {"authorize/inactive_org", a_login_failed_before},
    {"authorize/inactive_user", a_login_failed_before},
    {"authorize/org_never_registered_the_client", a_login_failed_before},
    {"faults/answers/rate_limited_until_a_date", an_odd_wait},
    {"faults/answers/rate_limited_with_an_absurd_wait", an_odd_wait},
    {"faults/connections/refused_for_a_while", "connections are refused to the recorder, which answers 502 for that"},
    {"saml/assertion_of_another_org", "two orgs' clients present one assertion: they are taken for one org's"},
};

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

// A server falls silent there: the client gives up after seconds, the recorder only after a minute.
const std::set<std::string> silences = {"faults/connections/silence", "faults/framing/length_too_long_and_no_end",
                                        "faults/slow/answer_dries_up"};

// The order of calls that are made at once is another one in each run.
bool is_a_race(const Scenario& scenario) {
  return std::ranges::any_of(scenario.steps, [](const Step& step) {
    const auto* perform = std::get_if<PerformCall>(&step.what);
    return perform != nullptr && perform->call.parallel > 1;
  });
}

// Not servers that are reached in another way, and not clocks that run.
bool can_be_tried(const Scenario& scenario) {
  return scenario.server == ServerSettings{} && !scenario.clock && !is_a_race(scenario) &&
         !silences.contains(scenario.id);
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
  std::vector<std::string> files;
  for (const std::string& file : find_scenario_files({scenarios})) {
    if (can_be_tried(*load_scenario(file).scenario)) files.push_back(file);
  }

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
