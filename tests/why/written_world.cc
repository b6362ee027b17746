#include "written_world.h"

#include <unistd.h>

#include <fstream>

#include "checking/world_or_scenario.h"

namespace gcmock::why {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const json& value) {
  std::ofstream(file) << value.dump(2) << '\n';
}

}  // namespace

json read_forgivingly(const fs::path& file) {
  std::ifstream in(file);
  return json::parse(in, nullptr, true, true);
}

Desk::Desk() : folder_(fs::temp_directory_path() / ("gcmock-why-" + std::to_string(getpid()))) {
  fs::create_directories(folder_);
}

Desk::~Desk() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::optional<Scenario> Desk::world(const json& world) {
  const std::string file = (folder_ / "world.json").string();
  write(file, world);
  LoadedWorld loaded = load_world(file);
  if (!loaded.client_settings.empty()) org_to_call_ = loaded.client_settings.begin()->first.value;
  return loaded.world ? std::optional(scenario_of_world(std::move(loaded), file)) : std::nullopt;
}

std::optional<Scenario> Desk::changed_world(const json& patch) {
  const std::string file = (folder_ / "scenario.json").string();
  write(file, {{"title", "A world that has changed"},
               {"world", "world.json"},
               {"world_changes", patch},
               {"steps", json::array({{{"do", "call"}, {"org", org_to_call_}, {"outcome", "ok"}}})}});
  return load_scenario(file).scenario;
}

}  // namespace gcmock::why
