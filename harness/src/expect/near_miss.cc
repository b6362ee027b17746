#include "expect/near_miss.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>

#include "gcmock/harness/matchers.h"

namespace gcmock {
namespace {

using Differences = std::vector<NearMiss::Difference>;
using NamesAndValues = std::vector<std::pair<std::string, std::string>>;
using Wanted = std::map<std::string, std::optional<std::string>>;

constexpr std::array<std::string_view, 12> names_of_credentials{
    "refresh_token", "access_token",  "id_token",      "token",     "client_secret", "client_assertion",
    "password",      "code_verifier", "authorization", "assertion", "code",          "proxy-authorization"};

bool equal_in_any_case(std::string_view left, std::string_view right) {
  return std::ranges::equal(left, right,
                            [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

/// A fingerprint may be shown, and so may what it is of: "Bearer ‹secondary/access-main›".
std::string shown(std::string_view name, const std::string& value) {
  const bool names_one =
      std::ranges::any_of(names_of_credentials, [&](std::string_view each) { return equal_in_any_case(each, name); });
  return names_one && value.find("‹") == std::string::npos ? "‹hidden›" : value;
}

std::string text_of(int number) {
  return std::to_string(number);
}
std::string text_of(const std::string& text) {
  return text;
}
template <class Tag>
std::string text_of(const Name<Tag>& name) {
  return name.value;
}
template <class Word>
requires std::is_enum_v<Word> std::string text_of(Word word) {
  return std::string(to_string(word));
}

template <class T>
void compare(std::string field, const std::optional<T>& wanted, const std::optional<T>& found,
             Differences& differences) {
  if (!wanted || wanted == found) return;
  differences.push_back({std::move(field), text_of(*wanted), found ? text_of(*found) : "none"});
}

template <class SameName>
void compare_named(std::string_view kind, const Wanted& wanted, const NamesAndValues& there, SameName same_name,
                   Differences& differences) {
  for (const auto& [name, value] : wanted) {
    const auto is_named = [&](const auto& item) { return same_name(item.first, name); };
    const auto is_wanted = [&](const auto& item) { return is_named(item) && item.second == *value; };
    const auto found = std::ranges::find_if(there, is_named);
    const bool agrees = value ? std::ranges::any_of(there, is_wanted) : found == there.end();
    if (agrees) continue;
    differences.push_back({std::string(kind) + " " + name, value ? shown(name, *value) : "none",
                           found == there.end() ? "none" : shown(name, found->second)});
  }
}

/// Of another endpoint: hardly a miss at all.
std::size_t distance(const Differences& differences) {
  constexpr std::size_t of_endpoint = 4;
  std::size_t sum = 0;
  for (const auto& difference : differences) sum += difference.field == "endpoint" ? of_endpoint : 1;
  return sum;
}

}  // namespace

Differences differences(const ExchangePattern& pattern, const Exchange& exchange) {
  Differences found;
  compare("endpoint", pattern.endpoint, std::optional(exchange.endpoint), found);
  compare("grant", pattern.grant, exchange.grant, found);
  compare("org", pattern.org, exchange.subject.org, found);
  compare("client", pattern.client, exchange.subject.client, found);
  compare("user", pattern.user, exchange.subject.user, found);
  compare("method", pattern.method, std::optional(exchange.method), found);
  compare("path", pattern.path, std::optional(exchange.path), found);
  compare("status", pattern.status, std::optional(exchange.status), found);
  compare("refusal", pattern.refusal, exchange.refusal, found);
  compare_named("field", pattern.fields, exchange.request_fields, std::equal_to<>(), found);
  compare_named("header", pattern.headers, exchange.request_headers, equal_in_any_case, found);
  return found;
}

std::optional<NearMiss> nearest(const Exchanges& journal, const ExchangePattern& pattern, std::uint64_t behind) {
  std::optional<NearMiss> best;
  std::size_t least = 0;
  for (const Exchange& exchange : journal) {
    if (exchange.seq <= behind || matches(pattern, exchange)) continue;
    Differences found = differences(pattern, exchange);
    const std::size_t far = distance(found);
    if (best && far >= least) continue;
    best = NearMiss{exchange.seq, std::move(found)};
    least = far;
  }
  return best;
}

}  // namespace gcmock
