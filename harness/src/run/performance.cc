#include "run/performance.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <variant>

#include "gcmock/mock_server.h"
#include "run/ca_file.h"
#include "run/environment.h"
#include "run/one_run_outcome.h"
#include "run/planned_steps.h"
#include "run/scratch_directory.h"
#include "run/writings.h"

namespace gcmock {
namespace {

bool something_happens_between_calls(const Scenario& scenario) {
  const auto is_call = [](const Step& step) { return std::holds_alternative<PerformCall>(step.what); };
  const auto first = std::ranges::find_if(scenario.steps, is_call);
  const auto last = std::find_if(scenario.steps.rbegin(), scenario.steps.rend(), is_call).base();
  return first < last && !std::all_of(first, last, is_call);
}

std::string how_it_broke(ClientBroke::How how) {
  switch (how) {
    case ClientBroke::How::could_not_start:
      return "the client could not be started";
    case ClientBroke::How::exited:
      return "the client ended before it replied";
    case ClientBroke::How::timed_out:
      return "the client did not reply in time";
    case ClientBroke::How::spoke_nonsense:
      return "the client's reply is none";
    case ClientBroke::How::cannot_do:
      return "this client cannot be asked that";
    case ClientBroke::How::not_installed:
      return "the client is not installed";
  }
  return {};
}

std::string worded(const ClientBroke& broke) {
  return broke.why.empty() ? how_it_broke(broke.how) : how_it_broke(broke.how) + ": " + broke.why;
}

// A sleeper sees a jump within 20 ms (client_clock/jumped_time.h); then it must get to run.
constexpr std::chrono::milliseconds time_to_wake{50};

// While it lives, the client's clock is taken along when domain time jumps.
class ClocksTogether {
 public:
  ClocksTogether(MockServer& server, ClientUnderTest& client) : server_(server) {
    server_.when_clock_moves([&client](std::chrono::milliseconds by) { client.clock_moved(by); });
  }
  ~ClocksTogether() { server_.when_clock_moves({}); }
  ClocksTogether(const ClocksTogether&) = delete;
  ClocksTogether& operator=(const ClocksTogether&) = delete;

 private:
  MockServer& server_;
};

// Walks through the steps; what it learns goes into `performance`.
class Walk {
 public:
  Walk(MockServer& server, ClientUnderTest& client, ClientClock client_clock, const Redactor& redact,
       Performance& performance, std::chrono::milliseconds at_most)
      : server_(server),
        client_(client),
        client_clock_(client_clock),
        redact_(redact),
        performance_(performance),
        at_most_(at_most) {}

  // False: the scenario ends here.
  bool take(const Step& step, StepResult& result, std::chrono::milliseconds time_limit) {
    result.run = true;
    // Before the step begins: what the client does meanwhile belongs to the call that it was asked to make.
    if (!std::holds_alternative<PerformCall>(step.what)) wait_until_quiet();
    const std::size_t journalled = server_.journal_size();
    result.started = server_.since_start();
    const bool goes_on = std::visit([&](const auto& what) { return act(what, result, time_limit); }, step.what);
    result.ended = server_.since_start();
    if (const std::size_t now = server_.journal_size(); now > journalled) {
      result.first_exchange = journalled + 1;
      result.last_exchange = now;
    }
    return goes_on;
  }

  bool end_as(const ClientBroke& broke) {
    const bool skips = broke.how == ClientBroke::How::cannot_do || broke.how == ClientBroke::How::not_installed;
    if (!skips && broke.how != ClientBroke::How::could_not_start) return false;
    performance_.ended_as = skips ? ScenarioStatus::skipped : ScenarioStatus::broken;
    performance_.note = redact_(worded(broke));
    return true;
  }

 private:
  bool act(const AdvanceClock& advance, StepResult& result, std::chrono::milliseconds) {
    result.clock_moved_by = advance.by;
    server_.advance_clock(advance.by);  // which takes the client's clock along
    if (client_clock_ == ClientClock::follows && asked_) let_sleepers_wake();
    return true;
  }

