// Editors show a field's description and examples: they are there, and the examples are right.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

namespace gcmock {
namespace {

using nlohmann::json;

json schema(const std::string& name) {
  return json::parse(std::ifstream(std::string(GCMOCK_SOURCE_DIR) + "/scenarios/schema/" + name + ".schema.json"));
}

template <class Visit>
void visit_fields(const json& whole, const std::string& name, const Visit& visit) {
  const auto visit_object = [&](const std::string& where, const json& object) {
    const json fields = object.value("properties", json::object());
    for (const auto& [key, field] : fields.items()) visit(where + "/" + key, field);
  };
  visit_object(name, whole);
  for (const auto& [key, object] : whole.at("definitions").items()) visit_object(name + "#" + key, object);
}

class SchemaFields : public testing::TestWithParam<const char*> {};

TEST_P(SchemaFields, AreDescribedThereOrWhereTheyPointTo) {
  const json whole = schema(GetParam());
  int fields = 0;

  visit_fields(whole, GetParam(), [&](const std::string& where, const json& field) {
    ++fields;
    const json& target =
        field.contains("$ref") ? whole.at(json::json_pointer(field["$ref"].get<std::string>().substr(1))) : field;
    EXPECT_GT(field.value("description", target.value("description", "")).size(), 3U) << where;
  });

  EXPECT_GT(fields, 20);
}

TEST_P(SchemaFields, HaveExamplesWhereTheyHaveAForm) {
  visit_fields(schema(GetParam()), GetParam(), [&](const std::string& where, const json& field) {
    if (!field.contains("pattern")) return;
    const std::regex form(field["pattern"].get<std::string>());
    EXPECT_FALSE(field.value("examples", json::array()).empty()) << where;
    for (const json& example : field.value("examples", json::array())) {
      EXPECT_TRUE(std::regex_search(example.get<std::string>(), form)) << where << ": " << example;
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Each, SchemaFields, testing::Values("world", "scenario", "client"));

}  // namespace
}  // namespace gcmock
