// From the JSON of a world to the world, with everything that must be looked at again when all of it is read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/json_value.h"
#include "scenario/mistakes.h"

namespace gcmock {

/// A name that stands for something elsewhere in the world.
struct Reference {
  enum class To {
    user,
    role,
    group,
    other_org,
    client_known_in_org,
    client_registered_elsewhere,
    client_registered,
    division,
    default_role,
    integration_type
  };
  To to;
  OrgName org;  ///< empty: it is the world that names it
  Text name;
};

/// Something that must not be there twice: a credential, or an id. Its value is never told.
struct StatedOnce {
  std::string what;  ///< "refresh token"
  std::string value;
  Spot spot;
};

struct WorldReading {
  World world;
  std::map<OrgName, Text> clients_under_test;
  std::vector<Reference> references;
  std::vector<StatedOnce> stated_once;
  std::map<std::pair<OrgName, ClientId>, Spot> client_spots;  ///< keys of registrations
};

struct WorldOptions {
  std::uint64_t seed = 1;
  /// The world before world_changes: what a token needs of a client that is gone is taken from it. May be null.
  const World* before = nullptr;
};

WorldReading read_world(const JsonValue& value, const WorldOptions& options, Mistakes& mistakes);

}  // namespace gcmock
