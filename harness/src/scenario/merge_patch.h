// RFC 7396: what has happened to a world since its file was written, and where each part of it comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "scenario/json_value.h"
#include "scenario/mistakes.h"

namespace gcmock {

/// RFC 6901: '~' and '/' in a key are escaped.
std::string pointer_to(std::string_view parent, std::string_view key);

/// Every value of the file, by its pointer.
WorldPlaces places_of(const JsonValue& world);

/// An object that the patch adds beside one of nearly the same name: perhaps that one was to be changed.
struct Lookalike {
  Spot added;
  std::string meant;
};

struct Merged {
  JsonValue value;
  WorldPlaces places;
  std::vector<Lookalike> lookalikes;
};

/// The world as `patch` leaves it. Tells as a mistake what the patch removes and the world does not have.
Merged merge(const JsonValue& world, const JsonValue& patch, Mistakes& mistakes);

}  // namespace gcmock
