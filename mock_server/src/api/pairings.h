// Pairings: a trustee's offers (vendor_openapi: "a pairing id is created by the trustee and given to the trustor").
#pragma once

#include <string_view>

#include "api/call.h"

namespace gcmock {

ApiOutcome post_pairing(const ApiCall& call);
/// Whoever knows the id may see it.
ApiOutcome get_pairing(const ApiCall& call);

/// A pairing of any org, and that org; null where there is none of that id or it is older than 48 hours.
struct OfferedPairing {
  const Org* trustee = nullptr;
  const Pairing* pairing = nullptr;
};
OfferedPairing find_pairing(const World& world, std::string_view id, Instant now);

}  // namespace gcmock
