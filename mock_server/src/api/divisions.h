// Divisions of an org (source: vendor_openapi, AuthzDivision).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/entities.h"

namespace gcmock {

ApiOutcome list_divisions(const ApiCall& call);
ApiOutcome create_division(const ApiCall& call);

/// AuthzDivision.
Json authz_division(const Division& division);
/// Division: what other entities show of it.
Json division_reference(const Division& division);

/// The home division first, then the others by their ids.
std::vector<Division> divisions_of(const Org& org);
std::optional<Division> find_division(const Org& org, std::string_view id);

}  // namespace gcmock