  // What a client's timers do at the jump comes before what it is asked next.
  void let_sleepers_wake() {
    const std::size_t journalled = server_.journal_size();
    std::this_thread::sleep_for(time_to_wake);
    if (server_.journal_size() != journalled) wait_until_quiet();
  }

  bool act(const WorldEvent& event, StepResult&, std::chrono::milliseconds) {
    server_.change(event.change);
    return true;
  }

  bool act(const PerformCall& asked, StepResult& result, std::chrono::milliseconds time_limit) {
    asked_ = true;
    const ClientAnswer answer = client_.perform(asked.call, time_limit);
    if (const auto* broke = std::get_if<ClientBroke>(&answer)) {
      result.broke = broke->how;
      if (!end_as(*broke)) {
        result.detail = redact_(worded(*broke));
        result.failed = true;
      }
      return false;
    }
    const auto& reply = std::get<ClientReply>(answer);
    result.got = reply.outcome;
    result.detail = redact_(reply.detail);
    result.failed = !result.expected.empty() && std::ranges::count(result.expected, reply.outcome) == 0;
    return true;
  }

  // For a client that works on behind its replies: until the journal has not grown for a while. One that has not been
  // asked anything yet has nothing to do.
  void wait_until_quiet() {
    const std::chrono::milliseconds quiet = client_.quiet_before_clock_moves();
    if (!asked_ || quiet.count() == 0) return;
    const auto give_up = std::chrono::steady_clock::now() + at_most_;
    std::size_t before = 0;
    do {
      before = server_.journal_size();
      std::this_thread::sleep_for(quiet);
    } while (before != server_.journal_size() && std::chrono::steady_clock::now() < give_up);
  }

  MockServer& server_;
  ClientUnderTest& client_;
  const ClientClock client_clock_;
  const Redactor& redact_;
  Performance& performance_;
  const std::chrono::milliseconds at_most_;  // to wait for quiet
  bool asked_ = false;
};

// Cut behind the redaction, so that no half of a credential is shown; and at a character: half of one is no UTF-8.
std::string beginning_of(std::string text) {
  constexpr std::size_t shown = 64 * 1024;
  if (text.size() <= shown) return text;
  std::size_t end = shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  text.resize(end);
  return text + "\n[cut at 64 KiB]\n";
}

}  // namespace

Performance perform(const Scenario& scenario, MockServer& server, ClientUnderTest& client, const Redactor& redact,
                    Patience patience) {
  Performance performance;
  performance.steps = planned_steps(scenario);
  if (client.pace() == Pace::all_at_once) judge_by_one_outcome(scenario, performance.steps);
  if (client.pace() == Pace::all_at_once && something_happens_between_calls(scenario)) {
    performance.ended_as = ScenarioStatus::skipped;
    performance.note = "something happens between two calls, and this client makes all its calls in one run";
    return performance;
  }

  const ScratchDirectory scratch;
  const CaFile ca_file(server.ca_certificate());
  ClientEnvironment environment = environment_of(scenario, server);
  environment.scratch_directory = scratch.path();
  environment.ca_file = ca_file.path();
  environment.clock = scenario.client_clock;
  if (scenario.client_clock == ClientClock::follows) {
    if (const auto why = client.why_clock_stays(environment)) {
      performance.ended_as = ScenarioStatus::skipped;
      performance.note = "not run: this client's clock does not follow domain time: " + *why;
      return performance;
    }
  }
  Walk walk(server, client, scenario.client_clock, redact, performance, patience.grace);
  const ClocksTogether clocks(server, client);
  if (const auto broke = client.start(environment)) {
    if (!walk.end_as(*broke)) {
      performance.ended_as = ScenarioStatus::broken;
      performance.note = redact(worded(*broke));
    }
  } else {
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
      if (!walk.take(scenario.steps[i], performance.steps[i], patience.time_limit)) break;
    }
  }
  ClientOutput output = client.finish(patience.grace);
  performance.writings = search_writings(output, scratch.path(), redact);
  performance.standard_output = beginning_of(redact(std::move(output.standard_output)));
  performance.standard_error = beginning_of(redact(std::move(output.standard_error)));
  return performance;
}

}  // namespace gcmock
