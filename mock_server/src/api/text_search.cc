#include "api/text_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& letter : lowered) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lowered;
}

std::string key_of(const Json& entity, const std::string& member) {
  const auto found = entity.find(member);
  if (found == entity.end()) return {};
  if (found->is_number_integer()) return fmt::format("{:020}", found->get<long long>());  // 9 before 10
  return lower(found->is_string() ? found->get<std::string>() : found->dump());
}

}  // namespace

bool is_same_text(std::string_view one, std::string_view other) {
  return lower(one) == lower(other);
}

bool contains_text(std::string_view text, std::string_view searched) {
  return lower(text).find(lower(searched)) != std::string::npos;
}

void sort_by_member(std::vector<Json>& entities, const Query& query, std::string_view usual) {
  const auto* asked = query.value("sortBy");
  const std::string member(asked != nullptr ? std::string_view(*asked) : usual);
  std::ranges::stable_sort(entities, {}, [&](const Json& entity) { return key_of(entity, member); });
}

}  // namespace gcmock
