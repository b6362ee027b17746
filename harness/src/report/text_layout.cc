// Laying out text for a terminal: widths in characters, wrapping, durations and counts in words.
#include "report/text_layout.h"

#include <fmt/format.h>

#include <algorithm>

namespace gcmock {
namespace {

/// Length of the UTF-8 sequence that starts here (RFC 3629, no overlong forms, no surrogates); 0: none does.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first <= 0xDFU) return follows(1) ? 2 : 0;
  if (first >= 0xE0U && first <= 0xEFU) {
    const bool overlong = first == 0xE0U && byte(1) < 0xA0U;
    const bool surrogate = first == 0xEDU && byte(1) > 0x9FU;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0U && first <= 0xF4U) {
    const bool overlong = first == 0xF0U && byte(1) < 0x90U;
    const bool beyond = first == 0xF4U && byte(1) > 0x8FU;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

bool is_control(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return (first < 0x20U && first != '\n' && first != '\t') || first == 0x7FU;
  // U+0080 to U+009F: terminals take some of them for escape sequences too.
  return first == 0xC2U && static_cast<unsigned char>(sequence[1]) < 0xA0U;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const std::string_view sequence = text.substr(0, std::max<std::size_t>(length, 1));
    if (text.starts_with("\r\n")) {
      text.remove_prefix(1);
      continue;
    }
    if (length == 0) {
      result += "\uFFFD";
    } else if (is_control(sequence)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(sequence.back()));
    } else {
      result += sequence;
    }
    text.remove_prefix(sequence.size());
  }
  return result;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded_right(std::string_view text, std::size_t width) {
  const std::size_t shown = width_of(text);
  return std::string(text) + std::string(shown < width ? width - shown : 0, ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
  const std::size_t shown = width_of(text);
  return std::string(shown < width ? width - shown : 0, ' ') + std::string(text);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> result;
  for (const std::string& line : lines_of(text)) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    std::string current = line.substr(0, indent);
    bool has_word = false;
    for (std::size_t at = indent; at < line.size();) {
      const std::size_t end = std::min(line.find(' ', at), line.size());
      const std::string word = line.substr(at, end - at);
      if (has_word && width_of(current) + 1 + width_of(word) > width) {
        result.push_back(current);
        current = std::string(indent, ' ');
        has_word = false;
      }
      if (has_word) current += ' ';
      current += word;
      has_word = true;
      at = end + 1;
    }
    result.push_back(current);
  }
  return result;
}

std::string in_words(std::chrono::nanoseconds duration) {
  const double ms = std::chrono::duration<double, std::milli>(duration).count();
  if (ms < 9.95) return fmt::format("{:.1f} ms", ms);
  if (ms < 999.5) return fmt::format("{:.0f} ms", ms);
  if (ms < 59950) return fmt::format("{:.1f} s", ms / 1000);
  const auto seconds = static_cast<long long>(ms / 1000 + 0.5);
  return fmt::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string counted(std::size_t number, std::string_view singular, std::string_view plural) {
  if (number == 1) return fmt::format("1 {}", singular);
  return plural.empty() ? fmt::format("{} {}s", number, singular) : fmt::format("{} {}", number, plural);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

}  // namespace gcmock
