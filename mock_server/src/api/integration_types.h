// What can be installed: /api/v2/integrations/types, /{typeId}, /{typeId}/configschemas/{configType}.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_integration_types(const ApiCall& call);
ApiOutcome get_integration_type(const ApiCall& call);
ApiOutcome get_integration_config_schema(const ApiCall& call);

}  // namespace gcmock
