// Scripts: rules, their actions, and whether they make sense.
#pragma once

#include <cstdint>
#include "gcmock/script/script.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

Script read_script(const Fields& scenario, const Cast& cast, std::uint64_t seed, Mistakes& mistakes);

}  // namespace gcmock
