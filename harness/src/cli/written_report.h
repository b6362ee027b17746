// Writing a report to its file: whole or not at all.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "gcmock/harness/result.h"

namespace gcmock {

/// Does a report of this kind go to standard output?
bool is_standard_output(const ReportFile& report);
bool any_is_standard_output(const std::vector<ReportFile>& reports);

/// Can it be written again and again, each time in place of what was there? A pipe or a device cannot.
bool can_be_replaced(const ReportFile& report);

/// To its file, to `out`, or into its folder. Throws Error.
void write_report(const ReportFile& report, const RunResult& result, std::ostream& out);

/// Through a file beside it and a rename, so that a reader never sees half a report; folders are made. Throws Error.
void write_whole(const std::string& file, const std::string& text);

/// Where in the folder of `--report har=DIR` the archive of each scenario stands: by id, "multi_org/x.har". Nothing
/// leads out of the folder, and no two are the same.
std::vector<std::string> har_files(const RunResult& result);

}  // namespace gcmock
