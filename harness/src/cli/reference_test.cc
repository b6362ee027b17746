#include <gmock/gmock.h>

#include "cli/commands_reference.h"
#include "cli/schema_reference.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(CommandsReference, TellsOfEachOptionItsValueAndDefault) {
  DescribedCommand program{"gcmock", "A program.", {}, {}, {}};
  DescribedCommand run{"run", "run what is there", {}, {}, {}};
  run.options.push_back({{"--jobs", "-j"}, "N", {}, "so many at once", "1", false, false});
  run.options.push_back({{"--clock"}, "CLOCK", {"real", "frozen"}, "a | or b", "", true, false});
  run.arguments.push_back({{}, "FILE", {}, "a file", "", true, true});
  program.commands.push_back(run);

  const std::string page = commands_reference(program);

  EXPECT_THAT(page, HasSubstr("## gcmock run\n\nrun what is there.\n\n```text\ngcmock run FILE... [OPTIONS]\n```\n"));
  EXPECT_THAT(page, HasSubstr("| `FILE` |  | required, repeatable |  | a file |\n"));
  EXPECT_THAT(page, HasSubstr("| `--jobs`, `-j` | `N` |  | `1` | so many at once |\n"));
  EXPECT_THAT(page, HasSubstr("| `--clock` | `real` `frozen` | required |  | a \\| or b |\n"));
}

TEST(SchemaReference, LinksWhatStandsWithinAndTellsWhatIsRequired) {
  const std::string page = schema_reference("thing", R"({
    "title": "Thing", "type": "object", "required": ["a"],
    "properties": {
      "a": {"description": "The first.", "type": "integer", "minimum": 1, "maximum": 9, "default": 2},
      "b": {"$ref": "#/definitions/word"},
      "c": {"type": "object", "properties": {"inner": {"type": ["string", "null"]}}},
      "d": {"type": "array", "items": {"type": "string", "examples": ["x"]}, "examples": [["x"]]}
    },
    "definitions": {"word": {"description": "One word.", "enum": ["yes", "no"], "default": "no"}} })");

  EXPECT_THAT(page, HasSubstr("# Reference: Thing\n"));
  EXPECT_THAT(page, HasSubstr("| `a` | whole number, 1 to 9 | required | `2` | The first. |  |\n"));
  EXPECT_THAT(page, HasSubstr("| `b` | [word](#word) |  | `no` | One word. |  |\n"));
  EXPECT_THAT(page, HasSubstr("| `c` | [c](#c) |"));
  EXPECT_THAT(page, HasSubstr("## c\n\n| key | type"));
  EXPECT_THAT(page, HasSubstr("| `inner` | text or null |"));
  EXPECT_THAT(page, HasSubstr("| `d` | list of text |  |  |  | `[\"x\"]` |\n"));
  EXPECT_THAT(page, HasSubstr("## word\n\nOne word.\n\nType: `yes` `no`.\n"));
}

TEST(SchemaReference, RequiresNoneOfAChoice) {
  const std::string page = schema_reference("thing", R"({
    "title": "Thing", "properties": {},
    "definitions": {"event": {"anyOf": [{"type": "object", "required": ["x"], "properties": {"x": {"const": 1}}}]}} })");

  EXPECT_THAT(page, HasSubstr("| `x` | `1` |  |"));
  EXPECT_THAT(page, Not(HasSubstr("required")));
}

}  // namespace
}  // namespace gcmock
