// Every answer that the sweep gets is one that the vendor's description allows, or a deviation that is listed; and each
// leans on a claim of the fidelity ledger.
#include "answers.h"

#include <gmock/gmock.h>

#include <set>

#include "gcmock/evidence/claims.h"
#include "sweep/sweep.h"
#include "vendor_document.h"

namespace gcmock::contract_tests {
namespace {

using testing::Ge;
using testing::IsEmpty;

const std::vector<Probed>& swept_answers() {
  static const auto answers = sweep();
  return answers;
}

TEST(Sweep, CoversEveryOperationAndMoreThanAHundredAndFiftyStatuses) {
  std::set<std::string_view> operations;
  std::set<std::pair<std::string_view, int>> answers;
  for (const auto& answer : swept_answers()) {
    const auto* operation = operation_of(answer.exchange);
    if (operation == nullptr) continue;
    operations.insert(operation->id);
    answers.emplace(operation->id, answer.exchange.status);
  }

  EXPECT_EQ(operations.size(), all_operations().size());
  EXPECT_THAT(answers.size(), Ge(150U));
  RecordProperty("answers", static_cast<int>(swept_answers().size()));
  RecordProperty("operations_and_statuses", static_cast<int>(answers.size()));
}

TEST(Sweep, IsAnsweredAsTheDescriptionAllows) {
  AnswerContract contract(vendor_document());
  for (const auto& [probe, exchange, body] : swept_answers()) {
    if (exchange.host == Host::login) continue;
    EXPECT_THAT(unlisted_deviations(contract, exchange, body), IsEmpty()) << probe.what;
  }
}

TEST(Sweep, MeetsEveryDeviationThatIsListed) {
  AnswerContract contract(vendor_document());
  std::set<const KnownDeviation*> met;
  for (const auto& [probe, exchange, body] : swept_answers()) {
    const auto* operation = operation_of(exchange);
    if (operation == nullptr) continue;
    for (const auto& deviation : contract.deviations({operation, exchange.status, body})) {
      met.insert(find_deviation(operation->id, exchange.status, deviation.pointer));
    }
  }

  for (const auto& listed : known_deviations()) {
    EXPECT_TRUE(met.contains(&listed)) << "it no longer occurs: " << listed.operation << " " << listed.pointer;
  }
}

TEST(Sweep, IsAnsweredByNothingThatTheLedgerDoesNotHave) {
  for (const auto& [probe, exchange, body] : swept_answers()) {
    EXPECT_FALSE(is_scripted(exchange)) << probe.what;
    EXPECT_THAT(claims_of(exchange), testing::Not(IsEmpty()))
        << probe.what << " is answered " << exchange << ", and no claim of mock_server/src/evidence says why";
  }
}

TEST(Sweep, GetsEveryOperationDone) {
  for (const auto& [probe, exchange, body] : swept_answers()) {
    const bool is_right = probe.what.ends_with(": done");
    EXPECT_TRUE(!is_right || exchange.status < 300)
        << probe.what << ", but was answered " << exchange << " " << exchange.error_code << ": " << body;
  }
}

TEST(Sweep, SendsWhatItSaysItSends) {
  for (const auto& [probe, exchange, body] : swept_answers()) {
    const bool is_right = probe.what.ends_with(": done");
    EXPECT_TRUE(!is_right || exchange.contract_findings.empty())
        << probe.what << ": " << testing::PrintToString(exchange.contract_findings);
  }
}

}  // namespace
}  // namespace gcmock::contract_tests
