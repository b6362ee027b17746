// The command driver: the program runs once and makes all the calls; its outcome is that of the run (docs/formats.md).
#include <algorithm>
#include <map>
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

// GENESYS_CALLS has words for what is called and in which org, and for nothing else.
bool can_be_said(const ClientCall& call) {
  const ClientCall plain;
  return call.parallel == 1 && call.path == plain.path && call.method == plain.method && !call.body &&
         call.login_hint.empty() && call.target.empty();
}

class CommandClient final : public ClientUnderTest {
 public:
  CommandClient(ClientProfile profile, std::shared_ptr<ClockPreflight> preflight)
      : profile_(std::move(profile)), clock_(std::move(preflight)) {}

  [[nodiscard]] Pace pace() const override { return Pace::all_at_once; }

  std::optional<std::string> why_clock_stays(const ClientEnvironment& environment) override {
    return clock_.why_it_stays(environment);
  }

  void clock_moved(milliseconds by) override { clock_.jump(by); }

  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    if (!std::ranges::all_of(environment.calls, can_be_said))
      return ClientBroke{How::cannot_do, "a command client is asked for plain calls only, one at a time"};
    program_ = clock_.wound_up(program_of(profile_, environment), environment.clock);
    return std::nullopt;
  }

  ClientAnswer perform(const ClientCall&, milliseconds time_limit) override {
    if (!answer_) answer_ = run(deadline_in(time_limit));
    return *answer_;
  }

  ClientOutput finish(milliseconds) override { return output_; }

 private:
  ClientAnswer run(Deadline deadline) {
    auto started = ChildProcess::start(program_);
    if (const auto* not_started = std::get_if<NotStarted>(&started))
      return ClientBroke{How::could_not_start, not_started->why};
    auto& process = std::get<ChildProcess>(started);
    process.close_input();
    const auto ended = process.wait_until_ended(deadline);
    process.end();
    output_ = {process.standard_output(), process.standard_error(), ended ? ended->exit_code : std::nullopt, !ended};
    if (!ended) return ClientBroke{How::timed_out, ""};
    if (auto reply = read_reply(process.last_line_of_output())) return *std::move(reply);
    return by_exit_code(*ended);
  }

  [[nodiscard]] ClientAnswer by_exit_code(const Ended& ended) const {
    if (!ended.exit_code) return ClientBroke{How::exited, "ended by " + wording_of(ended)};
    const auto& meanings = profile_.exit_codes.empty() ? usual_exit_codes() : profile_.exit_codes;
    const auto meaning = meanings.find(*ended.exit_code);
    return ClientReply{meaning == meanings.end() ? Outcome::failed : meaning->second, wording_of(ended)};
  }

  ClientProfile profile_;
  ProcessClock clock_;
  Program program_;
  std::optional<ClientAnswer> answer_;
  ClientOutput output_;
};

}  // namespace

const std::map<int, Outcome>& usual_exit_codes() {
  static const std::map<int, Outcome> codes = {
      {0, Outcome::ok}, {10, Outcome::needs_user}, {11, Outcome::needs_admin}, {12, Outcome::retry_later}};
  return codes;
}

std::unique_ptr<ClientUnderTest> make_command_client(const ClientProfile& profile,
                                                     std::shared_ptr<ClockPreflight> preflight) {
  return std::make_unique<CommandClient>(profile, std::move(preflight));
}

}  // namespace gcmock
