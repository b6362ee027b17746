// Exchanges as tests of this folder look at them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "gcmock/evidence/deviations.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/wire/operations.h"

#include "contract/answer_contract.h"

namespace gcmock::contract_tests {

/// Null for a path or method that the description has not.
inline const Operation* operation_of(const Exchange& exchange) {
  return find_operation(exchange.endpoint, exchange.method);
}

/// What the description does not allow and nobody has listed, in words.
inline std::vector<std::string> unlisted_deviations(AnswerContract& contract, const Exchange& exchange,
                                                    const std::string& body) {
  std::vector<std::string> told;
  const auto* operation = operation_of(exchange);
  for (const auto& deviation : contract.deviations({operation, exchange.status, body})) {
    const auto id = operation == nullptr ? std::string_view("none") : operation->id;
    if (find_deviation(id, exchange.status, deviation.pointer) != nullptr) continue;
    told.push_back(exchange.method + " " + exchange.path + " → " + std::to_string(exchange.status) + " " +
                   deviation.pointer + ": expected " + deviation.expected + ", found " + deviation.found + " (" +
                   deviation.schema_pointer + ")");
  }
  return told;
}

}  // namespace gcmock::contract_tests
