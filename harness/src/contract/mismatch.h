// What of a value is not as a schema of the description has it, in words.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "contract/openapi_document.h"

namespace gcmock {

struct Mismatch {
  std::string pointer;         ///< into the value; empty: the value as a whole
  std::string schema_pointer;  ///< into the description
  std::string expected;
  std::string found;  ///< its kind, never its content: an answer may hold credentials

  bool operator==(const Mismatch&) const = default;
};

/// Of `value` against the schema that stands at `schema_pointer`. The verdict is StrictSchema's; this finds the words.
std::vector<Mismatch> mismatches(const OpenApiDocument& document, const std::string& schema_pointer,
                                 const nlohmann::json& value);

}  // namespace gcmock
