// Why a request was refused, as text: the trail, the place that decided it, what would turn it into a grant.
#pragma once

#include "gcmock/harness/result.h"
#include "report/console_style.h"

namespace gcmock {

void write_explanation(Page& page, const Explanation& explanation);

}  // namespace gcmock
