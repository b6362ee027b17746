// One exchange of the journal as JSON, for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "gcmock/journal/exchange.h"

namespace gcmock {

nlohmann::ordered_json journal_entry(const Exchange& exchange);

}  // namespace gcmock
