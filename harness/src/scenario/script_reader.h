// Scripts: rules, their actions, and whether they make sense.
#pragma once

#include <cstdint>
#include <optional>

#include "gcmock/script/script.h"
#include "gcmock/server_options.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

/// `scheme`: of the server, where the scenario says it.
Script read_script(const Fields& scenario, const Cast& cast, std::uint64_t seed, std::optional<Scheme> scheme,
                   Mistakes& mistakes);

}  // namespace gcmock
