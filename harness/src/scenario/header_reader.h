// Headers of scripted answers.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenario/fields.h"

namespace gcmock {

enum class NullHeader { is_wrong, leaves_out };

/// The object at `key`: names and values; empty where a value is null, which only `leaves_out` allows.
std::vector<std::pair<std::string, std::optional<std::string>>> read_headers(const Fields& fields, std::string_view key,
                                                                             NullHeader null, Mistakes& mistakes);

}  // namespace gcmock
