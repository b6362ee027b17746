// What a usage query asks for: ApiUsageClientQuery.
#pragma once

#include <variant>

#include "api/call.h"
#include "api/entities.h"

namespace gcmock {

/// Without an id. body_date_invalid for an interval that is none; body_value_invalid for one that ends before it
/// begins, and for words that are not the vendor's.
std::variant<UsageQuery, ApiFault> read_usage_query(const ApiCall& call, const ClientId& client);

/// The same for `days` of the summary; query_value_invalid for what is no number from 1 to 365 (assumed).
std::variant<UsageQuery, ApiFault> read_usage_summary(const ApiCall& call, const ClientId& client);

}  // namespace gcmock
