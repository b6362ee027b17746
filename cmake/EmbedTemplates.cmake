# Writes OUTPUT, a C++ source with the text of each file in FILES (a list, '|' between them; each clients/examples/<language>-session/<name>).
# Run by: cmake -DOUTPUT=... -DFILES=... -P EmbedTemplates.cmake
string(REPLACE "|" ";" files "${FILES}")
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME)
  get_filename_component(folder "${file}" DIRECTORY)
  get_filename_component(folder "${folder}" NAME)
  string(REGEX REPLACE "-session$" "" language "${folder}")
  file(READ "${file}" text)
  # A list of cmake's has semicolons and brackets for itself: kept as text it is neither.
  string(APPEND entries "    {\"${language}\", \"${name}\", R\"gcmock_file(${text})gcmock_file\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedTemplates.cmake.
#include \"authoring/new_client.h\"

#include <vector>

namespace gcmock {

std::span<const ClientTemplate> client_templates() {
  static const std::vector<ClientTemplate> templates{
${entries}  };
  return templates;
}

}  // namespace gcmock
")
