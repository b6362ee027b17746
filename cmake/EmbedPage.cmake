# Writes OUTPUT, a C++ source with the files of the admin page and the description of the admin API.
# Run by: cmake -DOUTPUT=... -DPAGE=folder -DOPENAPI=file -P EmbedPage.cmake
set(entries "")
foreach(name IN ITEMS index.html page.css page.js)
  file(READ "${PAGE}/${name}" text)
  # A list of cmake's has semicolons and brackets for itself: kept as text it is neither.
  string(APPEND entries "    {\"/${name}\", R\"gcmock_page(${text})gcmock_page\"},\n")
endforeach()
file(READ "${OPENAPI}" description)
file(WRITE "${OUTPUT}" "// Written by cmake/EmbedPage.cmake.
#include \"serving/page_files.h\"

#include <array>

namespace gcmock {

std::span<const PageFile> page_files() {
  static constexpr std::array files = std::to_array<PageFile>({
${entries}  });
  return files;
}

std::string_view admin_api_description() {
  return R\"gcmock_page(${description})gcmock_page\";
}

}  // namespace gcmock
")
