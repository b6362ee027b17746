// World events that come one at a time, as text: what a step of a scenario says, from outside of a scenario.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/world_change.h"
#include "gcmock/harness/diagnostic.h"

namespace gcmock {

/// All mistakes at once; a change exactly where there are none.
struct ReadEvent {
  std::optional<WorldChange> change;
  std::vector<Diagnostic> diagnostics;
};

/// `text` is one event, `{"rotate_secret": {"org": …, "client": …}}`. Names are held against `world`. What the event
/// generates depends on `seed` and on `number`, that of the event in its run, from 0.
ReadEvent read_event_text(const std::string& text, const World& world, std::uint64_t seed, std::size_t number);

/// What may be said of an event, for who offers it.
struct EventForm {
  struct Member {
    std::string_view name;
    bool is_required = false;
    std::vector<std::string_view> words;  ///< that may be said; empty: others
  };
  std::string_view name;
  std::string_view title;  ///< "rotate a client's secret"
  std::vector<Member> members;
};
std::vector<EventForm> event_forms();

}  // namespace gcmock
