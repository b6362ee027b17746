// Every action but the world events, as data: what the loader reads, docs/actions.md shows and tests hold to account.
#pragma once

#include <span>
#include <string_view>

#include "scenario/action_readers.h"

namespace gcmock {

/// At which stages an action has something to act on.
enum class ActsAt {
  either,             ///< alone at either stage
  instead_of_ruling,  ///< refuses there: behind a ruling it would contradict it
  after_settling,     ///< nowhere else
  on_an_answer,       ///< after_settling; instead_of_ruling only behind an action that makes an answer
};

struct ActionKind {
  std::string_view key;      ///< by which the loader knows it
  std::string_view example;  ///< JSON
  ActsAt stages;
  std::string_view seen;      ///< what the client sees, in Markdown
  std::string_view scenario;  ///< where the reference client meets it; below scenarios/
  Action (*read)(const JsonValue& value, Mistakes& mistakes);
};

/// In the order of docs/actions.md.
std::span<const ActionKind> action_kinds();

}  // namespace gcmock
