// Reading of headers: names are tokens, values hold no control characters (RFC 9110 §5).
#include "scenario/header_reader.h"

#include <fmt/format.h>

#include "scenario/forms.h"

namespace gcmock {

std::vector<std::pair<std::string, std::optional<std::string>>> read_headers(const Fields& fields, std::string_view key,
                                                                             NullHeader null, Mistakes& mistakes) {
  std::vector<std::pair<std::string, std::optional<std::string>>> headers;
  for (const JsonMember& member : fields.entries(key)) {
    if (!is_header_name(member.key)) {
      mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no name of a header", member.key),
                    "letters, digits and '-': \"Retry-After\""});
    }
    if (null == NullHeader::leaves_out && member.value.is(JsonValue::Kind::null)) {
      headers.emplace_back(member.key, std::nullopt);
      continue;
    }
    if (!member.value.is(JsonValue::Kind::string)) {
      fields.wrong_kind(member.value, member.key, "a string");
    } else if (!is_header_value(member.value.text)) {
      mistakes.add(
          {"GC207", member.value.spot, "a header's value cannot hold control characters", "write it on one line"});
    }
    headers.emplace_back(member.key, member.value.text);
  }
  return headers;
}

}  // namespace gcmock
