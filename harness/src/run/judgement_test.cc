#include "run/judgement.h"

#include <gmock/gmock.h>

#include "gcmock/harness/invariants.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr auto today = 2026y / std::chrono::January / 15;

// A result that has nothing against it: one exchange, one step that came out as it should.
ScenarioResult clean_result() {
  ScenarioResult result;
  result.journal.emplace_back().seq = 1;
  StepResult& step = result.steps.emplace_back();
  step.expected = {Outcome::ok};
  step.got = Outcome::ok;
  return result;
}

InvariantResult violated(Severity severity) {
  InvariantResult result;
  result.status = InvariantResult::Status::violated;
  result.severity = severity;
  return result;
}

// The refresh token of org primary in a URL: what I-5 forbids.
std::vector<Exchange> token_in_url() {
  Exchange exchange;
  exchange.seq = 1;
  exchange.endpoint = Endpoint::users_me;
  exchange.sightings.push_back({{CredentialKind::refresh_token, "primary/refresh-main", OrgName{"primary"}, {}},
                                SightingPlace::request_target,
                                "refresh_token"});
  return {exchange};
}

const InvariantResult& find(const std::vector<InvariantResult>& results, std::string_view id) {
  return *std::ranges::find(results, id, &InvariantResult::id);
}

TEST(Conclusion, IsPassedWhereSomethingWasJudgedAndNothingFailed) {
  ScenarioResult result = clean_result();

  conclude(result, Scenario{}, {});

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note;
}

TEST(ContractFindings, AreToldOnceWithEveryExchangeThatShowsThem) {
  std::vector<Exchange> journal(3);
  for (std::size_t i = 0; i < journal.size(); ++i) journal[i].seq = i + 1;
  journal[0].contract_findings = {"a", "b"};
  journal[2].contract_findings = {"b"};

  EXPECT_EQ(contract_findings(journal), (std::vector<ContractFinding>{{"a", {1}}, {"b", {1, 3}}}));
}

TEST(Conclusion, IsFailedByTheContractWhereThatIsAsked) {
  ScenarioResult result = clean_result();
  result.contract = {{"GET /api/v2/users/me sends a body where none is declared", {1}}};
  ScenarioResult strict = result;
  strict.contract_severity = Severity::error;

  conclude(result, Scenario{}, {});
  conclude(strict, Scenario{}, {});

  EXPECT_EQ(result.status, ScenarioStatus::passed);
  EXPECT_EQ(strict.status, ScenarioStatus::failed);
}

TEST(Conclusion, SaysWhyNoRequestCameOverTls) {
  ScenarioResult silent = clean_result();
  silent.journal.clear();
  ScenarioResult failed = silent;
  failed.steps[0].failed = true;

  conclude(silent, Scenario{}, {}, Handshakes{0, 2, "tlsv1 alert unknown ca"});
  conclude(failed, Scenario{}, {}, Handshakes{0, 1, "tlsv1 alert unknown ca"});

  EXPECT_EQ(silent.status, ScenarioStatus::vacuous);
  EXPECT_EQ(silent.note, "no request came; 2 TLS handshakes failed, the last with: tlsv1 alert unknown ca");
  EXPECT_EQ(failed.status, ScenarioStatus::failed);
  EXPECT_EQ(failed.note, "no request came; 1 TLS handshake failed, the last with: tlsv1 alert unknown ca");
}

TEST(Conclusion, IsPassedWhereABadCertificateWasSeenAndNothingAsked) {
  Scenario scenario;
  scenario.server.certificate = CertificateKind::expired;
  ScenarioResult refusing = clean_result();
  refusing.journal.clear();
  ScenarioResult absent = refusing;

  conclude(refusing, scenario, {}, Handshakes{1, 0, ""});
  conclude(absent, scenario, {}, Handshakes{});

  EXPECT_EQ(refusing.status, ScenarioStatus::passed) << refusing.note;
  EXPECT_EQ(absent.status, ScenarioStatus::vacuous);
  EXPECT_EQ(absent.note, "the client never connected");
}

TEST(Conclusion, IsFailedByAStepACheckOrAnInvariant) {
  ScenarioResult by_step = clean_result();
  by_step.steps[0].failed = true;
  ScenarioResult by_check = clean_result();
  by_check.checks.emplace_back().passed = false;
  ScenarioResult by_invariant = clean_result();
  by_invariant.invariants.push_back(violated(Severity::error));

  for (ScenarioResult* result : {&by_step, &by_check, &by_invariant}) {
    conclude(*result, Scenario{}, {});
    EXPECT_EQ(result->status, ScenarioStatus::failed);
  }
}

