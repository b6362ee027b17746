// A run that is interrupted or killed: what its reports hold, and how it ends.
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Interrupted : public testing::Test {
 protected:
  Interrupted() : report_(fs::temp_directory_path() / ("gcmock-interrupted-" + std::to_string(::getpid()) + ".json")) {}
  ~Interrupted() override { fs::remove(report_); }

  /// The first scenario ends at once; in the second this client says nothing until its time is up.
  [[nodiscard]] std::vector<std::string> three_scenarios() const {
    return {"run",
            data("pass.json"),
            data("refused.json"),
            data("vacuous.json"),
            "--client",
            data("stalling_client"),
            "--report",
            "json=" + report_.string(),
            "--time-limit",
            "500ms"};
  }

  [[nodiscard]] std::string report() const {
    std::ifstream in(report_);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }

  fs::path report_;
};

TEST_F(Interrupted, LeavesAWholeReportOfWhatRanAndNamesTheRest) {
  Running running(three_scenarios());
  running.read_until(" pass ");

  const Ran ran = running.end_by(SIGINT);

  EXPECT_EQ(ran.exit_code, 130);
  EXPECT_THAT(ran.out, HasSubstr("interrupted by signal 2: what had not ended is not run"));
  EXPECT_THAT(report(), AllOf(HasSubstr("\"ended_by_signal\": 2"), HasSubstr("\"exit_code\": 130"),
                              HasSubstr("\"vacuous\": 1"), HasSubstr("not run: the run ended before it")));
  EXPECT_EQ(report().substr(report().size() - 4), "]\n}\n");
}

TEST_F(Interrupted, EndsWith143WhereItWasToldToTerminate) {
  Running running(three_scenarios());
  running.read_until(" pass ");

  EXPECT_EQ(running.end_by(SIGTERM).exit_code, 143);
}

TEST_F(Interrupted, EndsAtOnceAtASecondSignal) {
  std::vector<std::string> patient = three_scenarios();
  patient.back() = "60s";
  Running running(patient);
  running.read_until(" pass ");

  running.send(SIGINT);
  const Ran ran = running.end_by(SIGTERM);

  EXPECT_EQ(ran.exit_code, 128 + SIGTERM) << "by the signal itself";
  EXPECT_THAT(ran.out, Not(HasSubstr("interrupted by signal"))) << "it waited for what was under way";
  EXPECT_THAT(report(), HasSubstr("\"ended_by_signal\": 2"));
}

TEST_F(Interrupted, LeavesAWholeReportWhereItIsKilled) {
  Running running(three_scenarios());
  running.read_until(" pass ");

  const Ran ran = running.end_by(SIGKILL);

  EXPECT_EQ(ran.exit_code, 128 + SIGKILL);
  EXPECT_THAT(report(), AllOf(HasSubstr("\"id\": \"pass\""), HasSubstr("\"id\": \"refused\""),
                              HasSubstr("\"id\": \"vacuous\""), HasSubstr("\"status\": \"not_run\"")));
  EXPECT_EQ(report().substr(report().size() - 4), "]\n}\n");
}

}  // namespace
}  // namespace gcmock::program
