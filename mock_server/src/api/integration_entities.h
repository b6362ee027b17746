// Integrations and their types as the API shows them (source: vendor_openapi, Integration, IntegrationType).
#pragma once

#include <string>
#include <string_view>

#include "api/entities.h"

namespace gcmock {

/// IntegrationType.
Json integration_type(const IntegrationType& type);

/// IntegrationConfiguration: the current one.
Json integration_configuration(const Integration& integration);

/// Integration, with its configuration where `expand` lists "config.current".
Json integration_entity(const ApiCall& call, const Integration& integration);

/// "ENABLED", "DISABLED", "DELETED": Integration.intendedState.
std::string_view intended_state(const Integration& integration);
/// "ACTIVE", "INACTIVE": what it reports is what was intended, at once (assumed).
std::string_view reported_state(const Integration& integration);

/// The type of an integration; one that knows only its id where the world has none of that id.
IntegrationType type_of(const ApiCall& call, const Integration& integration);

}  // namespace gcmock
