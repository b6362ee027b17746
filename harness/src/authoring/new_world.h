// A world to begin with: orgs that are well, each with a user, a client and live tokens.
#pragma once

#include <string>
#include <vector>

#include "authoring/new_file.h"

namespace gcmock {

struct NewWorld {
  std::string file;                 ///< "fixtures/worlds/my_app.json"
  std::vector<std::string> orgs;    ///< short names as docs/formats.md has them; one at least
  std::string dialect = "genesys";  ///< or "reported": docs/genesys-behaviour.md
  std::string client = "my_app";    ///< its id; in the dialect genesys each org has a client of its own
};

/// Throws Error where the names are none.
NewFile new_world(const NewWorld& world);

}  // namespace gcmock
