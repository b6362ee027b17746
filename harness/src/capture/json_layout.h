// JSON as our files are laid out: what fits on a line stands on one.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace gcmock {

/// `{ "do": "call", "org": "primary" }`.
std::string on_one_line(const nlohmann::ordered_json& value);

/// Likewise, or over several lines where that is too long; all but the first are indented by `indent` blanks.
std::string laid_out(const nlohmann::ordered_json& value, std::size_t indent);

/// Text that may stand in a comment of one line: what is not printable ASCII is replaced.
std::string for_a_comment(std::string_view text);

}  // namespace gcmock
