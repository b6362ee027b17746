// At which point of an exchange a rule of the script acts.
#pragma once

#include <optional>
#include <string_view>

namespace gcmock {

/// `instead_of_ruling`: policy is not asked and the ledger does not change.
/// `after_settling`: tokens were issued and rotated, and then the answer is delayed, replaced or lost.
enum class Stage { instead_of_ruling, after_settling };

std::string_view to_string(Stage stage);
std::optional<Stage> stage_from(std::string_view word);

}  // namespace gcmock
