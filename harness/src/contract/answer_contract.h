// Answers of the mock against the vendor's description of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "contract/mismatch.h"
#include "contract/openapi_document.h"
#include "contract/strict_schema.h"
#include "gcmock/wire/operations.h"

namespace gcmock {

/// An answer of the API host. The body as it was sent, or as the journal shows it.
struct AnswerSeen {
  const Operation* operation = nullptr;  ///< null: a path or method that is none; its body is to be an ErrorBody
  int status = 0;
  std::string_view body;
};

/// Remembers the schemas that it has read. For one thread.
class AnswerContract {
 public:
  /// The document must outlive it.
  explicit AnswerContract(const OpenApiDocument& document) : document_(document) {}

  /// Empty where the description allows it: its status (or `default`), no body where none is described, and a body that
  /// its schema accepts; members that the description does not know are deviations, too. An error's code and message
  /// are to be among those that the operation has at that status (x-inin-error-codes).
  std::vector<Mismatch> deviations(const AnswerSeen& answer);

 private:
  std::vector<Mismatch> deviations_of_body(const std::string& schema_pointer, std::string_view body);
  void add_deviations_of_error(const std::string& response_pointer, std::string_view body,
                               std::vector<Mismatch>& found);
  const StrictSchema& schema_at(const std::string& pointer);

  const OpenApiDocument& document_;
  std::map<std::string, StrictSchema> schemas_;  // by the definition that they name, or where they stand
};

}  // namespace gcmock
