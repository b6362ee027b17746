#include "contract/error_comparison.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "contract/json_members.h"
#include "gcmock/wire/evidence.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using nlohmann::json;

/// Does the source name the operation, as a whole word?
bool names(std::string_view source, std::string_view operation) {
  const auto is_letter = [&](std::size_t at) {
    return at < source.size() && std::isalnum(static_cast<unsigned char>(source[at])) != 0;
  };
  for (auto at = source.find(operation); at != std::string_view::npos; at = source.find(operation, at + 1)) {
    if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + operation.size())) return true;
  }
  return false;
}

bool rests_on(const BehaviourRow& row, const Operation& operation) {
  if (row.source.ends_with("of every operation")) return true;
  const bool takes_values = operation.method != "DELETE" && operation.method != "HEAD";
  if (row.source.ends_with("of every operation but DELETE and HEAD")) return takes_values;
  return names(row.source, operation.id);
}

std::string worded(int status, std::string_view code, std::string_view text) {
  return std::to_string(status) + " " + std::string(code) + ": " + std::string(text);
}

// What the description says of a code in one operation, at whatever status.
std::string declared(const json& operation, const BehaviourRow& row) {
  std::string elsewhere;
  for (const auto& [status, response] : member(operation, "responses").items()) {
    const auto& said = member(member(response, "x-inin-error-codes"), std::string(row.code));
    if (!said.is_string()) continue;
    if (status == std::to_string(row.status)) return worded(row.status, row.code, text(said));
    elsewhere = status + " " + std::string(row.code) + ": " + text(said);
  }
  return elsewhere.empty() ? "no such code" : elsewhere;
}

std::optional<Difference> difference_of(const OpenApiDocument& document, const Operation& operation,
                                        const BehaviourRow& row) {
  const auto* theirs = document.operation(operation.path, operation.method);
  if (theirs == nullptr) return std::nullopt;  // told as an operation that is gone
  auto ours = worded(row.status, row.code, row.text);
  auto said = declared(*theirs, row);
  if (said == ours) return std::nullopt;
  const auto codes = operation_pointer(operation.path, operation.method) + "/responses/" + std::to_string(row.status) +
                     "/x-inin-error-codes/";
  return Difference{Difference::About::error, std::string(operation.method) + " " + std::string(operation.path),
                    codes + pointer_token(row.code), std::move(ours), std::move(said)};
}

Difference unsourced(const BehaviourRow& row) {
  return {Difference::About::error, "every operation", "/paths", worded(row.status, row.code, row.text),
          "its source names no operation of the mock"};
}

}  // namespace

std::vector<Difference> compare_errors(const OpenApiDocument& document) {
  std::vector<Difference> differences;
  for (const auto& row : behaviour_table()) {
    if (row.level != EvidenceLevel::vendor_openapi) continue;
    bool is_sourced = false;
    for (const auto& operation : all_operations()) {
      if (!rests_on(row, operation)) continue;
      is_sourced = true;
      const auto difference = difference_of(document, operation, row);
      // Several reasons may have one code.
      const bool is_new = difference && std::ranges::find(differences, *difference) == differences.end();
      if (is_new) differences.push_back(*difference);
    }
    if (!is_sourced) differences.push_back(unsourced(row));
  }
  return differences;
}

}  // namespace gcmock
