// The page's files and the API's description, built in (cmake/EmbedPage.cmake writes the source).
#pragma once

#include <span>
#include <string_view>

namespace gcmock {

struct PageFile {
  std::string_view path;  ///< "/page.js"
  std::string_view text;
};

std::span<const PageFile> page_files();

/// openapi.json
std::string_view admin_api_description();

}  // namespace gcmock
