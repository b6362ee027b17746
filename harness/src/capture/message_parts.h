// Parts of requests and answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gcmock {

using NameValues = std::vector<std::pair<std::string, std::string>>;

bool same_header(std::string_view one, std::string_view other);
/// Empty where there is none.
std::string header_of(const NameValues& headers, std::string_view name);

std::string path_of(const std::string& target);
/// Without the question mark.
std::string query_of(const std::string& target);

/// Of a form or a query, decoded.
NameValues fields_of(std::string_view form);
/// Empty where there is none.
std::string field_of(const NameValues& fields, std::string_view name);

/// Id and secret of "Basic …".
std::optional<std::pair<std::string, std::string>> basic_of(const std::string& authorization);

}  // namespace gcmock
