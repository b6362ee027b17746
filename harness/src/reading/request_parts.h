// Parts of a request and of its answer, found by their names.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// The value of the request's first header of this name, in any case; null where there is none.
const std::string* header_of(const Exchange& exchange, std::string_view name);
/// The same of the answer.
const std::string* answer_header_of(const Exchange& exchange, std::string_view name);

/// Name and value of each parameter in the query, as they were sent: percent-decoding is not undone.
std::vector<std::pair<std::string, std::string>> query_parameters(const Exchange& exchange);

/// The value of the first of this name; null where there is none.
const std::string* value_of(const std::vector<std::pair<std::string, std::string>>& parameters, std::string_view name);

/// With percent signs and plus signs read as in a form; what cannot be read so stays as it is.
std::string decoded(std::string_view text);

}  // namespace gcmock
