// OAuthClient, as the API shows it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "api/call.h"
#include "api/entities.h"

namespace gcmock {

/// Without its secret, which only creating and rotating show: whether the vendor's GET has it is not known, and a
/// journal had better not. What is older than the world has its start for a date (assumed).
Json oauth_client(const ApiCall& call, const Org& registered_in, const OAuthClient& client);

}  // namespace gcmock
