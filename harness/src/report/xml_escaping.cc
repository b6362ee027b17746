// Text made fit for XML and HTML.
#include "report/xml_escaping.h"

#include "report/text_layout.h"

namespace gcmock {

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  // XML 1.0 has no U+FFFE and U+FFFF, escaped or not.
  for (const std::string_view never : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) {
    for (std::size_t at = escaped.find(never); at != std::string::npos; at = escaped.find(never, at)) {
      escaped.replace(at, never.size(), "\uFFFD");
    }
  }
  return escaped;
}

}  // namespace gcmock
