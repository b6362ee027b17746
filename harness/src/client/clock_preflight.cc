#include "client/clock_preflight.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <variant>

#include "client/child_process.h"
#include "client/jumping_clock.h"
#include "client/program_of_client.h"
#include "client/reply_line.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds jump = std::chrono::hours{25};
constexpr milliseconds slack{2000};  // for clocks that are read in whole seconds

const std::string says_no_time = R"(it does not say what time it is: to {"do":"now"} it must reply {"now_ms": …})";

// A client that takes `now` for a call shall reach nobody: nothing listens at the discard port.
ClientEnvironment without_hosts(ClientEnvironment environment) {
  environment.login_url = environment.api_url = "http://127.0.0.1:9";
  environment.calls.clear();
  return environment;
}

void set(Program& program, const std::string& name, const std::string& value) {
  std::erase_if(program.variables, [&](const auto& variable) { return variable.first == name; });
  program.variables.emplace_back(name, value);
}

// What the client says the time is; empty where it does not.
using Ask = std::function<std::optional<milliseconds>()>;

std::optional<milliseconds> read_now_from(ChildProcess& process, Deadline deadline) {
  if (!process.write_line(now_request_line(), deadline)) return std::nullopt;
  const auto read = process.read_line(deadline);
  const auto* line = std::get_if<Line>(&read);
  return line == nullptr ? std::nullopt : read_now(line->text);
}

// A session is one process, which is asked twice: its clock must jump while it runs.
Ask session_of(const Program& program, milliseconds time_limit) {
  auto started = ChildProcess::start(program);
  auto* process = std::get_if<ChildProcess>(&started);
  if (process == nullptr) return {};
  const auto shared = std::make_shared<ChildProcess>(std::move(*process));
  return [shared, time_limit] { return read_now_from(*shared, deadline_in(time_limit)); };
}

// A command runs once: each time it is asked it is another process, which finds the clock where it is by then.
Ask command_of(const Program& program, milliseconds time_limit) {
  return [program, time_limit]() -> std::optional<milliseconds> {
    auto started = ChildProcess::start(program);
    auto* process = std::get_if<ChildProcess>(&started);
    if (process == nullptr) return std::nullopt;
    process->close_input();
    process->wait_until_ended(deadline_in(time_limit));
    process->end();
    return read_now(process->last_line_of_output());
  };
}

std::optional<std::string> why_not_seen(const Ask& ask, JumpingClock& clock) {
  if (!ask) return std::nullopt;  // it cannot be started: that is told when the scenario starts it
  const auto began = steady_clock::now();
  const auto before = ask();
  clock.jump(jump);
  const auto after = before ? ask() : std::nullopt;
  if (!after) return says_no_time;
  const auto took = std::chrono::ceil<milliseconds>(steady_clock::now() - began);
  const milliseconds seen = *after - *before;
  if (seen >= jump - slack && seen <= jump + took + slack) return std::nullopt;
  return "it did not see a jump of 25h; programs that are linked statically, or ask the kernel themselves as Go's do, "
         "cannot be shown one";
}

std::optional<std::string> try_it(const ClientProfile& profile, const ClientEnvironment& environment) {
  const auto library = client_clock_library();
  if (!library) return "libgcmock_client_clock.so is not there: it belongs beside the gcmock program";
  JumpingClock clock;
  Program program = program_of(profile, without_hosts(environment));
  set(program, "GENESYS_CALLS", "now");
  clock.preload_into(program, *library);
  const bool is_session = profile.driver == ClientProfile::Driver::session;
  return why_not_seen(is_session ? session_of(program, profile.time_limit) : command_of(program, profile.time_limit),
                      clock);
}

}  // namespace

ClockPreflight::ClockPreflight(ClientProfile profile) : profile_(std::move(profile)) {}

std::optional<std::string> ClockPreflight::why_clock_stays(const ClientEnvironment& environment) {
  std::call_once(asked_, [&] { why_ = try_it(profile_, environment); });
  return why_;
}

}  // namespace gcmock
