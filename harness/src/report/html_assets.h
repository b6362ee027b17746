// Style and script of the HTML report (report/html_assets), built into the program.
#pragma once

#include <string_view>

namespace gcmock {

std::string_view html_style();
std::string_view html_script();

/// "sha256-…" of the script, as a content security policy names it.
std::string_view html_script_hash();

}  // namespace gcmock
