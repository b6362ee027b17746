// How lists are searched and sorted: without regard to the case of ASCII letters (assumed).
#pragma once

#include <string_view>
#include <vector>

#include "api/entities.h"
#include "api/query.h"

namespace gcmock {

bool is_same_text(std::string_view one, std::string_view other);
bool contains_text(std::string_view text, std::string_view searched);

/// By the member that `sortBy` names, else by `usual`; entities without it come first, equals keep their order.
void sort_by_member(std::vector<Json>& entities, const Query& query, std::string_view usual);

}  // namespace gcmock
