// Lines, columns and excerpts of a text.
#include "scenario/source_text.h"

#include <algorithm>
#include <utility>

#include "scenario/credential_ranges.h"
#include "scenario/json_string.h"

namespace gcmock {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view hidden = "‹hidden›";

bool starts_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::string without_byte_order_mark(std::string text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  return text;
}

constexpr std::string_view not_a_character = "\xEF\xBF\xBD";  // U+FFFD

/// The character that starts at `at`, as it may be printed; moves `at` behind it.
std::string_view shown(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  at = end_of_character(text, at);
  const std::string_view character = text.substr(begin, at - begin);
  if (static_cast<unsigned char>(character[0]) < 0x20U || character == "\x7F") return " ";
  return find_invalid_utf8(character) == std::string_view::npos ? character : not_a_character;
}

}  // namespace

int count_characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), starts_character));
}

SourceText::SourceText(std::string file, std::string text)
    : file_(std::move(file)),
      text_(without_byte_order_mark(std::move(text))),
      line_starts_{0},
      credentials_(credential_ranges(text_)) {
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (text_[at] == '\n') line_starts_.push_back(at + 1);
  }
}

std::size_t SourceText::line_index(std::size_t offset) const {
  const auto behind = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::size_t>(behind - line_starts_.begin()) - 1;
}

TextRange SourceText::line_range(std::size_t index) const {
  const std::size_t begin = line_starts_[index];
  std::size_t end = index + 1 < line_starts_.size() ? line_starts_[index + 1] - 1 : text_.size();
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

SourcePlace SourceText::place(std::size_t offset) const {
  const std::size_t line = line_index(std::min(offset, text_.size()));
  const std::size_t begin = line_starts_[line];
  const int column = count_characters(text().substr(begin, std::min(offset, text_.size()) - begin)) + 1;
  return {file_, static_cast<int>(line) + 1, column};
}

Excerpt SourceText::excerpt(TextRange range) const {
  const TextRange line = line_range(line_index(std::min(range.begin, text_.size())));
  const std::size_t first = std::clamp(range.begin, line.begin, line.end);
  const std::size_t last = std::clamp(range.end, first, line.end);
  Excerpt excerpt;
  std::size_t column = std::string::npos;
  std::size_t behind = std::string::npos;
  auto secret = std::find_if(credentials_.begin(), credentials_.end(),
                             [&](const TextRange& credential) { return credential.end > line.begin; });
  for (std::size_t at = line.begin; at < line.end;) {
    if (column == std::string::npos && at >= first) column = excerpt.line.size();
    if (behind == std::string::npos && at >= last) behind = excerpt.line.size();
    if (secret != credentials_.end() && at >= secret->begin) {
      excerpt.line += hidden;
      at = std::min(secret->end, line.end);
      ++secret;
      continue;
    }
    excerpt.line += shown(text_, at);
  }
  column = std::min(column, excerpt.line.size());
  behind = std::min(behind, excerpt.line.size());
  excerpt.column = count_characters(std::string_view(excerpt.line).substr(0, column)) + 1;
  excerpt.length = std::max(1, count_characters(std::string_view(excerpt.line).substr(column, behind - column)));
  return excerpt;
}

}  // namespace gcmock
