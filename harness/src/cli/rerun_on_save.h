// `gcmock run --watch`: what a saved file touches is run again, until somebody interrupts it.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace gcmock {

/// What is run now of what is selected: it is asked anew after each save, as files come and go.
using SelectFiles = std::function<std::vector<std::string>()>;
/// Runs the files and tells of it. False: it was interrupted.
using RunAndTell = std::function<bool(const std::vector<std::string>& files)>;

/// Returns when a signal comes (SIGINT, SIGTERM).
void rerun_on_save(const RunCommand& command, const SelectFiles& select, const RunAndTell& run, std::ostream& console);

}  // namespace gcmock
