#include "api/query.h"

#include <algorithm>
#include <charconv>

namespace gcmock {
namespace {

constexpr std::size_t largest_page = 500;

std::optional<std::size_t> whole_number(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_read = error == std::errc{} && end == text.data() + text.size();
  return is_read && !text.empty() ? std::optional(number) : std::nullopt;
}

ApiFault no_such_value(std::string_view parameter, const std::string& value, std::string allowed) {
  return {Check::query_is_acceptable,
          RefusalReason::query_value_invalid,
          std::string(parameter) + " in " + allowed,
          value,
          {value, std::string(parameter), std::move(allowed)}};
}

std::optional<ApiFault> read_number(const Query& query, std::string_view parameter, std::size_t most,
                                    std::size_t& into) {
  const auto* value = query.value(parameter);
  if (value == nullptr) return std::nullopt;
  const auto number = whole_number(*value);
  if (!number || *number < 1 || *number > most) {
    return no_such_value(parameter, *value, "1 to " + std::to_string(most));
  }
  into = *number;
  return std::nullopt;
}

}  // namespace

Query::Query(const HttpRequest& request) : fields_(parse_form(request.query()).value_or(FormFields{})) {}

const std::string* Query::value(std::string_view name) const {
  return field(fields_, name);
}

std::vector<std::string> Query::list(std::string_view name) const {
  std::vector<std::string> items;
  for (const auto& [field_name, value] : fields_) {
    if (field_name != name) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto comma = rest.find(',');
      if (comma != 0) items.emplace_back(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
  }
  return items;
}

bool Query::lists(std::string_view name, std::string_view item) const {
  const auto items = list(name);
  return std::ranges::find(items, item) != items.end();
}

std::variant<PageRequest, ApiFault> read_page(const Query& query) {
  PageRequest page;
  constexpr std::size_t last_page = 1'000'000;
  if (auto fault = read_number(query, "pageSize", largest_page, page.size)) return *std::move(fault);
  if (auto fault = read_number(query, "pageNumber", last_page, page.number)) return *std::move(fault);
  return page;
}

}  // namespace gcmock
