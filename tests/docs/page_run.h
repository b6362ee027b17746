// Tries a page: types in what it says to type in, and holds what it shows against what comes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "page_blocks.h"

namespace gcmock::documents {

/// Why no test tries this block. Empty: one does, or a mark says why not.
std::string why_untried(const BlockPage& page, std::size_t block);

/// What is not as the page says, each with its line; nothing more is tried behind the first. `folder` is made anew.
std::vector<std::string> try_page(const BlockPage& page, const std::filesystem::path& folder);

}  // namespace gcmock::documents
