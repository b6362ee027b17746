// Integrations of an org, and the types of integrations that there are.
#pragma once

#include "gcmock/domain/world.h"
#include "scenario/fields.h"
#include "scenario/world_reader.h"

namespace gcmock {

/// "integration_types" of the world, by id.
std::map<std::string, IntegrationType> read_integration_types(const Fields& fields, WorldReading& reading,
                                                              Mistakes& mistakes);

/// "integrations" of an org, by id.
std::map<IntegrationId, Integration> read_integrations(const OrgName& org, const Fields& fields, WorldReading& reading,
                                                       Mistakes& mistakes);

}  // namespace gcmock
