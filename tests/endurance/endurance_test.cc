// Faults over and over: every run passes as the first did, and nothing is left of any: no thread, socket, process or
// file descriptor. GCMOCK_ENDURANCE_RUNS says how often (default 3; `./dev endure` makes it 1,000).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <thread>

#include "gcmock/harness/run.h"
#include "left_behind.h"

namespace gcmock::endurance {
namespace {

const std::string repository = GCMOCK_SOURCE_DIR;

int runs() {
  const char* const said = std::getenv("GCMOCK_ENDURANCE_RUNS");
  return said == nullptr ? 3 : std::atoi(said);
}

/// Scenarios under way at once. A client that starts a program for each of ten calls gets fewer: the gates of the races
/// hold answers until all calls are there, for two real seconds and no longer.
constexpr int of_our_own = 8;
constexpr int of_programs = 2;

/// So many runs of these scenarios, all in one: as many as are allowed are under way until the last.
std::vector<std::string> many_times(const std::vector<std::string>& files, int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.insert(all.end(), files.begin(), files.end());
  return all;
}

void expect_to_pass(const std::vector<std::string>& files, const ClientFactory& client, int at_once) {
  RunOptions options;
  options.jobs = at_once;
  std::map<std::string, int> failed;
  std::size_t passed = 0;
  const auto result = run_files(files, client, options);
  for (const auto& scenario : result.scenarios) {
    if (scenario.status == ScenarioStatus::passed) {
      ++passed;
    } else {
      ++failed[scenario.id];
    }
  }
  EXPECT_EQ(passed, files.size());
  EXPECT_THAT(failed, testing::IsEmpty());
}

TEST(Endurance, FaultsLeaveNothingBehind) {
  mark_what_is_started();
  const auto files = find_scenario_files({repository + "/scenarios/faults", repository + "/scenarios/races"});
  const auto client = make_client_factory(built_in_profile());
  expect_to_pass(files, client, of_our_own);  // what a process makes once is made
  const auto before = belongings();

  expect_to_pass(many_times(files, runs()), client, of_our_own);

  EXPECT_EQ(belongings_soon(before), before);
}

TEST(Endurance, ClientsThatAreProgramsLeaveNothingBehind) {
  mark_what_is_started();
  const auto loaded = load_client_profile(repository + "/clients/curl");
  ASSERT_TRUE(loaded.profile);
  const auto files = find_scenario_files({repository + "/scenarios/races"});
  const auto client = make_client_factory(*loaded.profile);
  expect_to_pass(files, client, of_programs);
  const auto before = belongings();

  expect_to_pass(many_times(files, std::min(runs(), 25)), client, of_programs);

  EXPECT_EQ(belongings_soon(before), before);
}

/// A program that stays until it is killed.
pid_t start_sleeper() {
  std::string program = "sleep";
  std::string seconds = "1000";
  char* const arguments[] = {program.data(), seconds.data(), nullptr};
  pid_t child = 0;
  EXPECT_EQ(::posix_spawnp(&child, "sleep", nullptr, nullptr, arguments, environ), 0);
  return child;
}

TEST(Belongings, ShowProcessesThatAreLeftBehind) {
  mark_what_is_started();
  auto wanted = belongings();
  ++wanted.processes;
  const auto child = start_sleeper();

  EXPECT_EQ(belongings_soon(wanted), wanted);

  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

/// A thread that stays until it is asked to stop.
std::jthread start_spinner() {
  return std::jthread([](const std::stop_token& stop) {
    while (!stop.stop_requested()) std::this_thread::yield();
  });
}

TEST(Belongings, ShowDescriptorsAndThreadsThatAreLeftBehind) {
  mark_what_is_started();
  const auto first = start_spinner();  // ThreadSanitizer starts a thread of its own with the first of a process
  const auto before = belongings();

  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  const auto with_socket = belongings();
  ::close(descriptor);
  const auto second = start_spinner();

  EXPECT_EQ(with_socket.descriptors.at("socket"),
            (before.descriptors.contains("socket") ? before.descriptors.at("socket") : 0) + 1);
  EXPECT_EQ(belongings().threads, before.threads + 1);
}

}  // namespace
}  // namespace gcmock::endurance
