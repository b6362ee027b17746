#include "authoring/new_file.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "authoring/temporary_folder_in_tests.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

TEST(WriteNewFiles, MakesTheFoldersTheyAreIn) {
  const TemporaryFolder folder;

  write_new_files({{folder / "a/b/one.json", "{}\n"}});

  EXPECT_EQ(text_of(folder / "a/b/one.json"), "{}\n");
}

TEST(WriteNewFiles, WritesNothingWhereOneIsThereAlready) {
  const TemporaryFolder folder;
  write_new_files({{folder / "two", "old"}});

  EXPECT_THROW(write_new_files({{folder / "one", "new"}, {folder / "two", "new"}}), Error);

  EXPECT_FALSE(std::filesystem::exists(folder / "one"));
  EXPECT_EQ(text_of(folder / "two"), "old");
}

TEST(SchemaLine, LeadsToTheSchemasAboveTheFile) {
  const std::string root = GCMOCK_SOURCE_DIR;

  EXPECT_EQ(schema_line(root + "/scenarios/mine/new.json", "scenario"),
            "  \"$schema\": \"../schema/scenario.schema.json\",\n");
  EXPECT_EQ(schema_line(root + "/fixtures/worlds/new.json", "world"),
            "  \"$schema\": \"../../scenarios/schema/world.schema.json\",\n");
}

TEST(SchemaLine, IsEmptyWhereThereAreNone) {
  const TemporaryFolder folder;

  EXPECT_EQ(schema_line(folder / "new.json", "scenario"), "");
}

}  // namespace
}  // namespace gcmock