TEST(Conclusion, IsNotFailedByAWarning) {
  ScenarioResult result = clean_result();
  result.invariants.push_back(violated(Severity::warning));

  conclude(result, Scenario{}, {});

  EXPECT_EQ(result.status, ScenarioStatus::passed);
}

TEST(Conclusion, IsVacuousWhereTheClientNeverConnected) {
  ScenarioResult result = clean_result();
  result.journal.clear();

  conclude(result, Scenario{}, {});

  EXPECT_EQ(result.status, ScenarioStatus::vacuous);
  EXPECT_THAT(result.note, HasSubstr("never connected"));
}

TEST(Conclusion, IsVacuousWhereARuleNeverFired) {
  ScenarioResult result = clean_result();
  Scenario scenario;
  scenario.script.rules.resize(2);
  scenario.script.rules[1].place = "scenarios/x.json:9";

  conclude(result, scenario, {3, 0});

  EXPECT_EQ(result.status, ScenarioStatus::vacuous);
  EXPECT_THAT(result.note, HasSubstr("rule 2 of the script never fired (scenarios/x.json:9)"));
}

TEST(Conclusion, IsVacuousWhereNothingWasJudged) {
  ScenarioResult result = clean_result();
  result.steps[0].expected.clear();

  conclude(result, Scenario{}, {});

  EXPECT_EQ(result.status, ScenarioStatus::vacuous);
}

TEST(InvariantJudgement, FindsAViolationAtTheStepThatMadeIt) {
  std::vector<StepResult> steps(1);
  steps[0].first_exchange = steps[0].last_exchange = 1;
  steps[0].place = {"scenarios/x.json", 9, 5};

  const auto results = judge_invariants(Scenario{}, {token_in_url(), steps}, today);

  EXPECT_EQ(find(results, "I-5").status, InvariantResult::Status::violated);
  EXPECT_EQ(find(results, "I-5").place, (SourcePlace{"scenarios/x.json", 9, 5}));
  EXPECT_EQ(results.size(), all_invariants().size());
}

TEST(InvariantJudgement, FindsWhatCameInTheBackgroundAtTheStepBegunLast) {
  std::vector<StepResult> steps(3);
  steps[1].first_exchange = steps[1].last_exchange = 1;
  steps[1].place = {"scenarios/x.json", 10, 5};
  auto journal = token_in_url();
  journal[0].seq = 2;

  const auto results = judge_invariants(Scenario{}, {journal, steps}, today);

  EXPECT_EQ(find(results, "I-5").place, (SourcePlace{"scenarios/x.json", 10, 5}));
}

TEST(InvariantJudgement, IsWaivedForAReasonUntilADate) {
  Scenario scenario;
  scenario.waivers.push_back({"I-5", "old client", today, {}});

  const auto results = judge_invariants(scenario, {token_in_url(), {}}, today);

  EXPECT_EQ(find(results, "I-5").status, InvariantResult::Status::waived);
  EXPECT_EQ(find(results, "I-5").waiver, "old client (until 2026-01-15)");
}

TEST(InvariantJudgement, FailsByAWaiverThatHasExpiredEvenIfTheClientIsCleanByNow) {
  Scenario scenario;
  scenario.waivers.push_back({"I-5", "old client", 2026y / std::chrono::January / 14, {}});

  for (const auto& journal : {token_in_url(), std::vector<Exchange>{}}) {
    const auto results = judge_invariants(scenario, {journal, {}}, today);

    EXPECT_EQ(find(results, "I-5").status, InvariantResult::Status::violated);
    EXPECT_THAT(find(results, "I-5").waiver, HasSubstr("expired on 2026-01-14"));
  }
}

TEST(InvariantJudgement, FailsByAnExpiredWaiverOfAnInvariantThatOnlyWarns) {
  Scenario scenario;
  scenario.waivers.push_back({"I-13", "chatty client", 2026y / std::chrono::January / 14, {}});

  const auto results = judge_invariants(scenario, {{}, {}}, today);

  EXPECT_EQ(find(results, "I-13").severity, Severity::error);
}

}  // namespace
}  // namespace gcmock
