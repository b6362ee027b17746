// What can only be judged when the whole world is read: names that lead nowhere, things that are there twice.
#pragma once

#include "scenario/mistakes.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// `before`, where there is one, is the world before world_changes: what they removed may still be named.
void check_world(const WorldReading& reading, const World* before, Mistakes& mistakes);

}  // namespace gcmock
