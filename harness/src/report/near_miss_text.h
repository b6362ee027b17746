// What came closest to what was looked for in vain, as text.
#pragma once

#include <string>

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

/// "closest to it was #3:", and a diff: what was wanted behind a minus, what was found behind a plus.
void write_near_miss(Page& page, const NearMiss& near_miss);

void write_silent_rules(Page& page, const std::vector<SilentRule>& rules);

}  // namespace gcmock
