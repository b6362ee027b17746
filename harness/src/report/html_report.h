// The report for browsers: one HTML file with everything in it, readable without JavaScript.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// Nothing is loaded from elsewhere. Only our own script may run: a content security policy names its hash. Ends in a
/// newline.
std::string html_report(const RunResult& result);

}  // namespace gcmock
