// Text made fit for XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// `text` fit for XML 1.0 and HTML, as content and in attributes of double quotes: escaped, and without the characters
/// that XML cannot hold at all.
std::string xml_escaped(std::string_view text);

}  // namespace gcmock
