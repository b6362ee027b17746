// /api/v2/oauth/clients: OAuth clients of the caller's org.
#pragma once

#include "api/call.h"

namespace gcmock {

ApiOutcome list_oauth_clients(const ApiCall& call);
ApiOutcome get_oauth_client(const ApiCall& call);

/// Answers with the secret: it is shown then, and when it is rotated.
ApiOutcome create_oauth_client(const ApiCall& call);
/// A full update.
ApiOutcome update_oauth_client(const ApiCall& call);
/// Of an inactive client only.
ApiOutcome delete_oauth_client(const ApiCall& call);
/// The secret before is wrong at once (assumed); tokens that were issued live on (assumed).
ApiOutcome rotate_client_secret(const ApiCall& call);

}  // namespace gcmock
