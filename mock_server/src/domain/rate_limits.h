// Which limits count a request, and whether their windows have room for it.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "domain/ledger.h"
#include "domain/trail_recorder.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// A limit that an org has set, what it counts together, and the window that was opened last.
struct LimitInForce {
  LimitOf of = LimitOf::token_requests;
  RateLimit limit;
  CountedTogether counted;
  const RateWindow* window = nullptr;  ///< null: none yet
};

std::optional<LimitInForce> limit_of_token_requests(const Org& org, const Ledger& ledger);

/// In the order in which they are judged: of the token, of its user or client, of the org. That order is assumed.
std::vector<LimitInForce> limits_of_api_request(const Org& org, const Ledger& ledger, const IssuedToken& token);

/// Leaves a step, and refuses where the open window is used up.
bool has_room(const LimitInForce& limit, Instant now, TrailRecorder& trail);

/// How far a limit is used up, this request counted.
struct RateState {
  int count = 0;
  int allowed = 0;
  std::chrono::seconds reset{0};  ///< until its window is over

  bool operator==(const RateState&) const = default;
};

/// Of the limit that is nearest to its end; empty where none counted a request of this token.
std::optional<RateState> rate_state(const World& world, const Ledger& ledger, const IssuedToken& token, Instant now);

}  // namespace gcmock
