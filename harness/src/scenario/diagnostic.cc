// A diagnostic as text: one line that tools understand, a frame for the eye, a way out.
#include "gcmock/harness/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "scenario/source_text.h"

namespace gcmock {
namespace {

constexpr int longest_line = 150;  // of a frame, in characters; a longer one is shown around what is underlined

/// Bytes of the first `characters` characters.
std::size_t bytes_of(std::string_view text, int characters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && characters-- == 0) break;
  }
  return at;
}

struct Window {
  std::string line;
  int column = 1;
  int length = 1;
};

Window window_of(const Diagnostic& diagnostic) {
  const int column = std::max(1, diagnostic.frame_column > 0 ? diagnostic.frame_column : diagnostic.place.column);
  const int characters = count_characters(diagnostic.line_text);
  if (characters <= longest_line) return {diagnostic.line_text, column, diagnostic.length};
  const int first = std::clamp(column - longest_line / 3, 1, std::max(1, characters - longest_line + 1));
  const std::size_t begin = bytes_of(diagnostic.line_text, first - 1);
  const std::size_t end = bytes_of(diagnostic.line_text, first - 1 + longest_line);
  std::string line = diagnostic.line_text.substr(begin, end - begin);
  if (first > 1) line = "…" + line;
  if (end < diagnostic.line_text.size()) line += "…";
  const int shifted = column - first + (first > 1 ? 2 : 1);
  return {std::move(line), shifted, std::min(diagnostic.length, longest_line - (column - first))};
}

std::string frame(const Diagnostic& diagnostic) {
  const std::string number = std::to_string(diagnostic.place.line);
  const Window window = window_of(diagnostic);
  return fmt::format("  {} |{}{}\n  {} | {}{}\n", number, window.line.empty() ? "" : " ", window.line,
                     std::string(number.size(), ' '), std::string(static_cast<std::size_t>(window.column - 1), ' '),
                     std::string(static_cast<std::size_t>(std::max(1, window.length)), '^'));
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = fmt::format("{}: error[{}]: {}\n", to_string(diagnostic.place), diagnostic.code, diagnostic.what);
  if (diagnostic.place.line > 0) text += frame(diagnostic);
  if (diagnostic.also) text += fmt::format("  note: {}: {}\n", diagnostic.also_what, to_string(*diagnostic.also));
  if (!diagnostic.fix.empty()) text += fmt::format("  help: {}\n", diagnostic.fix);
  return text;
}

std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic) {
  return out << to_string(diagnostic);
}

}  // namespace gcmock
