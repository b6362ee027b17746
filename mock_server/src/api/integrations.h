// Installed integrations: /api/v2/integrations, /{integrationId}, /{integrationId}/config/current, /clientapps.
// Creating or enabling one authorizes its type's vendor clients in the org: their users can log in from then on.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_integrations(const ApiCall& call);
ApiOutcome create_integration(const ApiCall& call);
ApiOutcome get_integration(const ApiCall& call);
ApiOutcome patch_integration(const ApiCall& call);
ApiOutcome delete_integration(const ApiCall& call);
ApiOutcome list_client_apps(const ApiCall& call);

/// The integration that the path names; null where the org has none of that id.
const Integration* integration_of_path(const ApiCall& call);

}  // namespace gcmock
