// Files as the repository has them, and what is appended to a summary.
#include "cli/github_job.h"

#include <gmock/gmock.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "report/github_report.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

TEST(PathInRepository, IsRelativeToTheCheckout) {
  const GithubJob job{fs::current_path().parent_path().string(), "", "t"};
  const std::string folder = fs::current_path().filename().string();

  EXPECT_EQ(path_in_repository(job, "scenarios/x.json"), folder + "/scenarios/x.json");
  EXPECT_EQ(path_in_repository(job, (fs::current_path() / "y.json").string()), folder + "/y.json");
  EXPECT_EQ(path_in_repository(job, "/somewhere/else.json"), "/somewhere/else.json");
  EXPECT_EQ(path_in_repository({"", "", "t"}, "scenarios/x.json"), "scenarios/x.json");
}

TEST(TellGithub, LeavesTheSummaryAloneWhereItWouldGrowBeyondTheLimit) {
  const std::string file =
      (fs::temp_directory_path() / ("gcmock-summary-" + std::to_string(::getpid()) + ".md")).string();
  std::ofstream(file) << std::string(github_summary_limit - 10, 'x');
  std::ostringstream log;

  tell_github({"", file, "token"}, RunResult{}, log);

  EXPECT_EQ(fs::file_size(file), github_summary_limit - 10);
  EXPECT_EQ(log.str(), "::token::\n");
  fs::remove(file);
}

}  // namespace
}  // namespace gcmock
