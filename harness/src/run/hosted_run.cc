#include "run/hosted_run.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "run/planned_steps.h"
#include "run/redactor.h"
#include "run/verdict.h"

namespace gcmock {
namespace {

bool is_call(const Step& step) {
  return std::holds_alternative<PerformCall>(step.what);
}

}  // namespace

HostedRun::HostedRun(Scenario scenario, RunOptions options, ServerOptions server)
    : scenario_(std::move(scenario)), options_(std::move(options)), server_options_(std::move(server)) {
  serve();
}

void HostedRun::serve() {
  server_ = std::make_unique<MockServer>(scenario_.world, scenario_.script, server_options_);
  steps_ = planned_steps(scenario_);
  next_ = 0;
  unfinished_.clear();
  take_steps_that_are_no_calls();
}

void HostedRun::take_steps_that_are_no_calls() {
  for (; next_ < steps_.size() && !is_call(scenario_.steps[next_]); ++next_) {
    StepResult& result = steps_[next_];
    result.run = true;
    result.started = server_->since_start();
    const Step& step = scenario_.steps[next_];
    if (const auto* advance = std::get_if<AdvanceClock>(&step.what)) {
      result.clock_moved_by = advance->by;
      server_->advance_clock(advance->by);
    } else if (const auto* event = std::get_if<WorldEvent>(&step.what)) {
      server_->change(event->change);
    }
    result.ended = server_->since_start();
  }
  if (next_ < steps_.size()) steps_[next_].started = server_->since_start();
}

std::optional<std::size_t> HostedRun::next_call() const {
  return next_ < steps_.size() ? std::optional(next_) : std::nullopt;
}

bool HostedRun::call_made(std::optional<Outcome> outcome, const std::string& detail) {
  if (next_ >= steps_.size()) return false;
  StepResult& result = steps_[next_];
  result.run = true;
  result.got = outcome;
  result.detail = Redactor(*server_, scenario_.client_settings)(detail);
  result.failed = outcome && !result.expected.empty() && std::ranges::count(result.expected, *outcome) == 0;
  result.ended = server_->since_start();
  std::uint64_t before = 0;
  for (const StepResult& earlier : steps_) before = std::max(before, earlier.last_exchange);
  if (const std::size_t now = server_->journal_size(); now > before) {
    result.first_exchange = before + 1;
    result.last_exchange = now;
  }
  ++next_;
  take_steps_that_are_no_calls();
  return true;
}

void HostedRun::finish() {
  const auto rest = scenario_.steps.begin() + static_cast<std::ptrdiff_t>(next_);
  const auto other = std::find_if_not(rest, scenario_.steps.end(), is_call);
  if (other != scenario_.steps.end()) {
    unfinished_ = "it was finished before its step \"" + describe(*other) +
                  "\": nobody said that the calls before that were made";
    return;
  }
  while (call_made(std::nullopt, {})) {
  }
}

ScenarioResult HostedRun::judged() const {
  ScenarioResult result;
  result.id = scenario_.id;
  result.file = scenario_.file;
  result.title = scenario_.title;
  result.client = options_.client_name;
  result.steps = steps_;
  result.took = server_->since_start();
  take_journal(*server_, result);
  judge(scenario_, *server_, {}, options_, result);
  if (scenario_.steps.empty() && result.status == ScenarioStatus::vacuous && !result.journal.empty()) {
    result.status = ScenarioStatus::passed;
    result.note = "a world alone expects nothing: no invariant was violated";
  }
  if (!unfinished_.empty()) {
    result.status = ScenarioStatus::broken;
    result.note = unfinished_;
  }
  return result;
}

void HostedRun::reset() {
  server_options_.authority = server_->authority();
  server_options_.port = server_->port();
  if (server_options_.layout == HostLayout::two_ports) server_options_.api_port = server_->api_port();
  server_.reset();  // before its port is bound again
  serve();
}

}  // namespace gcmock
