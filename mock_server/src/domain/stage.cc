// Words for the stages of a rule.
#include "gcmock/domain/stage.h"

namespace gcmock {

std::string_view to_string(Stage stage) {
  switch (stage) {
    case Stage::instead_of_ruling:
      return "instead_of_ruling";
    case Stage::after_settling:
      return "after_settling";
  }
  return "?";
}

std::optional<Stage> stage_from(std::string_view word) {
  for (const Stage stage : {Stage::instead_of_ruling, Stage::after_settling}) {
    if (word == to_string(stage)) return stage;
  }
  return std::nullopt;
}

}  // namespace gcmock
