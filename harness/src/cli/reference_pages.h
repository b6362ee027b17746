// The pages of docs/reference, as the program prints them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// "commands", "scenario" …: the files of docs/reference without their ending.
std::vector<std::string> reference_pages();

/// The Markdown of one of them.
std::string reference_page(std::string_view name);

}  // namespace gcmock
