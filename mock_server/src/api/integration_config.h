// The configuration of an integration: /api/v2/integrations/{integrationId}/config/current.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome get_integration_config(const ApiCall& call);
ApiOutcome put_integration_config(const ApiCall& call);

}  // namespace gcmock
