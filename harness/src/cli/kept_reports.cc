// Reports that are complete at any time.
#include "cli/kept_reports.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>

#include "cli/written_report.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

constexpr int share_of_time = 20;

}  // namespace

KeptReports::KeptReports(const std::vector<ReportFile>& reports, RunResult planned) : so_far_(std::move(planned)) {
  std::ranges::copy_if(reports, std::back_inserter(reports_),
                       [](const ReportFile& report) { return !is_standard_output(report) && can_be_replaced(report); });
  const std::lock_guard lock(mutex_);
  write();
}

void KeptReports::add(const ScenarioResult& ended) {
  const std::lock_guard lock(mutex_);
  const auto place = std::ranges::find_if(so_far_.scenarios, [&](const ScenarioResult& each) {
    return each.status == ScenarioStatus::not_run && each.file == ended.file;
  });
  if (place != so_far_.scenarios.end()) *place = ended;
  if (std::chrono::steady_clock::now() - last_written_ >= share_of_time * writing_took_) write();
}

void KeptReports::interrupt(int signal) {
  const std::lock_guard lock(mutex_);
  so_far_.ended_by_signal = signal;
  write();
}

void KeptReports::write() {
  const auto begun = std::chrono::steady_clock::now();
  so_far_.took = begun - started_;
  std::ostringstream nowhere;
  for (const ReportFile& report : reports_) {
    try {
      write_report(report, so_far_, nowhere);
    } catch (const Error&) {  // the report at the end will say so, behind what the console has to tell
    }
  }
  last_written_ = std::chrono::steady_clock::now();
  writing_took_ = last_written_ - begun;
}

}  // namespace gcmock
