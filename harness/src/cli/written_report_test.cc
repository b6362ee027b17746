// Reports on disk: whole or not at all.
#include "cli/written_report.h"

#include <gmock/gmock.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "gcmock/error.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class WrittenReport : public testing::Test {
 protected:
  WrittenReport() {
    std::string name = (fs::temp_directory_path() / "gcmock-report-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~WrittenReport() override { fs::remove_all(folder_); }

  static std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  fs::path folder_;
};

TEST_F(WrittenReport, MakesTheFoldersThatItNeeds) {
  write_whole((folder_ / "a" / "b" / "report.xml").string(), "text");

  EXPECT_EQ(content_of(folder_ / "a" / "b" / "report.xml"), "text");
}

TEST_F(WrittenReport, ReplacesAnOlderOneAndLeavesNothingBeside) {
  write_whole((folder_ / "report.xml").string(), "a longer text than the second");
  write_whole((folder_ / "report.xml").string(), "second");

  EXPECT_EQ(content_of(folder_ / "report.xml"), "second");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(WrittenReport, SaysWhichFileCannotBeWrittenAndWhy) {
  const std::string file = (folder_ / "is_a_folder").string();
  fs::create_directory(file);

  try {
    write_whole(file, "text");
    FAIL() << "it was written";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("cannot write " + file + ": Is a directory"));
  }
}

TEST(HarFiles, StandByIdAndLeadNowhereElse) {
  RunResult run;
  for (const char* id : {"multi_org/x", "../../etc/x", "multi_org/x", "/abs", ""}) run.scenarios.emplace_back().id = id;

  EXPECT_THAT(har_files(run),
              testing::ElementsAre("multi_org/x.har", "etc/x.har", "multi_org/x-2.har", "abs.har", "scenario.har"));
}

}  // namespace
}  // namespace gcmock
