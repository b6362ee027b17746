// Tags of scenarios as a map: what is covered, and by which scenarios.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/scenario.h"

namespace gcmock {

/// What a tag is about, told by its word alone.
enum class TagGroup {
  endpoint,  ///< a word of `Endpoint`, or "api" for all of that host
  grant,     ///< "refresh_token"; with dashes, too
  cause,     ///< "cause-secret", a refusal reason, an OAuth error, an HTTP status
  other,
};

std::string_view to_string(TagGroup group);
TagGroup group_of(std::string_view tag);

/// By group and tag, each with the ids of its scenarios.
using TagMap = std::map<TagGroup, std::map<std::string, std::vector<std::string>>>;
TagMap tag_map(const std::vector<Scenario>& scenarios);

/// "by endpoint", and a paragraph a tag: its word, how many scenarios, their ids.
std::string tag_map_text(const TagMap& map, std::size_t width);

/// {"endpoint": {"token": {"count": 2, "scenarios": ["a", "b"]}}, …}; ends in a newline.
std::string tag_map_json(const TagMap& map);

}  // namespace gcmock
