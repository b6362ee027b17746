#include "cli/tag_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "report/text_layout.h"

namespace gcmock {
namespace {

constexpr std::array groups{TagGroup::endpoint, TagGroup::grant, TagGroup::cause, TagGroup::other};

/// RFC 6749 §4.1.2.1, §5.2.
constexpr std::array<std::string_view, 9> oauth_errors{
    "invalid_request",           "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
    "unsupported_response_type", "invalid_scope",  "access_denied", "server_error"};

bool is_status(std::string_view tag) {
  return tag.size() == 3 && std::ranges::all_of(tag, [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool is_grant(const std::string& word) {
  return word == "saml2_bearer" || grant_type_from(word).has_value();
}

bool is_cause(std::string_view tag, const std::string& word) {
  return tag.starts_with("cause-") || is_status(tag) || refusal_reason_from(word).has_value() ||
         std::ranges::find(oauth_errors, word) != oauth_errors.end();
}

}  // namespace

std::string_view to_string(TagGroup group) {
  switch (group) {
    case TagGroup::endpoint:
      return "endpoint";
    case TagGroup::grant:
      return "grant";
    case TagGroup::cause:
      return "cause";
    case TagGroup::other:
      return "other";
  }
  return {};
}

TagGroup group_of(std::string_view tag) {
  std::string word(tag);
  std::ranges::replace(word, '-', '_');
  const auto endpoint = endpoint_from(word);
  if (word == "api" || (endpoint && *endpoint != Endpoint::unknown)) return TagGroup::endpoint;
  if (is_grant(word)) return TagGroup::grant;
  return is_cause(tag, word) ? TagGroup::cause : TagGroup::other;
}

TagMap tag_map(const std::vector<Scenario>& scenarios) {
  TagMap map;
  for (const Scenario& scenario : scenarios) {
    for (const std::string& tag : scenario.tags) map[group_of(tag)][tag].push_back(scenario.id);
  }
  return map;
}

std::string tag_map_text(const TagMap& map, std::size_t width) {
  constexpr std::size_t indent = 4;
  std::string text;
  for (const TagGroup group : groups) {
    if (!map.contains(group)) continue;
    text += fmt::format("by {}\n", to_string(group));
    for (const auto& [tag, scenarios] : map.at(group)) {
      text += fmt::format("  {} ({})\n", printable(tag), scenarios.size());
      for (const std::string& line : wrapped(printable(joined(scenarios)), width - indent)) {
        text += std::string(indent, ' ') + line + '\n';
      }
    }
  }
  return text;
}

std::string tag_map_json(const TagMap& map) {
  nlohmann::ordered_json document = nlohmann::ordered_json::object();
  for (const TagGroup group : groups) {
    auto& tags = document[std::string(to_string(group))] = nlohmann::ordered_json::object();
    if (!map.contains(group)) continue;
    for (const auto& [tag, scenarios] : map.at(group)) {
      tags[tag] = {{"count", scenarios.size()}, {"scenarios", scenarios}};
    }
  }
  return document.dump(2) + '\n';
}

}  // namespace gcmock
