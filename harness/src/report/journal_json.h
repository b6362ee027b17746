// One exchange of the journal as JSON, for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "gcmock/journal/exchange.h"

namespace gcmock {

nlohmann::ordered_json journal_entry(const Exchange& exchange);
/// Its member `delivery`.
nlohmann::ordered_json delivery_entry(const DeliveryReport& delivery);

}  // namespace gcmock
