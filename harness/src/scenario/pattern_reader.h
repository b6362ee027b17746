// Patterns of requests and exchanges, in scripts and in expectations.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "gcmock/harness/scenario.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

/// "method" of a request, in capitals.
std::optional<std::string> read_method(const Fields& fields);

/// The members that a rule's "when" and a pattern share.
template <class Target>
void read_subject(const Fields& fields, const Cast& cast, Target& target, Mistakes& mistakes);

/// "headers" and "fields": values by name, null for absent.
std::map<std::string, std::optional<std::string>> read_name_values(const Fields& fields, std::string_view key);

/// "path" of a request, without a query.
std::optional<std::string> read_path(const Fields& fields);

/// `fields` may have more keys than a pattern's: those of "never" and "after".
ExchangePattern read_pattern(const Fields& fields, const Cast& cast, Mistakes& mistakes);

/// `after` takes over what it does not say itself: endpoint, org, client and user; and grant, method, path, fields and
/// headers where it speaks of the same endpoint. Never status and refusal.
ExchangePattern taken_over(ExchangePattern after, const ExchangePattern& from);

}  // namespace gcmock
