// A world file, broken in one place.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace gcmock::why {

using json = nlohmann::ordered_json;

struct Mutation {
  std::string pointer;  ///< what is broken
  json value;           ///< instead of it; null: it is gone
};

/// Each member is removed once, and given each other value that makes sense for one of its name; members that clients,
/// users, orgs and tokens may have and do not are added. Not all are worlds that can be read.
std::vector<Mutation> mutations_of(const json& world);

/// As a merge patch (RFC 7396).
json patch_of(const Mutation& mutation);

}  // namespace gcmock::why
