// Every answer that the sweep gets is one that the vendor's description allows, or a deviation that is listed.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "contract/answer_contract.h"
#include "sweep/sweep.h"
#include "vendor_document.h"

namespace gcmock::contract_tests {
namespace {

using testing::Ge;

const std::vector<Probed>& swept_answers() {
  static const auto answers = sweep();
  return answers;
}

const Operation* operation_of(const Exchange& exchange) {
  for (const auto& operation : all_operations()) {
    if (operation.endpoint == exchange.endpoint && operation.method == exchange.method) return &operation;
  }
  return nullptr;
}

TEST(Sweep, CoversEveryPathAndStatus) {
  std::set<std::pair<const Operation*, int>> covered;
  for (const auto& answer : swept_answers()) {
    if (const auto* operation = operation_of(answer.exchange)) covered.emplace(operation, answer.exchange.status);
  }

  EXPECT_THAT(covered.size(), Ge(150U));
}

TEST(Sweep, IsAllowedByTheDescription) {
  AnswerContract contract(vendor_document());
  for (const auto& [probe, exchange, body] : swept_answers()) {
    if (exchange.host == Host::login) continue;
    for (const auto& deviation : contract.deviations({operation_of(exchange), exchange.status, body})) {
      ADD_FAILURE() << probe.what << " -> " << exchange.status << " " << deviation.pointer << " ("
                    << deviation.schema_pointer << "): " << deviation.expected << ", found " << deviation.found << "\n"
                    << body;
    }
  }
}

}  // namespace
}  // namespace gcmock::contract_tests
