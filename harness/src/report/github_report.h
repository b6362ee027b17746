// What GitHub Actions shows of a run: annotations, which are commands in a step's log, and the job summary.
#pragma once

#include <functional>
#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// GitHub shows so many errors of a step, and no more.
inline constexpr std::size_t github_annotations_shown = 10;
/// And takes so many bytes of summary from a step, or nothing of it.
inline constexpr std::size_t github_summary_limit = 1024 * 1024;

/// `::error file=…,line=…,col=…,title=…::…`, a line for each scenario that did not pass, at the place that matters; the
/// last of the ten names how many there are beyond it. `path_in_repository` gives a file as GitHub knows it.
std::string github_annotations(const RunResult& result,
                               const std::function<std::string(const std::string&)>& path_in_repository);

/// Markdown: the verdict, the counts, what did not pass and why, each with the console's text folded up. Not longer
/// than `limit`: what has no room is counted.
std::string github_summary(const RunResult& result, std::size_t limit = github_summary_limit);

}  // namespace gcmock
