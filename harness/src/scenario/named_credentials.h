// Credentials that a world would generate where its file states others, or none.
#pragma once

#include <cstdint>
#include <string_view>

#include "gcmock/harness/scenario.h"

namespace gcmock {

/// Behind the name of such a credential: "secondary/secret-app (generated)".
inline constexpr std::string_view generated_mark = " (generated)";

/// Of each client, of each token, and of the tokens named main that an org may have; those that `world` has are left
/// out.
NamedCredentials generated_credentials(const World& world, std::uint64_t seed);

}  // namespace gcmock
