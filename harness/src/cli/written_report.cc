// Writing a report to its file: whole or not at all.
#include "cli/written_report.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "gcmock/error.h"
#include "report/json_report.h"
#include "report/junit_report.h"

namespace gcmock {

std::string render(ReportForm form, const RunResult& result) {
  switch (form) {
    case ReportForm::junit:
      return junit_report(result);
    case ReportForm::json:
      return json_report(result);
  }
  return {};
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
