// Listings: the paging members that all of the vendor's entity listings share (vendor_openapi).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "api/entities.h"
#include "api/query.h"

namespace gcmock {

/// {entities, pageSize, pageNumber, total, pageCount, selfUri, firstUri, lastUri, nextUri, previousUri}: the entities
/// of that page. `path` is what the uris are of.
Json listing(const std::vector<Json>& entities, const PageRequest& page, std::string_view path);

/// All entities on one page, for operations without paging parameters: {entities, pageSize, pageNumber, total,
/// pageCount, selfUri}.
Json listing_of_all(const std::vector<Json>& entities, std::string_view path);

}  // namespace gcmock
