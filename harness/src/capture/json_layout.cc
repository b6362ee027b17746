#include "capture/json_layout.h"

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_line = 150;

std::string quoted(const std::string& text) {
  return ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

template <class Write>
std::string joined(const ordered_json& value, std::string_view between, const Write& write) {
  std::string text;
  for (const auto& item : value.items()) {
    if (!text.empty()) text += between;
    if (value.is_object()) text += quoted(item.key()) + ": ";
    text += write(item.value());
  }
  return text;
}

}  // namespace

std::string on_one_line(const ordered_json& value) {
  if (!value.is_structured()) return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  if (value.empty()) return value.is_object() ? "{}" : "[]";
  const std::string inside = joined(value, ", ", on_one_line);
  return value.is_object() ? "{ " + inside + " }" : "[" + inside + "]";
}

std::string laid_out(const ordered_json& value, std::size_t indent) {
  const bool is_list_of_structures = value.is_array() && !value.empty() && value.front().is_structured();
  std::string line = on_one_line(value);
  if (!value.is_structured() || (!is_list_of_structures && line.size() + indent <= longest_line)) return line;
  const std::string inner(indent + 2, ' ');
  const std::string inside =
      joined(value, ",\n" + inner, [&](const ordered_json& item) { return laid_out(item, indent + 2); });
  const bool is_object = value.is_object();
  return (is_object ? "{\n" : "[\n") + inner + inside + "\n" + std::string(indent, ' ') + (is_object ? "}" : "]");
}

std::string for_a_comment(std::string_view text) {
  std::string shown(text);
  for (char& c : shown) {
    if (c < ' ' || c > '~') c = '?';
  }
  return shown;
}

}  // namespace gcmock
