// What stands at the placeholders of an API path.
#pragma once

#include <cstddef>
#include <string>

#include "api/call.h"

namespace gcmock {

/// Decoded: SDKs percent-encode it ("users%3Areadonly"). As sent where it is no percent-encoding.
std::string path_parameter(const ApiCall& call, std::size_t index);

}  // namespace gcmock
