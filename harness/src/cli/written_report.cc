// Writing a report to its file: whole or not at all.
#include "cli/written_report.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>

#include "gcmock/error.h"
#include "report/har_report.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/tap_report.h"

namespace gcmock {

namespace {

std::string text_of(ReportForm form, const RunResult& result) {
  switch (form) {
    case ReportForm::junit:
      return junit_report(result);
    case ReportForm::json:
      return json_report(result);
    case ReportForm::html:
      return html_report(result);
    case ReportForm::tap:
      return tap_report(result);
    case ReportForm::har:
      break;  // a file for each scenario: see write_archives()
  }
  return {};
}

void write_archives(const std::string& folder, const RunResult& result) {
  const std::vector<std::string> files = har_files(result);
  for (std::size_t i = 0; i < files.size(); ++i) {
    write_whole(folder + '/' + files[i], har_report(result.scenarios[i], GCMOCK_VERSION));
  }
}

/// "multi_org/x" of an id that is a path like "../multi_org/x".
std::string path_within(const std::string& id) {
  std::filesystem::path path;
  for (const std::filesystem::path& part : std::filesystem::path(id).relative_path()) {
    if (part != ".." && part != "." && !part.empty()) path /= part;
  }
  return path.empty() ? "scenario" : path.generic_string();
}

}  // namespace

bool is_standard_output(const ReportFile& report) {
  return report.file == "-";
}

bool any_is_standard_output(const std::vector<ReportFile>& reports) {
  return std::ranges::any_of(reports, is_standard_output);
}

bool can_be_replaced(const ReportFile& report) {
  std::error_code failed;
  const bool is_there = std::filesystem::exists(report.file, failed);
  return report.form == ReportForm::har || !is_there || std::filesystem::is_regular_file(report.file, failed);
}

void write_report(const ReportFile& report, const RunResult& result, std::ostream& out) {
  if (report.form == ReportForm::har) return write_archives(report.file, result);
  const std::string text = text_of(report.form, result);
  if (!is_standard_output(report)) return write_whole(report.file, text);
  out << text << std::flush;
}

std::vector<std::string> har_files(const RunResult& result) {
  std::vector<std::string> files;
  std::set<std::string> taken;
  for (const ScenarioResult& scenario : result.scenarios) {
    const std::string path = path_within(scenario.id);
    std::string file = path + ".har";
    for (int number = 2; !taken.insert(file).second; ++number) file = path + '-' + std::to_string(number) + ".har";
    files.push_back(file);
  }
  return files;
}

void write_whole(const std::string& file, const std::string& text) {
  const auto give_up = [&](const std::string& why) { throw Error("cannot write " + file + ": " + why); };
  const std::filesystem::path target(file);
  std::error_code failed;
  if (target.has_parent_path()) std::filesystem::create_directories(target.parent_path(), failed);
  if (failed) give_up(failed.message());
  // What is no ordinary file (a pipe, /dev/stdout) is written to and not replaced.
  const bool replaces = !std::filesystem::exists(target, failed) || std::filesystem::is_regular_file(target, failed);
  const std::filesystem::path written =
      replaces ? target.string() + ".part-" + std::to_string(::getpid()) : target.string();

  errno = 0;
  std::ofstream out(written, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) {
    const std::string why = std::strerror(errno != 0 ? errno : EIO);
    if (replaces) std::filesystem::remove(written, failed);
    give_up(why);
  }
  if (!replaces) return;
  std::filesystem::rename(written, target, failed);
  if (failed) {
    const std::string why = failed.message();
    std::filesystem::remove(written, failed);
    give_up(why);
  }
}

}  // namespace gcmock
