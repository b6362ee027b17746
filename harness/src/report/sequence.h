// What happened in a scenario as a sequence diagram has it: who spoke to whom, in the order of time.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock {

enum class Tone { plain, good, bad, doubtful };

/// A step of the scenario: what the client was asked, or what happened to the world or the clock.
struct SequenceStep {
  std::string what;     ///< "step 2 · call secondary"
  std::string came_of;  ///< "expected needs_admin, got failed"
};

struct SequenceRequest {
  std::string what;       ///< "#4 POST /api/v2/oauth/token refresh_token refresh-main"
  std::string blamed_by;  ///< "I-19, check": what did not hold because of it
};

/// A rule of the script that spoke, or a change of the world that the request made.
struct SequenceNote {
  std::string what;
};

enum class Arrival { whole, lost, never_made };

struct SequenceAnswer {
  std::string what;  ///< "#4 403 client_not_registered_in_org"
  Arrival arrival = Arrival::whole;
};

struct SequenceEvent {
  std::chrono::nanoseconds at{0};  ///< since the server's start
  std::optional<Instant> domain_time;
  std::size_t lane = 0;        ///< index in Sequence::orgs; of no meaning for a step
  std::uint64_t exchange = 0;  ///< 0: a step
  Tone tone = Tone::plain;
  std::variant<SequenceStep, SequenceRequest, SequenceNote, SequenceAnswer> what;
};

struct Sequence {
  std::vector<std::string> orgs;  ///< lanes beside the client's, in the order of their first exchange
  std::vector<SequenceEvent> events;
  std::size_t exchanges_left_out = 0;  ///< from the middle of a long journal
};

/// Answers of exchanges under way at the same time stand where they went out, not below their requests.
Sequence sequence_of(const ScenarioResult& scenario);

}  // namespace gcmock
