// Worlds written to files, as people would, and read again.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "gcmock/harness/scenario.h"

namespace gcmock::why {

using json = nlohmann::ordered_json;

/// A file with one member a line. Comments are left out.
json read_forgivingly(const std::filesystem::path& file);

/// A folder of its own while it lives.
class Desk {
 public:
  Desk();
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  /// Empty where it cannot be read as one.
  std::optional<Scenario> world(const json& world);
  /// The last world that was written, changed by a scenario.
  std::optional<Scenario> changed_world(const json& patch);

 private:
  const std::filesystem::path folder_;
  std::string org_to_call_;  ///< in the last world that was written
};

}  // namespace gcmock::why
