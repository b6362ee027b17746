// What a tag is about is told by its word, and the map has every scenario under each of its tags.
#include "cli/tag_map.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

Scenario tagged(const std::string& id, std::vector<std::string> tags) {
  Scenario scenario;
  scenario.id = id;
  scenario.tags = std::move(tags);
  return scenario;
}

TEST(TagGroup, IsToldByTheWord) {
  for (const char* tag : {"token", "oauth_clients", "users-me", "api"})
    EXPECT_EQ(group_of(tag), TagGroup::endpoint) << tag;
  for (const char* tag : {"refresh_token", "client-credentials", "authorization_code", "saml2_bearer"}) {
    EXPECT_EQ(group_of(tag), TagGroup::grant) << tag;
  }
  for (const char* tag : {"cause-secret", "403", "invalid-grant", "client_disabled"}) {
    EXPECT_EQ(group_of(tag), TagGroup::cause) << tag;
  }
  for (const char* tag : {"healthy", "multi-org", "4031", "unknown"}) {
    EXPECT_EQ(group_of(tag), TagGroup::other) << tag;
  }
}

TEST(TagMap, HasEachScenarioUnderEachOfItsTags) {
  const auto map = tag_map({tagged("a", {"token", "403"}), tagged("b", {"token"})});

  EXPECT_EQ(tag_map_text(map, 80), "by endpoint\n  token (2)\n    a, b\nby cause\n  403 (1)\n    a\n");
}

TEST(TagMap, SpeaksJsonWithEveryGroup) {
  const auto map = nlohmann::json::parse(tag_map_json(tag_map({tagged("a", {"token"})})));

  EXPECT_EQ(map["endpoint"]["token"]["count"], 1);
  EXPECT_EQ(map["endpoint"]["token"]["scenarios"], nlohmann::json({"a"}));
  EXPECT_EQ(map["cause"], nlohmann::json::object());
}

}  // namespace
}  // namespace gcmock
