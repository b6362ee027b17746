// How far a run is, in a line.
#include "report/progress_text.h"

#include <fmt/format.h>

#include "report/text_layout.h"

namespace gcmock {

std::string progress_text(const ProgressSoFar& progress) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(progress.elapsed);
  const std::string elapsed = seconds.count() < 60 ? fmt::format("{} s", seconds.count()) : in_words(seconds);
  const std::string problems = progress.problems == 0 ? "" : fmt::format(", {} did not pass", progress.problems);
  return fmt::format("{} of {}{}, {}", progress.ended, counted(progress.scenarios, "scenario"), problems, elapsed);
}

}  // namespace gcmock
