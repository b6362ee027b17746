// Writing a report to its file: whole or not at all.
#pragma once

#include <string>

#include "cli/commands.h"
#include "gcmock/harness/result.h"

namespace gcmock {

std::string render(ReportForm form, const RunResult& result);

/// Through a file beside it and a rename, so that a reader never sees half a report; folders are made. Throws Error.
void write_whole(const std::string& file, const std::string& text);

}  // namespace gcmock
