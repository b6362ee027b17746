// In what the runs of one scenario differed, as text.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// "2/3": so many of the runs passed.
std::string passed_of(const Repeats& repeats);

/// "step 2, call secondary: ok, failed, ok".
std::string worded(const RunDifference& difference);

/// Nothing where the runs were alike, or there was one only.
void write_differences(Page& page, const Repeats& repeats);

/// The same without colours, for a report that has none.
std::string differences_text(const Repeats& repeats);

}  // namespace gcmock
