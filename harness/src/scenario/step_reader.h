// Steps: what the client under test is asked to do.
#pragma once

#include <cstdint>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

std::vector<Step> read_steps(const Fields& scenario, const Cast& cast, std::uint64_t seed, Mistakes& mistakes);

}  // namespace gcmock
