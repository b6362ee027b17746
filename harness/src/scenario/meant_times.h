// What was probably meant where a duration or date is written in another way.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// For "25 hours": `did you mean "25h"?`; for what cannot be guessed: how durations are written.
std::string help_for_duration(std::string_view text);

/// For "2027-1-31" or "2027/01/31": `did you mean "2027-01-31"?`; else how dates are written.
std::string help_for_date(std::string_view text);

}  // namespace gcmock
