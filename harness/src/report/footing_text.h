// What answers rest on, in a line.
#pragma once

#include <string>

#include "gcmock/harness/result.h"

namespace gcmock {

/// "evidence of 81 answers: 49 % vendor_openapi, 40 % assumed, 11 % scripted"; empty where there are none.
std::string evidence_of(const Footing& footing);

/// "leans on 2 assumed claims: setting.refresh.rotation, refusal.rate_limited@API"; empty where it leans on none.
std::string leaning_of(const Footing& footing);

}  // namespace gcmock
