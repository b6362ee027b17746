// What a run found: plain data with source positions. Reports are pure functions of it; nothing in it is a credential.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/evidence/claims.h"
#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/diagnostic.h"
#include "gcmock/harness/source_place.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

enum class Severity { error, warning };

struct StepResult {
  std::string what;  ///< "call secondary"
  SourcePlace place;
  std::vector<Outcome> expected;  ///< empty: not judged
  std::optional<Outcome> got;     ///< empty: not a call, or the client broke
  std::string detail;             ///< the client's words, redacted, or how it broke
  bool failed = false;
  bool run = false;  ///< false: an earlier step ended the scenario
  std::optional<OrgName> org;
  std::optional<Verb> verb;  ///< empty: not a call
  int calls = 1;             ///< calls made during it; 0: made during an earlier step (a client that runs once)
  std::chrono::nanoseconds started{0};  ///< on the journal's monotonic clock
  std::chrono::nanoseconds ended{0};
  std::uint64_t first_exchange = 0;  ///< seq of the first exchange that arrived during the step; 0: none
  std::uint64_t last_exchange = 0;
  std::string method = {};                      ///< of Verb::call: what was asked for
  std::string path = {};                        ///< likewise
  std::optional<ClientBroke::How> broke = {};   ///< the client gave no reply
  std::chrono::milliseconds clock_moved_by{0};  ///< of a step that moves domain time
};

/// The exchange that came closest to what somebody looked for in vain, and what of it differs.
struct NearMiss {
  std::uint64_t exchange = 0;
  struct Difference {
    std::string field;   ///< "org", "field grant_type", "nth"
    std::string wanted;  ///< "secondary"
    std::string found;   ///< "primary", "none"
    bool operator==(const Difference&) const = default;
  };
  std::vector<Difference> differences;  ///< empty: it was such a one, and another rule spoke
  bool operator==(const NearMiss&) const = default;
};

/// A rule of the script that never fired.
struct SilentRule {
  std::size_t number = 0;  ///< from 1
  std::string place;
  std::optional<NearMiss> near_miss;  ///< empty: there was no exchange at all
};

/// One comparison of an expectation.
struct CheckResult {
  std::string what;   ///< "at most 2 exchanges: token requests for org secondary"
  std::string found;  ///< "found 7: #4 #6 #7 …"
  std::vector<std::uint64_t> exchanges;
  SourcePlace place;
  bool passed = false;
  std::optional<NearMiss> near_miss = {};  ///< of one that failed because it saw nothing
};

struct InvariantResult {
  enum class Status { held, violated, nothing_to_look_at, waived };
  std::string id, title, clause;
  Severity severity = Severity::error;
  Status status = Status::held;
  std::size_t looked_at = 0;
  struct Finding {
    std::string what;
    std::vector<std::uint64_t> exchanges;
    bool operator==(const Finding&) const = default;
  };
  std::vector<Finding> findings;
  std::string waiver;  ///< reason and date; "waiver expired on …" where status is violated for that
  SourcePlace place;   ///< the scenario's line that matters, or the file
};

/// What the client under test sends and the vendor's description does not declare, once however often it was sent.
struct ContractFinding {
  std::string what;  ///< "GET /api/v2/oauth/clients sends undeclared query parameter pageSize"
  std::vector<std::uint64_t> exchanges;

  bool operator==(const ContractFinding&) const = default;
};

/// Why an exchange was refused, for a person.
struct Explanation {
  std::uint64_t exchange = 0;
  std::string request;  ///< "POST /api/v2/oauth/token"
  int status = 0;
  RefusalReason reason{};
  struct Line {
    bool passed = true;
    std::string claim;     ///< "client X is registered in org secondary"
    std::string compared;  ///< "expected …, found …"; may be empty
  };
  std::vector<Line> trail;
  std::string decided_at;     ///< "fixtures/worlds/x.json:41:7, removed by world_changes at line 7"; may be empty
  std::string remedy;         ///< `"/orgs/secondary/clients/X": { … }`; may be empty
  std::string genesys_shows;  ///< reported dialect: what real Genesys Cloud would have shown, with evidence level
  std::string change = {};    ///< world_changes (RFC 7396) that would turn it into a grant; empty where none would
};

enum class ScenarioStatus {
  passed,
  failed,   ///< a step, an expectation or an invariant; or the contract, where that is asked
  vacuous,  ///< proved nothing: see `note`
  flaky,    ///< several runs of it (`--repeat`) ended differently: see `repeats`
  skipped,  ///< this client cannot be asked this: see `note`
  broken,   ///< the run itself broke: see `note`
  invalid,  ///< the file has mistakes: see `diagnostics`
  not_run,  ///< the run ended before it: see RunResult::ended_by_signal
};

/// What was not the same in all runs of a scenario.
struct RunDifference {
  std::string what;                 ///< "step 2, call secondary", "token exchanges of org primary answered 200"
  std::vector<std::string> values;  ///< of each run, in order: "ok", "failed", "ok"
};

/// How the runs of one scenario with one seed ended (`--repeat`).
struct Repeats {
  std::vector<ScenarioStatus> runs;        ///< in order; one: it was not repeated
  std::size_t shown = 0;                   ///< index of the run that the result tells of: the first that did not pass
  std::vector<RunDifference> differences;  ///< that a verdict was based on, or that show in the number of exchanges
};

struct ScenarioResult {
  std::string id;
  std::string file;
  std::string title;
  std::string client;  ///< name of its profile
  ScenarioStatus status = ScenarioStatus::passed;
  std::string note;
  std::chrono::nanoseconds took{0};
  std::vector<StepResult> steps;
  std::vector<CheckResult> checks;
  std::vector<InvariantResult> invariants;
  std::vector<ContractFinding> contract;
  Severity contract_severity = Severity::warning;  ///< error: any finding fails the scenario
  std::vector<Explanation> explanations;
  std::vector<Exchange> journal;
  Footing footing;  ///< what the answers of the journal rest on; a verdict leans on what of it is assumed
  std::vector<Diagnostic> diagnostics;
  std::string client_stdout;  ///< redacted
  std::string client_stderr;  ///< redacted
  std::string rerun;          ///< the command that runs just this again
  Repeats repeats;
  std::vector<SilentRule> silent_rules = {};
};

struct RunResult {
  std::vector<ScenarioResult> scenarios;  ///< in the order of their files
  std::string client;
  std::uint64_t seed = 1;
  std::chrono::nanoseconds took{0};
  bool stopped_early = false;  ///< behind the first scenario that did not pass (RunOptions::stop_at_first_problem)
  int ended_by_signal = 0;     ///< SIGINT, SIGTERM: the run was interrupted; 0: it was not
};

/// What all answers of the run rest on. Its assumed claims name no exchanges: those are each scenario's.
Footing footing_of(const RunResult& result);

/// 0 all passed or skipped · 1 failed or flaky · 2 invalid · 3 broken, or a scenario was not run though
/// nothing was to stop the run · 4 vacuous. The worst
/// wins in the order 3, 2, 1, 4; a run of which nothing but skipped scenarios is left is vacuous. Of an interrupted run
/// it is 128 and the signal's number, as shells have it.
int exit_code(const RunResult& result);

std::string_view to_string(ScenarioStatus status);
std::string_view to_string(Severity severity);
std::string_view to_string(InvariantResult::Status status);

}  // namespace gcmock
