#include "client/reference_client.h"

#include <future>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "client/client_log.h"
#include "client/org_connection.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

ClientReply perform_once(OrgConnection& org, const ClientCall& call, Deadline deadline) {
  switch (call.verb) {
    case Verb::call:
      return org.call(call, deadline);
    case Verb::login:
      return org.log_in(deadline);
    case Verb::refresh:
      return org.refresh(deadline);
    case Verb::authorize:
      return org.authorize(call.login_hint.empty() ? call.org.value : call.login_hint, call.target, deadline);
  }
  return {};
}

// A client's own patience ends before its caller's: it replies in time that it was too slow.
Deadline deadline_within(milliseconds time_limit) {
  return deadline_in(time_limit * 9 / 10);
}

class ReferenceClient final : public ClientUnderTest {
 public:
  explicit ReferenceClient(Conduct conduct) : conduct_(std::move(conduct)) {}

  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    const Urls urls{environment.login_url, environment.api_url, environment.ca_file};
    settings_ = environment.orgs;
    log_.open(conduct_, environment.scratch_directory);
    for (const auto& [name, settings] : settings_)
      orgs_.try_emplace(name, OrgAmongOthers{name, settings_}, urls, conduct_, log_.for_org(name));
    return std::nullopt;
  }

  ClientAnswer perform(const ClientCall& call, milliseconds time_limit) override {
    const auto org = orgs_.find(call.org);
    if (org == orgs_.end()) return ClientBroke{ClientBroke::How::cannot_do, "was told of no org " + call.org.value};
    if (stopped_) return *stopped_;
    const Deadline deadline = deadline_within(conduct_.keeps_deadlines ? time_limit : time_limit * 2);
    const Deadline latest = deadline_in(time_limit);
    ClientReply reply = perform_in_parallel(org->second, call, deadline);
    if (!conduct_.keeps_deadlines && std::chrono::steady_clock::now() > latest)
      return ClientBroke{ClientBroke::How::timed_out, "no reply in time"};
    if (conduct_.stops_all_orgs && conduct_.stops_all_orgs(reply.outcome)) stopped_ = reply;
    if (conduct_.report) reply.outcome = conduct_.report(reply.outcome);
    return reply;
  }

  // What it counts by a clock it moves itself.
  std::optional<std::string> why_clock_stays(const ClientEnvironment&) override { return std::nullopt; }

  void clock_moved(milliseconds by) override {
    for (auto& [name, org] : orgs_) org.clock_moved(by);
    since_renewal_ += by;
    if (conduct_.renews_all_orgs_every && since_renewal_ >= *conduct_.renews_all_orgs_every) renew_all();
  }

  ClientOutput finish(milliseconds) override { return {log_.standard_output(), "", std::nullopt, false}; }

 private:
  static ClientReply perform_in_parallel(OrgConnection& org, const ClientCall& call, Deadline deadline) {
    std::vector<std::future<ClientReply>> replies;
    for (int i = 0; i < call.parallel; ++i)
      replies.push_back(std::async(std::launch::async, perform_once, std::ref(org), std::cref(call), deadline));

    ClientReply worst = replies.front().get();
    for (std::size_t i = 1; i < replies.size(); ++i) {
      ClientReply reply = replies[i].get();
      if (worse_of(worst.outcome, reply.outcome) != worst.outcome) worst = std::move(reply);
    }
    return worst;
  }

  void renew_all() {
    since_renewal_ = {};
    for (auto& [name, org] : orgs_) org.refresh(deadline_in(std::chrono::seconds{2}));
  }

  const Conduct conduct_;
  std::map<OrgName, ClientSettings> settings_;
  ClientLog log_;
  std::map<OrgName, OrgConnection> orgs_;
  milliseconds since_renewal_{0};
  std::optional<ClientReply> stopped_;  // what every org's calls are answered without asking
};

}  // namespace

std::unique_ptr<ClientUnderTest> make_reference_client(Conduct conduct) {
  return std::make_unique<ReferenceClient>(std::move(conduct));
}

}  // namespace gcmock
