// application/x-www-form-urlencoded and Base64, as client authentication needs them (RFC 6749 §2.3.1, appendix B).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gcmock {

std::string form_encode(std::string_view value);
std::string form_encode(const std::vector<std::pair<std::string, std::string>>& fields);
std::string base64(std::string_view bytes);

}  // namespace gcmock
