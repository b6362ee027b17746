// The schemas that editors complete from say the same as the loader: keys, needs and words; and shipped files obey
// them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "gcmock/harness/scenario.h"
#include "scenario/action_words.h"
#include "scenario/clock_words.h"
#include "scenario/json_document.h"
#include "scenario/scenario_words.h"
#include "scenario/schema_violations_in_tests.h"
#include "scenario/server_words.h"
#include "scenario/shapes.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

using nlohmann::json;
using Names = std::set<std::string>;

std::string in_source(const std::string& path) {
  return std::string(GCMOCK_SOURCE_DIR) + "/" + path;
}

json schema(const std::string& name) {
  return json::parse(std::ifstream(in_source("scenarios/schema/" + name + ".schema.json")));
}

/// The file as strict JSON: comments and trailing commas are forgiven first.
json strict(const std::string& file) {
  Mistakes mistakes;
  const std::optional<JsonValue> value = read_json_file(file, mistakes);
  return value ? json::parse(to_json(*value)) : json();
}

/// "world#org": the definition `org` of world.schema.json.
json definition(std::string_view place) {
  const std::size_t hash = place.find('#');
  const json whole = schema(std::string(place.substr(0, hash)));
  return hash == std::string_view::npos
             ? whole
             : whole.at("definitions").value(std::string(place.substr(hash + 1)), json::object());
}

Names keys_in(const json& object) {
  Names names;
  for (const auto& entry : object.items()) names.insert(entry.key());
  return names;
}

class SchemaOfShape : public testing::TestWithParam<const Shape*> {};

TEST_P(SchemaOfShape, HasTheKeysThatTheLoaderKnowsAndNoOther) {
  const json schema_of_shape = definition(GetParam()->schema);

  Names known;
  Names needed;
  for (const Key& key : GetParam()->keys) {
    known.emplace(key.name);
    if (key.need == Need::required) needed.emplace(key.name);
  }
  EXPECT_EQ(keys_in(schema_of_shape.value("properties", json::object())), known);
  EXPECT_EQ(schema_of_shape.value("required", Names()), needed);
  EXPECT_EQ(schema_of_shape.value("additionalProperties", true), false);
}

TEST_P(SchemaOfShape, DescribesEachKey) {
  const json schema_of_shape = definition(GetParam()->schema);

  for (const auto& [key, value] : schema_of_shape.at("properties").items()) {
    EXPECT_TRUE(value.contains("description") || value.contains("$ref")) << key;
  }
}

INSTANTIATE_TEST_SUITE_P(Each, SchemaOfShape, testing::ValuesIn(all_shapes().begin(), all_shapes().end()),
                         [](const auto& param) {
                           std::string name(param.param->schema);
                           std::replace(name.begin(), name.end(), '#', '_');
                           return name;
                         });

TEST(Schema, HasNoObjectThatTheLoaderDoesNotKnow) {
  Names known;
  for (const Shape* shape : all_shapes()) known.emplace(shape->schema);

  for (const std::string name : {"world", "scenario", "client"}) {
    const json whole = schema(name);
    for (const auto& [key, value] : whole.at("definitions").items()) {
      const bool is_known = known.contains(name + "#" + key);
      EXPECT_TRUE(is_known || !value.contains("properties")) << name << "#" << key;
    }
  }
}

template <class Words>
Names words_of(const Words& known) {
  Names names;
  for (const auto& each : known) names.emplace(each.word);
  return names;
}

struct WordList {
  std::string definition;
  std::string pointer;  // below the definition
  Names words;
};

