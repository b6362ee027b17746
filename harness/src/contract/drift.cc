#include "contract/drift.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "contract/answer_contract.h"
#include "contract/error_comparison.h"
#include "contract/operation_comparison.h"
#include "gcmock/evidence/deviations.h"
#include "gcmock/wire/operations.h"
#include "sweep/sweep.h"

namespace gcmock {
namespace {

/// "/entities/*/name" of "/entities/3/name": what is wrong with each item is told once.
std::string of_any_item(std::string_view pointer) {
  std::string text;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (i == 0 || pointer[i - 1] != '/' || std::isdigit(static_cast<unsigned char>(pointer[i])) == 0) {
      text += pointer[i];
      continue;
    }
    text += '*';
    while (i + 1 < pointer.size() && pointer[i + 1] != '/') ++i;
  }
  return text;
}

Difference difference_of(const Operation& operation, int status, const Mismatch& deviation) {
  const auto place = of_any_item(deviation.pointer);
  return {Difference::About::answer,
          std::string(operation.method) + " " + std::string(operation.path) + " → " + std::to_string(status) +
              (place.empty() ? "" : ", " + place),
          deviation.schema_pointer, deviation.found, deviation.expected};
}

/// The tables tell of a code or an operation before an answer does.
bool is_told(const std::vector<Difference>& differences, const Difference& difference) {
  return std::ranges::any_of(differences, [&](const Difference& told) {
    return told == difference ||
           (told.about == Difference::About::error && told.pointer.starts_with(difference.pointer));
  });
}

void add_answers(const OpenApiDocument& document, Drift& drift) {
  AnswerContract contract(document);
  for (const auto& [probe, exchange, body] : sweep()) {
    const auto* operation = find_operation(exchange.endpoint, exchange.method);
    if (operation == nullptr || document.operation(operation->path, operation->method) == nullptr) continue;
    ++drift.answers;
    for (const auto& deviation : contract.deviations({operation, exchange.status, body})) {
      if (find_deviation(operation->id, exchange.status, deviation.pointer) != nullptr) continue;
      auto difference = difference_of(*operation, exchange.status, deviation);
      if (!is_told(drift.differences, difference)) drift.differences.push_back(std::move(difference));
    }
  }
}

}  // namespace

Drift find_drift(const OpenApiDocument& document) {
  Drift drift{compare_operations(document), all_operations().size(), 0};
  std::ranges::move(compare_errors(document), std::back_inserter(drift.differences));
  add_answers(document, drift);
  return drift;
}

}  // namespace gcmock
