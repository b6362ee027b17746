// Does an exchange match a pattern, and what a pattern says in words.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "gcmock/harness/matchers.h"

namespace gcmock {
namespace {

using NamesAndValues = std::vector<std::pair<std::string, std::string>>;
using Wanted = std::map<std::string, std::optional<std::string>>;

bool equal_exactly(std::string_view left, std::string_view right) {
  return left == right;
}

bool equal_in_any_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

template <class SameName>
bool has_all(const NamesAndValues& there, const Wanted& wanted, SameName same_name) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& want) {
    const auto is_named = [&](const auto& item) { return same_name(item.first, want.first); };
    if (!want.second) return std::none_of(there.begin(), there.end(), is_named);
    return std::any_of(there.begin(), there.end(),
                       [&](const auto& item) { return is_named(item) && item.second == *want.second; });
  });
}

template <class T>
bool agrees(const std::optional<T>& wanted, const T& found) {
  return !wanted || *wanted == found;
}

template <class T>
bool agrees(const std::optional<T>& wanted, const std::optional<T>& found) {
  return !wanted || wanted == found;
}

std::string kind_of_requests(const ExchangePattern& pattern) {
  std::string text = pattern.method ? *pattern.method + " " : "";
  if (pattern.grant) text += fmt::format("{} ", to_string(*pattern.grant));
  if (pattern.endpoint) text += fmt::format("{} ", to_string(*pattern.endpoint));
  return text + "requests";
}

std::string with_or_without(std::string_view what, const Wanted& wanted) {
  std::string text;
  for (const auto& [name, value] : wanted) {
    text += value ? fmt::format(" with {} {} = \"{}\"", what, name, *value) : fmt::format(" without {} {}", what, name);
  }
  return text;
}

}  // namespace

bool matches(const ExchangePattern& pattern, const Exchange& exchange) {
  return agrees(pattern.endpoint, exchange.endpoint) && agrees(pattern.grant, exchange.grant) &&
         agrees(pattern.org, exchange.subject.org) && agrees(pattern.client, exchange.subject.client) &&
         agrees(pattern.user, exchange.subject.user) && agrees(pattern.method, exchange.method) &&
         agrees(pattern.path, exchange.path) && agrees(pattern.status, exchange.status) &&
         agrees(pattern.refusal, exchange.refusal) && has_all(exchange.request_fields, pattern.fields, equal_exactly) &&
         has_all(exchange.request_headers, pattern.headers, equal_in_any_case);
}

std::string describe(const ExchangePattern& pattern) {
  std::string text = kind_of_requests(pattern);
  if (pattern.path) text += " to " + *pattern.path;
  if (pattern.org) text += " for org " + pattern.org->value;
  if (pattern.client) text += " of client " + pattern.client->value;
  if (pattern.user) text += " of user " + pattern.user->value;
  text += with_or_without("field", pattern.fields);
  text += with_or_without("header", pattern.headers);
  if (pattern.status) text += fmt::format(" with status {}", *pattern.status);
  if (pattern.refusal) text += fmt::format(" refused as {}", to_string(*pattern.refusal));
  return text;
}

}  // namespace gcmock
