// Journals for tests, written as what happened: a call answered 401, a refresh granted, its answer lost.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "gcmock/harness/invariants.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// One thing after the other: each exchange arrives 10 ms behind the delivery of the one before it, on its connection.
/// A token is named by its label: "acme/refresh-main"; who owns it is read from that.
class JournalBuilder {
 public:
  /// Begins a step: what follows arrives during it.
  JournalBuilder& asked(const std::string& org, Verb verb = Verb::call, int calls = 1);
  /// Begins a step that moves domain time.
  JournalBuilder& clock_moved(std::chrono::milliseconds by);
  /// Ends the step begun last, with its outcome: what was right, what the client said.
  JournalBuilder& came_out(Outcome expected, Outcome got);
  JournalBuilder& wait(std::chrono::milliseconds by);

  /// An API request of the org that was answered with this status.
  JournalBuilder& api(const std::string& org, int status);
  /// A refresh of the token's org; answered 500 until one of the below says otherwise. Empty: presents no token.
  JournalBuilder& refresh(const std::string& token);
  /// A code exchange in the org.
  JournalBuilder& login(const std::string& org);
  /// An authorization request of the org's user, answered with the code "acme/code-7" where it is the seventh exchange.
  JournalBuilder& authorize(const std::string& org, const std::string& query);

  // What the last exchange was answered.
  JournalBuilder& granted(const std::string& refresh_token);  ///< with this refresh token
  JournalBuilder& granted_without_refresh_token();
  JournalBuilder& told_tokens(const std::string& access_token);  ///< with a body that tells this access token
  JournalBuilder& refused(int status, const std::string& error_code);
  JournalBuilder& refused(RefusalReason reason);  ///< as the report's 403, which has no code

  // What else is to be said of the last exchange.
  JournalBuilder& lost();  ///< its answer never arrived whole
  /// It was under way with the one before it: sent on another connection before that one's answer was there.
  JournalBuilder& at_once();
  /// It came on another connection, this long after the answer before it.
  JournalBuilder& on_another_connection(std::chrono::milliseconds after);
  JournalBuilder& carrying(CredentialKind kind, const std::string& label, SightingPlace where, const std::string& name);
  JournalBuilder& by_client(const std::string& client);
  JournalBuilder& of_no_known_org();

  [[nodiscard]] Evidence evidence() const { return {journal_, steps_, {}, writings_}; }
  [[nodiscard]] std::vector<StepResult>& steps() { return steps_; }
  [[nodiscard]] Writings& writings() { return writings_; }
  [[nodiscard]] Exchange& last() { return journal_.back(); }

 private:
  JournalBuilder& begin(StepResult step);
  Exchange& add(const std::string& org, int status);

  std::vector<Exchange> journal_;
  std::vector<StepResult> steps_;
  Writings writings_;
  bool step_is_fresh_ = false;
  Instant domain_time_;
  std::chrono::nanoseconds now_{std::chrono::milliseconds{10}};
};

/// The numbers of the exchanges that the only violation names; fails the test where there is not exactly one.
std::vector<std::uint64_t> only_violation(const InvariantVerdict& verdict);

/// What that violation says.
std::string words_of(const InvariantVerdict& verdict);

}  // namespace gcmock
