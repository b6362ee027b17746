# Writes OUTPUT, a C++ source with the text of each schema in SCHEMAS (a list, '|' between the files).
# Run by: cmake -DOUTPUT=... -DSCHEMAS=... -P EmbedSchemas.cmake
string(REPLACE "|" ";" files "${SCHEMAS}")
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  string(REGEX REPLACE "\\.schema\\.json$" "" name "${name}")
  file(READ "${file}" text)
  string(APPEND entries "    {\"${name}\", R\"gcmock_schema(${text})gcmock_schema\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedSchemas.cmake.
#include \"cli/embedded_schemas.h\"

#include <vector>

namespace gcmock {

std::span<const EmbeddedSchema> embedded_schemas() {
  static const std::vector<EmbeddedSchema> schemas{
${entries}  };
  return schemas;
}

}  // namespace gcmock
")
