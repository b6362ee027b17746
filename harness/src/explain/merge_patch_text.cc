#include "explain/merge_patch_text.h"

#include <fmt/format.h>

#include <utility>

namespace gcmock {
namespace {

/// One segment of a pointer, RFC 6901 §4.
std::string unescaped(std::string_view segment) {
  std::string text;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    const bool is_escape = segment[i] == '~' && i + 1 < segment.size();
    text += !is_escape ? segment[i] : segment[++i] == '1' ? '/' : '~';
  }
  return text;
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      quoted += fmt::format("\\u{:04x}", byte);
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) list += (list.size() > 1 ? ", " : "") + json_text(text);
  return list + "]";
}

void MergePatchText::set(const std::string& pointer, std::string value) {
  Node* node = &root_;
  std::string_view rest = pointer;
  while (rest.starts_with('/')) {
    rest.remove_prefix(1);
    const std::string_view segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(segment.size());
    node = &node->members[unescaped(segment)];
  }
  *node = {std::move(value), {}};
}

std::string MergePatchText::text_of(const Node& node) {
  if (node.members.empty()) return node.value;
  std::string text = "{";
  for (const auto& [name, member] : node.members) {
    text += (text.size() > 1 ? ", " : "") + json_text(name) + ": " + text_of(member);
  }
  return text + "}";
}

}  // namespace gcmock
