// A schema of the vendor's description as JSON Schema draft-07, held strictly.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>

#include "contract/openapi_document.h"

namespace gcmock {

/// Swagger 2.0 as draft-07: what is not asked of a value is left out (descriptions, readOnly, the formats that only say
/// how wide a number is), and a member that the description does not name is none that an answer may have.
nlohmann::json as_draft7(const OpenApiDocument& document, const nlohmann::json& schema);

/// The verdict of the JSON Schema library; its words are not used. The .cc is the only place that knows it.
class StrictSchema {
 public:
  /// Throws Error where the library cannot read it: a reference that leads nowhere.
  explicit StrictSchema(const nlohmann::json& draft7);
  ~StrictSchema();
  StrictSchema(StrictSchema&&) noexcept;

  [[nodiscard]] bool accepts(const nlohmann::json& value) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace gcmock
