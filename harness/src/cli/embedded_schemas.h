// The files of scenarios/schema, built into the program (cmake/EmbedSchemas.cmake writes the source).
#pragma once

#include <span>
#include <string_view>

namespace gcmock {

struct EmbeddedSchema {
  std::string_view name;  ///< "scenario"
  std::string_view text;
};

/// In the order of their names.
std::span<const EmbeddedSchema> embedded_schemas();

}  // namespace gcmock
