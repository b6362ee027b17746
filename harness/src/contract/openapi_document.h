// The vendor's description of the Platform API (Swagger 2.0), read with the place of everything in it.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/diagnostic.h"
#include "gcmock/harness/source_place.h"
#include "scenario/json_value.h"

namespace gcmock {

/// A value, fixed once read.
class OpenApiDocument {
 public:
  OpenApiDocument(std::shared_ptr<const JsonValue> read, nlohmann::json root)
      : read_(std::move(read)), root_(std::move(root)) {}

  [[nodiscard]] const nlohmann::json& root() const { return root_; }
  /// Null where there is no such path or method; `method` in capitals, as requests have it.
  [[nodiscard]] const nlohmann::json* operation(std::string_view path, std::string_view method) const;
  /// The schema itself, or what its `$ref` names; null where that is nothing.
  [[nodiscard]] const nlohmann::json* resolved(const nlohmann::json& schema) const;
  /// Where the JSON pointer leads in the file; the nearest place above it where it leads nowhere.
  [[nodiscard]] SourcePlace place_of(std::string_view pointer) const;

 private:
  std::shared_ptr<const JsonValue> read_;
  nlohmann::json root_;
};

/// A document exactly where there are no diagnostics.
struct LoadedOpenApi {
  std::optional<OpenApiDocument> document;
  std::vector<Diagnostic> diagnostics;
};

/// A Swagger 2.0 document in JSON, of at most 64 MiB.
LoadedOpenApi load_openapi(const std::string& file);

/// "/paths/~1api~1v2~1oauth~1clients/get"; RFC 6901.
std::string operation_pointer(std::string_view path, std::string_view method);
std::string pointer_token(std::string_view name);

}  // namespace gcmock
