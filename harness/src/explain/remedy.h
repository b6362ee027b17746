// What would have turned a refusal into a grant.
#pragma once

#include <string>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// A member of the world file with its value, or what the client would have to do, in a few words; empty where there is
/// nothing sensible to say. No credentials.
std::string remedy_for(const Exchange& refused);

}  // namespace gcmock
