// The job of GitHub Actions in which gcmock runs, if it does.
#include "cli/github_job.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>

#include "cli/surroundings.h"
#include "gcmock/error.h"
#include "report/github_report.h"

namespace gcmock {
namespace {

std::string fresh_token() {
  std::random_device random;
  return fmt::format("gcmock-{:08x}{:08x}", random(), random());
}

void append_summary(const std::string& file, const RunResult& result) {
  std::error_code absent;
  const std::uintmax_t written = std::filesystem::file_size(file, absent);
  const std::size_t used = absent ? 0 : static_cast<std::size_t>(written);
  // What earlier commands of the step wrote counts, too: beyond the limit GitHub takes nothing at all.
  const std::size_t room = used < github_summary_limit ? github_summary_limit - used : 0;
  const std::string summary = github_summary(result, room);
  if (summary.size() > room) return;
  std::ofstream out(file, std::ios::binary | std::ios::app);
  out << summary << std::flush;
  if (!out) throw Error("cannot write the job summary to " + file + " (GITHUB_STEP_SUMMARY)");
}

}  // namespace

std::optional<GithubJob> github_job_of_environment() {
  if (environment_variable("GITHUB_ACTIONS") != "true") return std::nullopt;
  return GithubJob{environment_variable("GITHUB_WORKSPACE"), environment_variable("GITHUB_STEP_SUMMARY"),
                   fresh_token()};
}

std::string path_in_repository(const GithubJob& job, const std::string& file) {
  if (job.workspace.empty()) return file;
  const std::filesystem::path inside = std::filesystem::proximate(std::filesystem::absolute(file), job.workspace);
  return *inside.begin() == ".." ? file : inside.generic_string();
}

void begin_log_without_commands(const GithubJob& job, std::ostream& log) {
  log << "::stop-commands::" << job.token << '\n' << std::flush;
}

void tell_github(const GithubJob& job, const RunResult& result, std::ostream& log) {
  log << "::" << job.token << "::\n";
  log << github_annotations(result, [&](const std::string& file) { return path_in_repository(job, file); })
      << std::flush;
  if (!job.summary_file.empty()) append_summary(job.summary_file, result);
}

}  // namespace gcmock
