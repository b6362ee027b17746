// What a scenario costs besides its client: a server, a world, the journal and all checks.
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "bench_world.h"
#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/run.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

class SilentClient final : public ClientUnderTest {
 public:
  std::optional<ClientBroke> start(const ClientEnvironment&) override { return std::nullopt; }
  ClientAnswer perform(const ClientCall&, std::chrono::milliseconds) override { return ClientReply{Outcome::ok, {}}; }
  ClientOutput finish(std::chrono::milliseconds) override { return {}; }
};

Scenario scenario_with_one_call() {
  Scenario scenario;
  scenario.id = "bench";
  scenario.title = "bench";
  scenario.world = bench_world();
  Step step;
  step.what = PerformCall{{Verb::call, OrgName{"primary"}}, {Outcome::ok}};
  scenario.steps = {step};
  return scenario;
}

void run(benchmark::State& state, const ClientFactory& client) {
  const auto scenario = scenario_with_one_call();
  for (auto _ : state) benchmark::DoNotOptimize(run_scenario(scenario, client, RunOptions{}));
}

void scenario_with_a_client_in_process(benchmark::State& state) {
  run(state, [] { return std::make_unique<SilentClient>(); });
}
BENCHMARK(scenario_with_a_client_in_process)->Unit(benchmark::kMillisecond)->UseRealTime();

void scenario_with_bin_true_as_client(benchmark::State& state) {
  ClientProfile profile;
  profile.name = "true";
  profile.driver = ClientProfile::Driver::command;
  profile.command = {"/bin/true"};
  run(state, make_client_factory(profile));
}
BENCHMARK(scenario_with_bin_true_as_client)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The floor under the one above.
void bin_true_alone(benchmark::State& state) {
  std::string program = "/bin/true";
  char* const words[] = {program.data(), nullptr};
  for (auto _ : state) {
    pid_t process = 0;
    int status = 0;
    if (::posix_spawn(&process, program.c_str(), nullptr, nullptr, words, nullptr) != 0) {
      state.SkipWithError("/bin/true could not be started");
      break;
    }
    ::waitpid(process, &status, 0);
  }
}
BENCHMARK(bin_true_alone)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace gcmock

BENCHMARK_MAIN();
