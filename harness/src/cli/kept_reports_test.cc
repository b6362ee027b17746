// Reports on disk while a run goes: whole, with what is still to come named as such.
#include "cli/kept_reports.h"

#include <gmock/gmock.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "report/json_report_reader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

class Kept : public testing::Test {
 protected:
  Kept() : file_((fs::temp_directory_path() / ("gcmock-kept-" + std::to_string(::getpid()) + ".json")).string()) {}
  ~Kept() override { fs::remove(file_); }

  [[nodiscard]] RunResult on_disk() const {
    std::ifstream in(file_);
    return read_json_report(std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()), file_);
  }

  static ScenarioResult scenario(const std::string& file, ScenarioStatus status) {
    ScenarioResult made;
    made.id = made.file = file;
    made.status = status;
    made.repeats.runs = {status};
    return made;
  }

  static RunResult planned(const std::vector<std::string>& files) {
    RunResult run;
    for (const std::string& file : files) run.scenarios.push_back(scenario(file, ScenarioStatus::not_run));
    return run;
  }

  std::string file_;
};

TEST_F(Kept, AreThereBeforeAnythingRan) {
  const KeptReports reports({{ReportForm::json, file_}}, planned({"a", "b"}));

  ASSERT_EQ(on_disk().scenarios.size(), 2U);
  EXPECT_EQ(on_disk().scenarios[1].status, ScenarioStatus::not_run);
  EXPECT_EQ(exit_code(on_disk()), 3);
}

TEST_F(Kept, HoldWhatHasEndedWhenTheRunIsInterrupted) {
  KeptReports reports({{ReportForm::json, file_}}, planned({"a", "b", "b"}));
  reports.add(scenario("b", ScenarioStatus::failed));

  reports.interrupt(2);

  const RunResult run = on_disk();
  ASSERT_EQ(run.scenarios.size(), 3U);
  EXPECT_EQ(run.scenarios[0].status, ScenarioStatus::not_run);
  EXPECT_EQ(run.scenarios[1].status, ScenarioStatus::failed);
  EXPECT_EQ(run.scenarios[2].status, ScenarioStatus::not_run) << "the other of that file";
  EXPECT_EQ(exit_code(run), 130);
}

TEST_F(Kept, LeaveStandardOutputAlone) {
  testing::internal::CaptureStdout();
  {
    KeptReports reports({{ReportForm::json, "-"}}, planned({"a"}));
    reports.interrupt(15);
  }

  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST_F(Kept, LeavePipesAlone) {
  ASSERT_EQ(::mkfifo(file_.c_str(), 0600), 0);
  const int pipe = ::open(file_.c_str(), O_RDWR | O_NONBLOCK);  // a reader, so that a writer would not wait for one
  ASSERT_GE(pipe, 0);

  KeptReports reports({{ReportForm::json, file_}}, planned({"a"}));
  reports.interrupt(15);

  char byte = 0;
  EXPECT_EQ(::read(pipe, &byte, 1), -1) << "it gets the report at the end, and once";
  ::close(pipe);
}

TEST_F(Kept, DoNotEndTheRunWhereTheyCannotBeWritten) {
  KeptReports reports({{ReportForm::json, "/proc/no/such/folder/r.json"}}, planned({"a"}));

  EXPECT_NO_THROW(reports.add(scenario("a", ScenarioStatus::passed)));
}

}  // namespace
}  // namespace gcmock
