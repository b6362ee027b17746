// The job of GitHub Actions in which gcmock runs, if it does.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

struct GithubJob {
  std::string workspace;     ///< where the repository is checked out; empty: not told
  std::string summary_file;  ///< what is appended to it is the job summary; empty: not told
  std::string token;         ///< that nobody under test knows: ends what is not to be taken for commands
};

/// From the variables that GitHub sets; empty elsewhere.
std::optional<GithubJob> github_job_of_environment();

/// `file`, which may be relative to the working directory, as the repository has it.
std::string path_in_repository(const GithubJob& job, const std::string& file);

/// From here to tell_github() the log holds words of the client under test: GitHub must not take them for commands.
void begin_log_without_commands(const GithubJob& job, std::ostream& log);

/// Annotations into the log, the summary into its file. Throws Error where that cannot be written.
void tell_github(const GithubJob& job, const RunResult& result, std::ostream& log);

}  // namespace gcmock
