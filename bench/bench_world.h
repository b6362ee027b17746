// A world whose one refresh token stays good, so that one request can be sent again and again.
#pragma once

#include <string>

#include "gcmock/domain/world.h"

namespace gcmock {

World bench_world(Rotation rotation = Rotation::same_token);

/// Body and Authorization header of a refresh with the token that bench_world() starts with.
std::string refresh_body();
std::string refresh_body(const std::string& refresh_token);
std::string client_authorization();

/// The whole request, as a client would send it.
std::string refresh_request();

}  // namespace gcmock
