// The session driver: the program stays up, reads a call a line and writes a reply a line (docs/formats.md).
#include <optional>
#include <utility>

#include "client/child_process.h"
#include "client/process_clients.h"
#include "client/process_clock.h"
#include "client/program_of_client.h"
#include "client/reply_line.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using How = ClientBroke::How;

class SessionClient final : public ClientUnderTest {
 public:
  SessionClient(ClientProfile profile, std::shared_ptr<ClockPreflight> preflight)
      : profile_(std::move(profile)), clock_(std::move(preflight)) {}

  [[nodiscard]] milliseconds quiet_before_clock_moves() const override { return profile_.quiet; }

  std::optional<std::string> why_clock_stays(const ClientEnvironment& environment) override {
    return clock_.why_it_stays(environment);
  }

  void clock_moved(milliseconds by) override { clock_.jump(by); }

  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    auto started = ChildProcess::start(clock_.wound_up(program_of(profile_, environment), environment.clock));
    if (const auto* not_started = std::get_if<NotStarted>(&started))
      return ClientBroke{How::could_not_start, not_started->why};
    process_.emplace(std::move(std::get<ChildProcess>(started)));
    return std::nullopt;
  }

  // A client that once failed to reply is not asked again: its next line could be the answer to the call before.
  ClientAnswer perform(const ClientCall& call, milliseconds time_limit) override {
    if (broke_) return *broke_;
    ClientAnswer answer = ask(call, deadline_in(time_limit));
    if (const auto* broke = std::get_if<ClientBroke>(&answer)) broke_ = *broke;
    return answer;
  }

  ClientOutput finish(milliseconds grace) override {
    ClientOutput output;
    if (!process_) return output;
    process_->close_input();
    if (const auto ended = process_->wait_until_ended(deadline_in(grace)))
      output.exit_code = ended->exit_code;
    else
      output.had_to_be_killed = true;
    process_->end();
    output.standard_output = process_->standard_output();
    output.standard_error = process_->standard_error();
    return output;
  }

 private:
  ClientAnswer ask(const ClientCall& call, Deadline deadline) {
    if (!process_) return ClientBroke{How::could_not_start, "it was not started"};
    process_->write_line(request_line(call), deadline);  // what came of it shows in what is read
    const auto read = process_->read_line(deadline);
    if (const auto* line = std::get_if<Line>(&read)) return understand(line->text);
    switch (std::get<NoLine>(read)) {
      case NoLine::output_ended:
        return ended_too_soon();
      case NoLine::time_is_up:
        return ClientBroke{How::timed_out, ""};
      case NoLine::line_too_long:
        return ClientBroke{How::spoke_nonsense, "a line of more than 64 KiB"};
    }
    return ClientBroke{};
  }

  // The line itself is not quoted: it stands in the captured output, where credentials are taken out of it.
  static ClientAnswer understand(const std::string& line) {
    if (auto reply = read_reply(line)) return *std::move(reply);
    return ClientBroke{How::spoke_nonsense, R"(a line on its standard output is not {"outcome": …})"};
  }

  ClientBroke ended_too_soon() {
    const auto ended = process_->wait_until_ended(deadline_in(milliseconds{1000}));
    return {How::exited, ended ? "ended by " + wording_of(*ended) : "it closed its standard output"};
  }

  ClientProfile profile_;
  ProcessClock clock_;  // before the process that lives by it
  std::optional<ChildProcess> process_;
  std::optional<ClientBroke> broke_;
};

}  // namespace

std::unique_ptr<ClientUnderTest> make_session_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight) {
  return std::make_unique<SessionClient>(profile, std::move(preflight));
}

}  // namespace gcmock
