// Tokens and codes that exist when the scenario starts.
#pragma once

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// Fills the org's tokens in `reading`. `fields` are the org's. Values that are left out are generated
/// ("<org>/refresh-<name>", "<org>/access-<name>", "<org>/code-<name>"), and so is how long they last: as long as
/// their client's tokens do, codes as long as the world's.
void read_tokens(const OrgName& org, const Fields& fields, const WorldOptions& options, WorldReading& reading,
                 Mistakes& mistakes);

}  // namespace gcmock
