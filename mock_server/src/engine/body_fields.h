// What a rule can ask of a JSON body.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gcmock {

/// Top-level members of a JSON object: strings as they are, numbers and truth values as they are written. Empty for
/// anything else.
std::vector<std::pair<std::string, std::string>> texts_of_json_object(std::string_view body);

}  // namespace gcmock
