// Many scenarios: loaded and performed, several at once where asked, results in the order of their files.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <utility>

#include "gcmock/harness/run.h"
#include "parallel/side_by_side.h"
#include "run/repeats.h"
#include "scenario/scenario_files.h"

namespace gcmock {
namespace {

ScenarioResult load_and_run(const std::string& file, const ClientFactory& client, const RunOptions& options) {
  const auto started = std::chrono::steady_clock::now();
  LoadedScenario loaded;
  ScenarioResult result;
  result.file = file;
  result.id = scenario_id(file);
  result.client = options.client_name;
  try {
    loaded = load_scenario(file, {options.seed});
  } catch (const std::exception& error) {
    result.status = ScenarioStatus::broken;
    result.note = error.what();
    return result;
  }
  if (loaded.scenario) return run_scenario(*loaded.scenario, client, options);
  result.status = ScenarioStatus::invalid;
  result.diagnostics = std::move(loaded.diagnostics);
  result.took = std::chrono::steady_clock::now() - started;
  return result;
}

// What is no run is not tried again: a file with mistakes has them each time, a client that cannot be asked cannot.
bool is_a_verdict(ScenarioStatus status) {
  return status != ScenarioStatus::invalid && status != ScenarioStatus::skipped;
}

bool is_fine(ScenarioStatus status) {
  return status == ScenarioStatus::passed || status == ScenarioStatus::skipped;
}

ScenarioResult run_repeatedly(const std::string& file, const ClientFactory& client, const RunOptions& options) {
  std::vector<ScenarioResult> runs;
  do {
    runs.push_back(load_and_run(file, client, options));
  } while (runs.size() < static_cast<std::size_t>(options.repeat) && is_a_verdict(runs.back().status) &&
           !options.stop.stop_requested());
  return as_one(std::move(runs));
}

}  // namespace

ScenarioResult not_run(const std::string& file, const RunOptions& options) {
  ScenarioResult result;
  result.file = file;
  result.id = scenario_id(file);
  result.client = options.client_name;
  result.status = ScenarioStatus::not_run;
  result.note = "not run: the run ended before it";
  result.repeats.runs = {ScenarioStatus::not_run};
  return result;
}

RunResult run_files(const std::vector<std::string>& files, const ClientFactory& client, const RunOptions& options,
                    const std::function<void(const ScenarioResult&)>& finished) {
  const auto started = std::chrono::steady_clock::now();
  RunResult run;
  run.client = options.client_name;
  run.seed = options.seed;
  for (const std::string& file : files) run.scenarios.push_back(not_run(file, options));

  std::atomic<bool> has_problem = false;
  std::mutex one_at_a_time;
  const auto is_over = [&] { return options.stop.stop_requested() || (options.stop_at_first_problem && has_problem); };
  const auto perform = [&](std::size_t i) {
    run.scenarios[i] = run_repeatedly(files[i], client, options);
    if (!is_fine(run.scenarios[i].status)) has_problem = true;
    const std::lock_guard lock(one_at_a_time);
    if (finished) finished(run.scenarios[i]);
  };
  side_by_side(files.size(), static_cast<std::size_t>(std::max(options.jobs, 1)), perform, is_over);
  run.stopped_early = options.stop_at_first_problem && has_problem;
  run.took = std::chrono::steady_clock::now() - started;
  return run;
}

}  // namespace gcmock
