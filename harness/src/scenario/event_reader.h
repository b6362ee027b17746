// World events: what happens to the world in the middle of a scenario, as a step or as an action of a rule.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/world_change.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

/// "rotate_secret", "delete_client" … in the order of docs/formats.md.
std::vector<std::string_view> event_keys();

/// The shape of what an event says; null where there is no such event.
const Shape* shape_of_event(std::string_view key);

/// The event's key in `value`, an object; null where it has none.
const JsonMember* find_event(const JsonValue& value);

/// What `{ "rotate_secret": { "org": …, "client": … } }` means. `seed` is of the secrets that it generates. Empty, and
/// a mistake told, where it cannot be read.
std::optional<WorldChange> read_event(const JsonMember& event, const Cast& cast, std::uint64_t seed,
                                      Mistakes& mistakes);

}  // namespace gcmock
