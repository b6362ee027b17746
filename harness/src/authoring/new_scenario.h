// A scenario to begin with: one call in one org of a world, and what goes wrong in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "authoring/new_file.h"

namespace gcmock {

enum class ScenarioKind {
  refresh,       ///< an expired access token is refreshed
  wrong_secret,  ///< the client has a secret that is not its org's
  unavailable,   ///< the token endpoint answers 503
  rate_limited,  ///< it answers 429 with Retry-After
  lost_answer,   ///< the refresh goes through, and its answer never arrives
};

std::string_view to_string(ScenarioKind kind);
std::optional<ScenarioKind> scenario_kind_from(std::string_view word);
std::vector<std::string> scenario_kinds();

struct NewScenario {
  std::string file;   ///< "scenarios/my_app/refresh.json"
  std::string world;  ///< a world's file
  std::string org;    ///< one of that world, with a refresh token named main
  ScenarioKind kind = ScenarioKind::refresh;
};

/// What the correct client passes. Throws Error where the world has mistakes, or no such org, or the org no access and
/// refresh token for the client to begin with.
NewFile new_scenario(const NewScenario& scenario);

/// The orgs of the world that a scenario can be made for, in the order of their names. Throws Error as above.
std::vector<std::string> orgs_for_a_scenario(const std::string& world);

}  // namespace gcmock
