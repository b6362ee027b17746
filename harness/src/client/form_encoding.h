// application/x-www-form-urlencoded and Base64, as client authentication needs them (RFC 6749 §2.3.1, appendix B).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gcmock {

std::string form_encode(std::string_view value);
std::string form_encode(const std::vector<std::pair<std::string, std::string>>& fields);
/// Undoes percent-encoding (RFC 3986 §2.1); what is none stays as it is.
std::string decode_percent(std::string_view text);
std::string base64(std::string_view bytes);

}  // namespace gcmock
