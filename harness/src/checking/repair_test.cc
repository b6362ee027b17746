#include "checking/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

RepairedFile repair_text(const std::string& text, const std::string& name = "scenario.json") {
  const TestFolder folder;
  folder.write("world.json", R"({ "orgs": { "acme": { "status": "active", "users": { "ada": {} }, "clients": { "app": {
    "authorized_grant_types": ["CODE"], "redirect_uris": ["https://a.example/cb"] } } } } })");
  return repair(folder.write(name, text));
}

const std::string head = R"({
  "title": "t",
  "world": "world.json",
)";

TEST(Repair, RespellsKeysAndWordsAndKeepsCommentsAndLayout) {
  const RepairedFile repaired = repair_text(head + R"(  // what is asked
  "steps":   [ { "do": "cal", "org": "acme", /* so */ "outcom": "ok", } ],
}
)");

  EXPECT_EQ(repaired.repairs, 2U);
  EXPECT_EQ(repaired.text, head + R"(  // what is asked
  "steps":   [ { "do": "call", "org": "acme", /* so */ "outcome": "ok", } ],
}
)");
}

TEST(Repair, PutsMissingCommasAndTakesQuotesFromNumbers) {
  const RepairedFile repaired = repair_text(head + R"(  "steps": [{ "do": "call" "org": "acme", "outcome": "ok" }]
  "expect": { "exchanges": [{ "match": { "status": "200" }, "at_most": 2 }] }
})");

  EXPECT_EQ(repaired.repairs, 3U);
  EXPECT_THAT(repaired.text,
              AllOf(HasSubstr(R"("call", "org")"), HasSubstr("\"ok\" }],\n"), HasSubstr("\"status\": 200")));
}

TEST(Repair, TakesOutChangesThatChangeNothingWithTheirLines) {
  const RepairedFile repaired = repair_text(head + R"(  "world_changes": {
    "orgs": {
      "acme": { "status": "active" }
    }
  },
  "steps": [{ "do": "call", "org": "acme", "outcome": "ok" }]
})");

  EXPECT_EQ(repaired.text, head + R"(  "steps": [{ "do": "call", "org": "acme", "outcome": "ok" }]
})");
}

TEST(Repair, LeavesWhatCouldMeanTwoThings) {
  const std::string text =
      head + R"(  "steps": [{ "do": "call", "org": "acmee", "outcome": "ok", "ouctome": "failed" }],
  "expect": { "ledger": { "acme": { "live_access_tokens": 1 } }, "xyz": 1 }
})";

  const RepairedFile repaired = repair_text(text);

  EXPECT_EQ(repaired.repairs, 0U);
  EXPECT_EQ(repaired.text, text);
}

TEST(Repair, LeavesAFileThatWouldStillBeNoJson) {
  const std::string text = head + R"(  "steps": [{ "do": "call" "org": "acme" }]
  "expect": { )";

  const RepairedFile repaired = repair_text(text);

  EXPECT_EQ(repaired.repairs, 0U);
  EXPECT_EQ(repaired.text, text);
}

TEST(Repair, KeepsAByteOrderMarkAndLineEnds) {
  const RepairedFile repaired = repair_text(
      "\xEF\xBB\xBF{\r\n  \"tilte\": \"t\",\r\n  \"world\": \"world.json\",\r\n"
      "  \"steps\": [{ \"do\": \"call\", \"org\": \"acme\" }]\r\n}\r\n");

  EXPECT_EQ(repaired.text.substr(0, 20), "\xEF\xBB\xBF{\r\n  \"title\": \"t\"");
  EXPECT_EQ(repaired.repairs, 1U);
}

TEST(Repair, TouchesNoOtherFile) {
  const TestFolder folder;
  folder.write("world.json", R"({ "orgs": { "acme": { "nmae": "Acme" } } })");

  const RepairedFile repaired =
      repair(folder.write("s.json", head + R"(  "steps": [{ "do": "call", "org": "acme", "outcome": "ok" }] })"));

  EXPECT_EQ(repaired.repairs, 0U);
}

}  // namespace
}  // namespace gcmock
