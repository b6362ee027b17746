// Tests of merge patches: RFC 7396's own examples, and the book of places.
#include "scenario/merge_patch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/json_document.h"

namespace gcmock {
namespace {

using Change = WorldPlaces::Change;

JsonValue json(const std::string& text, const std::string& file = "world.json") {
  Mistakes mistakes;
  return read_json(std::make_shared<const SourceText>(file, text), mistakes).value();
}

Merged merged(const std::string& world, const std::string& patch) {
  Mistakes mistakes;
  return merge(json(world), json(patch, "patch.json"), mistakes);
}

struct Example {
  std::string original, patch, result;
};

class MergePatchExamples : public testing::TestWithParam<Example> {};

TEST_P(MergePatchExamples, GiveTheResultOfTheRfc) {
  const auto [original, patch, result] = GetParam();

  const Merged after = merged(R"({"root":)" + original + "}", R"({"root":)" + patch + "}");

  EXPECT_TRUE(same_value(after.value, json(result.empty() ? "{}" : R"({"root":)" + result + "}")))
      << to_json(after.value);
}

// RFC 7396 appendix A; each below a member, as a world is always an object. Empty: the member is gone.
INSTANTIATE_TEST_SUITE_P(
    AppendixA, MergePatchExamples,
    testing::Values(Example{R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
                    Example{R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
                    Example{R"({"a":"b"})", R"({"a":null})", "{}"},
                    Example{R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
                    Example{R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
                    Example{R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
                    Example{R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
                    Example{R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
                    Example{R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
                    Example{R"({"a":"b"})", R"(["c"])", R"(["c"])"}, Example{R"({"a":"foo"})", "null", ""},
                    Example{R"({"a":"foo"})", R"("bar")", R"("bar")"},
                    Example{R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
                    Example{"[1,2]", R"({"a":"b","c":null})", R"({"a":"b"})"},
                    Example{"{}", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"}));

TEST(MergePatch, RemembersWhatWasReplacedAndWhere) {
  const Merged after = merged("{ \"a\": { \"list\": [1, 2] } }", "{ \"a\": {\n \"list\": [3] } }");

  const auto list = after.places.find("/a/list");
  const auto item = after.places.find("/a/list/0");
  EXPECT_EQ(list->change, Change::replaced);
  EXPECT_EQ(to_string(*list->stated), "world.json:1:10");
  EXPECT_EQ(to_string(*list->changed), "patch.json:2:2");
  EXPECT_EQ(item->change, Change::added);
  EXPECT_EQ(item->stated, std::nullopt);
  EXPECT_EQ(after.places.find("/a/list/1")->change, Change::replaced) << "the second item is gone: its list says why";
  EXPECT_EQ(after.places.find("/a")->change, Change::none);
}

TEST(MergePatch, MarksAllThatWasBelowARemovedMember) {
  const Merged after = merged(R"({ "a": { "b": { "c": 1 } }, "ab": 1 })", R"({ "a": null })");

  EXPECT_EQ(after.places.find("/a")->change, Change::removed);
  EXPECT_EQ(after.places.find("/a/b/c")->change, Change::removed);
  EXPECT_EQ(to_string(*after.places.find("/a/b/c")->stated), "world.json:1:17");
  EXPECT_EQ(after.places.find("/ab")->change, Change::none);
}

TEST(MergePatch, KeepsTheSpotOfWhatItTakesOver) {
  const Merged after = merged(R"({ "a": 1 })", R"({ "b": 2 })");

  EXPECT_EQ(after.value.find("a")->value.spot.place().file, "world.json");
  EXPECT_EQ(after.value.find("b")->value.spot.place().file, "patch.json");
}

TEST(JsonPointer, EscapesTildesAndSlashes) {
  EXPECT_EQ(pointer_to("/a", "m~n/o"), "/a/m~0n~1o");
}

}  // namespace
}  // namespace gcmock
