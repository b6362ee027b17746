// Tests of the JSON reader: what it forgives, what it refuses, and where it says that things stand.
#include "scenario/json_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Read {
  std::optional<JsonValue> value;
  std::vector<Diagnostic> diagnostics;
};

Read read(const std::string& text) {
  Mistakes mistakes;
  std::optional<JsonValue> value = read_json(std::make_shared<const SourceText>("x.json", text), mistakes);
  return {std::move(value), mistakes.sorted()};
}

std::string canonical(const std::string& text) {
  const Read result = read(text);
  return result.value ? to_json(*result.value) : to_string(result.diagnostics.at(0));
}

TEST(JsonReader, ForgivesCommentsAndTrailingCommas) {
  const std::string text = "// first\n{ \"a\": [1, 2, /* two */ ], \"b\": null, // last\n}\n";

  EXPECT_EQ(canonical(text), R"({"a":[1,2],"b":null})");
}

TEST(JsonReader, KeepsThePlaceOfKeysAndValuesInCharacters) {
  const Read result = read("{\n  \"ä€😀\": \"ü\", \"b\": [ 7 ]\n}");

  const JsonMember& second = result.value->members.at(1);
  EXPECT_EQ(to_string(second.key_spot.place()), "x.json:2:15");
  EXPECT_EQ(to_string(second.value.items.at(0).spot.place()), "x.json:2:22");
}

TEST(JsonReader, DoesNotCountAByteOrderMarkAsAColumn) {
  const Read result = read("\xEF\xBB\xBF{ \"a\": 1 }");

  EXPECT_EQ(to_string(result.value->members.at(0).key_spot.place()), "x.json:1:3");
}

TEST(JsonReader, DecodesEscapesAndSurrogatePairs) {
  const Read result = read(R"("a\u00e4\ud83d\ude00\n\"\\")");

  EXPECT_EQ(result.value->text, "aä😀\n\"\\");
}

TEST(JsonReader, RefusesADuplicateKeyAndNamesBothPlaces) {
  const Read result = read("{ \"a\": 1,\n  \"a\": 2 }");

  ASSERT_THAT(result.diagnostics, SizeIs(1));
  EXPECT_EQ(result.diagnostics[0].code, "GC110");
  EXPECT_EQ(to_string(result.diagnostics[0].place), "x.json:2:3");
  EXPECT_EQ(to_string(*result.diagnostics[0].also), "x.json:1:3");
}

TEST(JsonReader, TellsEveryDuplicateKey) {
  const Read result = read(R"({ "a": 1, "a": 2, "b": { "c": 1, "c": 2 } })");

  EXPECT_THAT(result.diagnostics, SizeIs(2));
}

struct Refused {
  std::string text;
  std::string code;
  std::string place;
};

class JsonRefusals : public testing::TestWithParam<Refused> {};

TEST_P(JsonRefusals, NameTheCodeAndThePlace) {
  const Read result = read(GetParam().text);

  EXPECT_FALSE(result.value.has_value());
  ASSERT_THAT(result.diagnostics, SizeIs(1));
  EXPECT_EQ(result.diagnostics[0].code, GetParam().code);
  EXPECT_EQ(to_string(result.diagnostics[0].place), GetParam().place);
}

INSTANTIATE_TEST_SUITE_P(
    Each, JsonRefusals,
    testing::Values(Refused{"{ \"a\": }", "GC104", "x.json:1:8"}, Refused{"{ a: 1 }", "GC104", "x.json:1:3"},
                    Refused{"[1\n 2]", "GC104", "x.json:1:3"}, Refused{"[,]", "GC104", "x.json:1:2"},
                    Refused{"[1,,]", "GC104", "x.json:1:4"}, Refused{"{\"a\" 1}", "GC104", "x.json:1:6"},
                    Refused{"[01]", "GC104", "x.json:1:2"}, Refused{"[1e999]", "GC104", "x.json:1:2"},
                    Refused{"[nul]", "GC104", "x.json:1:2"}, Refused{"['a']", "GC104", "x.json:1:2"},
                    Refused{"{} x", "GC106", "x.json:1:4"}, Refused{"", "GC107", "x.json:1:1"},
                    Refused{"// only\n", "GC107", "x.json:2:1"}, Refused{"{\"a\": [1,\n", "GC105", "x.json:2:1"},
                    Refused{"{ /* open", "GC105", "x.json:1:10"}, Refused{"[\"a\n\"]", "GC108", "x.json:1:2"},
                    Refused{"[\"a\\q\"]", "GC108", "x.json:1:4"}, Refused{"[\"\\ud83d\"]", "GC108", "x.json:1:3"},
                    Refused{"[\"a\tb\"]", "GC108", "x.json:1:4"}, Refused{"[\"\xC3\x28\"]", "GC103", "x.json:1:3"},
                    Refused{std::string(65, '['), "GC109", "x.json:1:65"}));

TEST(JsonReader, ReadsSixtyFourLevels) {
  const std::string text = std::string(64, '[') + std::string(64, ']');

  EXPECT_THAT(read(text).diagnostics, IsEmpty());
}

TEST(JsonReader, SaysWhereWhatIsUnclosedWasOpened) {
  const Read result = read("{\n  \"a\": [1,\n");

  EXPECT_EQ(to_string(*result.diagnostics.at(0).also), "x.json:2:8");
}

TEST(JsonReader, SaysThatAFileIsMissing) {
  Mistakes mistakes;

  EXPECT_FALSE(read_json_file("no/such/file.json", mistakes).has_value());
  EXPECT_EQ(mistakes.sorted().at(0).code, "GC101");
}

// nlohmann's parser as an oracle: mutated texts must be taken or refused by both, and mean the same.
std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view alphabet = "{}[],:\"\\019-+.eEtrufalsn \n\tx";
  for (unsigned changes = random() % 4; changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random() % text.size();
    const char letter = alphabet[random() % alphabet.size()];
    switch (random() % 3) {
      case 0:
        text[at] = letter;
        break;
      case 1:
        text.insert(at, 1, letter);
        break;
      default:
        text.erase(at, 1);
        break;
    }
  }
  return text;
}

bool has_trailing_comma_only_we_take(const Read& ours, const nlohmann::json& theirs) {
  return ours.value.has_value() && theirs.is_discarded();
}

TEST(JsonReader, AgreesWithNlohmannOnMutatedTexts) {
  const std::string seed_text = R"({"a":[1,-2.5e3,true,false,null,"x\u00e4\n"],"b":{"c":"","d":[]},"e":0})";
  std::mt19937 random(20260101);  // NOLINT: the same in every run, so that a failure can be repeated
  int both_took = 0;

  for (int round = 0; round < 20000; ++round) {
    const std::string text = mutated(seed_text, random);
    const Read ours = read(text);
    const nlohmann::json theirs = nlohmann::json::parse(text, nullptr, false);
    if (ours.value && !ours.diagnostics.empty()) continue;  // duplicate keys: they take them
    if (has_trailing_comma_only_we_take(ours, theirs)) {
      ASSERT_TRUE(text.find(",]") != std::string::npos || text.find(",}") != std::string::npos ||
                  text.find(", ") != std::string::npos || text.find(",\n") != std::string::npos ||
                  text.find(",\t") != std::string::npos)
          << text;
      continue;
    }
    ASSERT_EQ(ours.value.has_value(), !theirs.is_discarded()) << text;
    if (!ours.value) continue;
    ++both_took;
    ASSERT_EQ(nlohmann::json::parse(to_json(*ours.value)), theirs) << text;
  }

  EXPECT_GT(both_took, 1000);
}

}  // namespace
}  // namespace gcmock
