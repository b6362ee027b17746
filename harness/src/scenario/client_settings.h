// What the client under test believes: the world as its file states it.
#pragma once

#include <map>

#include "gcmock/harness/client_under_test.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// One entry for each org whose client under test is clear: the one that the org names, the only one that it knows,
/// or the one of its token `main`.
std::map<OrgName, ClientSettings> client_settings_of(const WorldReading& reading);

/// The token named `main`, or the only one; null where there is neither.
const InitialToken* configured_token(const std::vector<InitialToken>& tokens);

}  // namespace gcmock
