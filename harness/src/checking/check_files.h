// All that can be known of files without running anything.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "scenario/file_finding.h"

namespace gcmock {

struct CheckOptions {
  std::optional<std::chrono::year_month_day> today;  ///< for what expires; empty: nothing has
  unsigned threads = 1;
};

/// Reads each file as what it is. By file, line and column, each finding once: a world's mistake would be found again
/// in each scenario that uses the world. The same whatever the number of threads.
std::vector<FileFinding> check_files(const std::vector<std::string>& files, const CheckOptions& options);

/// Of one file, as if it held `text`.
std::vector<FileFinding> findings_in_text(const std::string& file, const std::string& text);

}  // namespace gcmock
