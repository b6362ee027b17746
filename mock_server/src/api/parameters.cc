#include "api/parameters.h"

#include <algorithm>
#include <array>

#include "wire/form.h"

namespace gcmock {
namespace {

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const auto word : words) text.append(text.empty() ? "" : ", ").append(word);
  return text;
}

}  // namespace

std::string path_id(const ApiCall& call, std::size_t number) {
  const auto raw = call.route.parameters.at(number);
  std::string form;
  for (const char letter : raw) form += letter == '+' ? std::string("%2B") : std::string(1, letter);
  return form_decode(form).value_or(std::string(raw));
}

std::optional<ApiFault> check_words(const Query& query, std::string_view name,
                                    std::span<const std::string_view> allowed) {
  for (const auto& word : query.list(name)) {
    if (std::ranges::find(allowed, word) == allowed.end()) return wrong_query(name, word, listed(allowed));
  }
  return std::nullopt;
}

std::optional<ApiFault> check_truth(const Query& query, std::string_view name) {
  static constexpr std::array<std::string_view, 2> truths{"true", "false"};
  return check_words(query, name, truths);
}

ApiFault wrong_query(std::string_view name, std::string_view value, std::string_view allowed) {
  return {Check::query_is_acceptable,
          RefusalReason::query_value_invalid,
          std::string(name) + " in " + std::string(allowed),
          std::string(value),
          {std::string(value), std::string(name), std::string(allowed)}};
}

ApiFault not_there(std::string_view what, std::string_view id) {
  return {
      Check::entity_exists, RefusalReason::entity_not_found, std::string(what) + " of this org", std::string(id), {}};
}

}  // namespace gcmock
