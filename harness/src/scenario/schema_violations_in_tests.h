// For tests: what of a JSON value a draft-07 schema forbids, in the JSON Schema library's words.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace gcmock {

/// Empty: nothing. Ends in a newline else.
inline std::string violations(const nlohmann::json& schema, const nlohmann::json& value) {
  valijson::Schema parsed;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7)
      .populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), parsed);
  valijson::ValidationResults results;
  valijson::Validator().validate(parsed, valijson::adapters::NlohmannJsonAdapter(value), &results);
  std::string told;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) told += part;
    told += ": " + error.description + "\n";
  }
  return told;
}

}  // namespace gcmock
