// Taking something out of a file without touching the rest of it.
#pragma once

#include <string_view>

#include "scenario/file_finding.h"
#include "scenario/json_value.h"

namespace gcmock {

/// The member with the comma behind it, and the whole line where nothing else stands on it. A comma before it may be
/// left at the end: that is forgiven.
TextEdit removal_of_member(const JsonMember& member);
/// The same of an item of a list.
TextEdit removal_of_item(const JsonValue& item);
/// The same of whatever stands in this range.
TextEdit removal_of(std::string_view text, TextRange range);

}  // namespace gcmock
