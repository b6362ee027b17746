// application/x-www-form-urlencoded, read strictly: what is no form is said to be none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gcmock {

/// Names and values, decoded, in the order sent; repeated names are kept.
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// Empty where a percent sign is not followed by two hexadecimal digits. An empty text is an empty form.
std::optional<FormFields> parse_form(std::string_view text);

/// One name or value: '+' is a space, %XX a byte. Empty as above.
std::optional<std::string> form_decode(std::string_view text);

/// Unreserved characters stay, each other byte is %XX (RFC 3986 §2.1): good in a query, a fragment and a form.
std::string percent_encode(std::string_view text);

/// The one value of `name`; null where it is absent or empty: RFC 6749 §3.2 treats both alike.
const std::string* field(const FormFields& fields, std::string_view name);

/// The first name that stands twice, if any.
std::optional<std::string_view> repeated_name(const FormFields& fields);

}  // namespace gcmock
