// What goes along with what is removed: a comma, and a line that would be left blank.
#include "scenario/removal.h"

namespace gcmock {
namespace {

constexpr std::string_view blanks = " \t\r";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(blanks) == std::string_view::npos;
}

}  // namespace

TextEdit removal_of(std::string_view text, TextRange range) {
  const std::size_t behind = text.find_first_not_of(" \t\r\n", range.end);
  if (behind != std::string_view::npos && text[behind] == ',') range.end = behind + 1;
  const std::size_t before = text.rfind('\n', range.begin);
  const std::size_t line = before == std::string_view::npos || range.begin == 0 ? 0 : before + 1;
  const std::size_t line_end = text.find('\n', range.end);
  const bool owns_lines = line_end != std::string_view::npos && is_blank(text.substr(line, range.begin - line)) &&
                          is_blank(text.substr(range.end, line_end - range.end));
  if (owns_lines) return {line, line_end + 1, ""};
  const std::size_t next = text.find_first_not_of(" \t", range.end);
  const bool more_follows = next != std::string_view::npos && text[range.end - 1] == ',';
  return {range.begin, more_follows ? next : range.end, ""};
}

TextEdit removal_of_member(const JsonMember& member) {
  return removal_of(member.key_spot.source->text(), {member.key_spot.range.begin, member.value.spot.range.end});
}

TextEdit removal_of_item(const JsonValue& item) {
  return removal_of(item.spot.source->text(), item.spot.range);
}

}  // namespace gcmock
