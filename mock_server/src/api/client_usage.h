// /api/v2/oauth/clients/{clientId}/usage/…: how often a client asked the API, as this world served it.
#pragma once

#include "api/call.h"

namespace gcmock {

/// Done at once, so never 202: results are there as soon as they are asked for (assumed).
ApiOutcome ask_client_usage(const ApiCall& call);
/// Of the last `days` days: by day, client, org, operation and method (assumed).
ApiOutcome ask_client_usage_summary(const ApiCall& call);
/// Counted when they are asked for.
ApiOutcome get_client_usage(const ApiCall& call);

}  // namespace gcmock
