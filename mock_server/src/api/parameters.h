// Parameters of a request's path and query, held to what the operation allows.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "api/query.h"

namespace gcmock {

/// What stands at the path's placeholder of that number, percent-decoded.
std::string path_id(const ApiCall& call, std::size_t number);

/// query_value_invalid where the parameter lists a word that is none of these.
std::optional<ApiFault> check_words(const Query& query, std::string_view name,
                                    std::span<const std::string_view> allowed);

/// query_value_invalid where it is there, and neither true nor false.
std::optional<ApiFault> check_truth(const Query& query, std::string_view name);

/// The fault of a query that names something that is not there, or too much of it.
ApiFault wrong_query(std::string_view name, std::string_view value, std::string_view allowed);

/// entity_not_found: "a role", and the id that none of the org has.
ApiFault not_there(std::string_view what, std::string_view id);

}  // namespace gcmock
