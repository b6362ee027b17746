// Texts as Markdown wants them in a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gcmock {

/// Text with what Markdown would read escaped: "|", "<", "*".
std::string in_table(std::string_view text);

/// "`text`".
std::string as_code(std::string_view text);

/// "`a` `b`".
std::string as_codes(const std::vector<std::string>& words);

/// The anchor of a heading, as GitHub makes it: "gcmock run" is "gcmock-run".
std::string anchor_of(std::string_view heading);

}  // namespace gcmock
