// Which scenarios failed when they were run last, for `--last-failed`: kept from one run to the next.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock {

/// Those that failed before and were not run this time, and those that did not pass this time: absolute paths.
std::set<std::string> failed_after(const std::set<std::string>& failed_before, const RunResult& run);

/// Of `files` those that are in `failed`, in their order.
std::vector<std::string> only_failed(const std::vector<std::string>& files, const std::set<std::string>& failed);

/// Where they are kept: a file for each working directory, in the user's cache. Empty: there is no such place.
std::string file_of_last_failed();

/// Empty where there is no such file.
std::set<std::string> read_last_failed(const std::string& file);
/// Whole or not at all. Where it cannot be written nothing is: the next run does without.
void write_last_failed(const std::string& file, const std::set<std::string>& failed);

}  // namespace gcmock
