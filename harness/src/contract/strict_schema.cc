#include "contract/strict_schema.h"

#include <array>
#include <exception>
#include <set>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "contract/json_members.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

using nlohmann::json;

constexpr std::string_view definitions = "#/definitions/";
constexpr std::array kept{"type",    "enum",     "required", "uniqueItems", "minimum",
                          "maximum", "minItems", "maxItems", "minLength",   "maxLength"};

/// Rewrites one schema and collects the definitions that it leads to.
class Conversion {
 public:
  json converted(const json& schema) {
    if (const auto reference = text(member(schema, "$ref")); !reference.empty()) return referred(reference);
    json draft7 = json::object();
    for (const char* keyword : kept) {
      if (schema.contains(keyword)) draft7[keyword] = schema[keyword];
    }
    const auto format = text(member(schema, "format"));
    if (format == "date" || format == "date-time") draft7["format"] = format;
    if (schema.contains("items")) draft7["items"] = converted(schema["items"]);
    if (schema.contains("properties")) add_properties(schema, draft7);
    const auto& others = member(schema, "additionalProperties");
    if (others.is_object()) draft7["additionalProperties"] = converted(others);
    return draft7;
  }

  /// The names of definitions that were met and not given out yet.
  std::set<std::string> take_met() { return std::exchange(met_, {}); }

 private:
  json referred(const std::string& reference) {
    if (reference.starts_with(definitions)) met_.insert(reference.substr(definitions.size()));
    return {{"$ref", reference}};
  }

  void add_properties(const json& schema, json& draft7) {
    draft7["properties"] = json::object();
    for (const auto& [name, property] : schema["properties"].items()) {
      draft7["properties"][name] = converted(property);
    }
    if (!schema.contains("additionalProperties")) draft7["additionalProperties"] = false;
  }

  std::set<std::string> met_;
};

}  // namespace

json as_draft7(const OpenApiDocument& document, const json& schema) {
  Conversion conversion;
  json draft7 = conversion.converted(schema);
  json reached = json::object();
  for (auto names = conversion.take_met(); !names.empty(); names = conversion.take_met()) {
    for (const auto& name : names) {
      const auto& definition = member(document.root()["definitions"], name);
      if (!reached.contains(name) && definition.is_object()) reached[name] = conversion.converted(definition);
    }
  }
  // Beside a reference draft-07 looks at nothing else: it becomes one of the things that all must hold.
  if (draft7.contains("$ref")) draft7 = {{"allOf", json::array({draft7})}};
  draft7["definitions"] = std::move(reached);
  return draft7;
}

struct StrictSchema::Parsed {
  valijson::Schema schema;
};

StrictSchema::StrictSchema(const json& draft7) : parsed_(std::make_unique<Parsed>()) {
  try {
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(draft7), parsed_->schema);
  } catch (const std::exception& error) {
    throw Error(std::string("the description has a schema that cannot be read: ") + error.what());
  }
}

StrictSchema::~StrictSchema() = default;
StrictSchema::StrictSchema(StrictSchema&&) noexcept = default;

bool StrictSchema::accepts(const json& value) const {
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  return validator.validate(parsed_->schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
}

}  // namespace gcmock
