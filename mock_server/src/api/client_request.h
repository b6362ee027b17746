// What POST and PUT of /api/v2/oauth/clients ask for: OAuthClientRequest.
#pragma once

#include <variant>

#include "api/call.h"

namespace gcmock {

/// `before` as the body of the request wants it: the whole, since what is left out falls back to its default, but for
/// the state, which stays. Grants that a world file gave beside the vendor's one word stay while the word does.
/// Or the first fault, in the order: grant type, name, scopes, roles, lifetime, redirect URIs, state.
/// Members that OAuthClientRequest has not are ignored, and so is dateToDelete (assumed).
std::variant<OAuthClient, ApiFault> read_client(const ApiCall& call, OAuthClient before);

}  // namespace gcmock