std::vector<WordList> word_lists() {
  return {
      {"world", "/properties/dialect", words_of(words::dialects)},
      {"world", "/properties/consent", words_of(words::consents)},
      {"world#org", "/properties/scope_enforcement", words_of(words::scope_enforcements)},
      {"world#saml_assertion", "/properties/life", words_of(words::code_lives)},
      {"world", "/properties/token_errors", words_of(words::token_errors)},
      {"world", "/properties/scopes_judged_at", words_of(words::judged_at)},
      {"world", "/properties/roles_judged_at", words_of(words::judged_at)},
      {"world#refresh", "/properties/rotation", words_of(words::rotations)},
      {"world#refresh", "/properties/reuse_detection", words_of(words::reuse_detections)},
      {"world#org", "/properties/status", words_of(words::org_statuses)},
      {"world#org", "/properties/compliance", words_of(words::compliances)},
      {"world#role_settings", "/properties/backfill", words_of(words::backfills)},
      {"world#role_settings", "/properties/division_aware_grants", words_of(words::division_aware_grants)},
      {"world#integration", "/properties/state", words_of(words::integration_states)},
      {"world#limits", "/properties/preset", words_of(words::limit_presets)},
      {"world#limit_answers", "/properties/wording", words_of(words::limit_wordings)},
      {"world#limit_answers", "/properties/limit_member", words_of(words::limit_members)},
      {"world#limit_answers", "/properties/token_endpoint", words_of(words::token_limit_shapes)},
      {"world#refusal", "", words_of(words::refusals())},
      {"world#org", "/properties/kind", words_of(words::org_kinds)},
      {"world#user", "/properties/status", words_of(words::user_statuses)},
      {"world#client", "/properties/authorized_grant_types/items", words_of(words::authorized_grant_types)},
      {"world#client", "/properties/state", words_of(words::client_states)},
      {"world#client", "/properties/proof_key", words_of(words::proof_keys)},
      {"world#authorization", "/properties/state", words_of(words::authorization_states)},
      {"world#access_token", "/properties/life", words_of(words::access_token_lives)},
      {"world#refresh_token", "/properties/life", words_of(words::refresh_token_lives)},
      {"world#code", "/properties/life", words_of(words::code_lives)},
      {"scenario", "/properties/client_clock", words_of(words::client_clocks)},
      {"scenario#clock", "/properties/time", words_of(words::domain_times)},
      {"scenario#call", "/properties/do", words_of(words::verbs)},
      {"scenario#outcome", "", words_of(words::outcomes)},
      {"scenario#rule", "/properties/stage", words_of(words::stages)},
      {"scenario#when", "/properties/counted_per", words_of(words::counted_per)},
      {"scenario#event_client_state", "/properties/state", words_of(words::client_states)},
      {"scenario#event_authorization", "/properties/state", words_of(words::authorization_states)},
      {"scenario#event_org_status", "/properties/status", words_of(words::org_statuses)},
      {"scenario#event_user_status", "/properties/status", words_of(words::user_statuses)},
      {"scenario#event_limit", "/properties/limit", words_of(words::limits_of)},
      {"scenario#cut", "/properties/cut", words_of(words::cut_points)},
      {"scenario#cut", "/properties/how", words_of(words::cut_hows)},
      {"scenario#fail", "/properties/body", words_of(words::error_bodies)},
      {"scenario#replace_body", "/properties/replace_body", words_of(words::replacements)},
      {"scenario#wrong_length", "/properties/then", words_of(words::afterwards)},
      {"scenario#broken_chunks", "/properties/broken_chunks", words_of(words::chunk_faults)},
      {"scenario#gate", "/properties/release", words_of(words::release_orders)},
      {"scenario#silence", "/properties/silence", words_of(words::silence_points)},
      {"scenario#next_connections", "/properties/next_connections", words_of(words::connection_fates)},
      {"scenario#ledger", "/properties/refresh_token", words_of(words::refresh_token_states)},
      {"scenario#ledger", "/properties/access_token", words_of(words::access_token_states)},
      {"scenario#endpoint", "", words_of(words::endpoints())},
      {"scenario#grant", "", words_of(words::grants)},
      {"scenario#refusal", "", words_of(words::refusals())},
      {"scenario#server", "/properties/scheme", words_of(words::schemes)},
      {"scenario#server", "/properties/ports", words_of(words::layouts)},
      {"scenario#server", "/properties/names", words_of(words::host_names)},
      {"scenario#server", "/properties/certificate", words_of(words::certificates())},
      {"client#server", "/properties/scheme", words_of(words::schemes)},
      {"client#server", "/properties/ports", words_of(words::layouts)},
      {"client#server", "/properties/names", words_of(words::host_names)},
      {"client#server", "/properties/certificate", words_of(words::certificates())},
      {"client", "/properties/driver", words_of(words::drivers)},
      {"client#outcome", "", words_of(words::outcomes)},
  };
}

TEST(Schema, ListsTheWordsThatTheLoaderKnows) {
  for (const WordList& list : word_lists()) {
    const json at = definition(list.definition).at(json::json_pointer(list.pointer));

    EXPECT_EQ(at.value("enum", Names()), list.words) << list.definition << list.pointer;
  }
}

int count_enums(const json& value) {
  int count = value.is_object() && value.contains("enum") ? 1 : 0;
  for (const json& child : value) count += child.is_structured() ? count_enums(child) : 0;
  return count;
}

TEST(Schema, HasNoListOfWordsThatIsNotCompared) {
  const int listed = count_enums(schema("world")) + count_enums(schema("scenario")) + count_enums(schema("client"));

  EXPECT_EQ(listed, static_cast<int>(word_lists().size()));
}

TEST(Schema, RefusesWhatTheLoaderRefuses) {
  const std::string call = R"("title": "t", "world": "w.json", "steps": [{ "do": "call", "org": "a" }])";

  EXPECT_EQ(violations(schema("scenario"), json::parse("{" + call + "}")), "");
  for (const std::string wrong :
       {R"("tags": "x")", R"("time_limit": "5 s")", R"("waivers": [{}])", R"("extra": 1)",
        R"("script": [{ "when": { "nth": 0 }, "stage": "after_settling", "do": { "cut": "inside_body" } }])",
        R"("script": [{ "when": {}, "stage": "after_settling", "do": { "cut": "there" } }])"}) {
    EXPECT_NE(violations(schema("scenario"), json::parse("{" + call + "," + wrong + "}")), "") << wrong;
  }
  EXPECT_NE(violations(schema("world"), json::parse(R"({ "orgs": { "Big": {} } })")), "");
  EXPECT_NE(violations(schema("client"), json::parse(R"({ "name": "n", "driver": "sesion", "command": ["x"] })")), "");
}

TEST(Schema, IsObeyedByShippedWorlds) {
  for (const auto& entry : std::filesystem::directory_iterator(in_source("fixtures/worlds"))) {
    EXPECT_EQ(violations(schema("world"), strict(entry.path().string())), "") << entry.path();
  }
}

TEST(Schema, IsObeyedByShippedScenarios) {
  for (const std::string& file : find_scenario_files({in_source("scenarios")})) {
    EXPECT_EQ(violations(schema("scenario"), strict(file)), "") << file;
  }
}

TEST(Schema, IsObeyedByShippedClientProfiles) {
  if (!std::filesystem::exists(in_source("clients"))) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(in_source("clients"))) {
    if (entry.path().filename() != "client.json" || entry.path().string().find("node_modules") != std::string::npos)
      continue;
    EXPECT_EQ(violations(schema("client"), strict(entry.path().string())), "") << entry.path();
  }
}

}  // namespace
}  // namespace gcmock
