// load_scenario: one file, its world, and everything that they say.
#include "scenario/scenario_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "gcmock/harness/scenario.h"
#include "scenario/cast.h"
#include "scenario/client_settings.h"
#include "scenario/clock_reader.h"
#include "scenario/doubts.h"
#include "scenario/expect_reader.h"
#include "scenario/expect_sense.h"
#include "scenario/fields.h"
#include "scenario/json_document.h"
#include "scenario/named_credentials.h"
#include "scenario/scenario_files.h"
#include "scenario/script_reader.h"
#include "scenario/server_reader.h"
#include "scenario/spelling.h"
#include "scenario/step_reader.h"
#include "scenario/world_loader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> json_files_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error)) {
    if (entry.path().extension() == ".json") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::shared_ptr<const WorldOnShelf> find_world(const Fields& fields, const std::string& file, const WorldShelf& worlds,
                                               Mistakes& mistakes) {
  const std::optional<Text> stated = fields.said("world");
  if (!stated) return nullptr;
  const fs::path path = (fs::path(file).parent_path() / stated->text).lexically_normal();
  std::error_code error;
  if (fs::is_regular_file(path, error)) {
    std::shared_ptr<const WorldOnShelf> world = worlds(path.string());
    mistakes.add(world->findings);
    return world;
  }
  const std::optional<std::string> meant = closest(path.filename().string(), json_files_in(path.parent_path()));
  const std::string fix =
      meant ? fmt::format("did you mean \"{}\"?", (fs::path(stated->text).parent_path() / *meant).string())
            : "the path is relative to the scenario's own folder";
  mistakes.add({"GC301", stated->spot, fmt::format("there is no world file {}", path.string()), fix});
  return nullptr;
}

void override_setting(const Fields& fields, std::string_view key, std::string& setting) {
  if (fields.is_null(key)) {
    setting.clear();
  } else if (const std::optional<Text> value = fields.text(key)) {
    setting = value->text;
  }
}

void override_settings(const Fields& scenario, std::map<OrgName, ClientSettings>& settings, Mistakes& mistakes) {
  for (const JsonMember& member : scenario.entries("client_settings")) {
    const Fields fields(member.value, shapes::client_settings, mistakes);
    ClientSettings& told = settings[OrgName(member.key)];
    override_setting(fields, "client_id", told.client_id);
    override_setting(fields, "client_secret", told.client_secret);
    override_setting(fields, "redirect_uri", told.redirect_uri);
    override_setting(fields, "refresh_token", told.refresh_token);
    override_setting(fields, "access_token", told.access_token);
    override_setting(fields, "auth_code", told.auth_code);
    override_setting(fields, "saml_assertion", told.saml_assertion);
  }
}

void check_settings_orgs(const Fields& scenario, const Cast& cast, Mistakes& mistakes) {
  const JsonMember* found = scenario.member("client_settings");
  if (found == nullptr) return;
  for (const JsonMember& member : found->value.members) cast.check_org({member.key, member.key_spot}, mistakes);
}

void read_head(const Fields& fields, Scenario& scenario) {
  scenario.title = fields.said("title").value_or(Text{}).text;
  scenario.source = fields.text("source").value_or(Text{}).text;
  for (Text& tag : fields.texts("tags")) scenario.tags.push_back(std::move(tag.text));
  scenario.time_limit = fields.duration("time_limit", Span::positive);
}

Scenario scenario_from(const JsonValue& json, const std::string& file, const LoadOptions& options,
                       const WorldShelf& worlds, Mistakes& mistakes) {
  const Fields fields(json, shapes::scenario, mistakes);
  Scenario scenario;
  scenario.file = file;
  scenario.id = scenario_id(file);
  read_head(fields, scenario);
  const std::shared_ptr<const WorldOnShelf> world = find_world(fields, file, worlds, mistakes);
  const StatedWorld* stated = world != nullptr && world->stated ? &*world->stated : nullptr;
  if (stated) {
    const JsonMember* changes = fields.member("world_changes");
    ChangedWorld changed = change_world(*stated, changes != nullptr ? &changes->value : nullptr, options, mistakes);
    scenario.world = std::move(changed.world);
    scenario.places = std::move(changed.places);
    scenario.client_settings = client_settings_of(stated->reading);
    scenario.credentials = credentials_of(stated->reading.world);
    scenario.credentials.merge(credentials_of(scenario.world));
    scenario.credentials.merge(generated_credentials(scenario.world, options.seed));
  }
  override_settings(fields, scenario.client_settings, mistakes);
  const Cast cast = stated ? Cast(stated->reading.world, scenario.world, scenario.client_settings) : Cast();
  check_settings_orgs(fields, cast, mistakes);
  scenario.steps = read_steps(fields, cast, options.seed, mistakes);
  scenario.server = read_server(fields, shapes::server, mistakes);
  scenario.script = read_script(fields, cast, options.seed, scenario.server.scheme, mistakes);
  scenario.expect = read_expectations(fields, cast, stated ? &scenario.world : nullptr, mistakes);
  scenario.clock = read_clock(fields, mistakes);
  scenario.client_clock = read_client_clock(fields, scenario.clock);
  scenario.waivers = read_waivers(fields, mistakes);
  return scenario;
}

}  // namespace

ReadScenario read_scenario(const ParsedFile& parsed, const ReadOptions& options, const WorldShelf& worlds) {
  if (!parsed.json) return {std::nullopt, parsed.told};
  Mistakes mistakes;
  mistakes.add(parsed.told);
  ReadScenario read;
  read.scenario = scenario_from(*parsed.json, parsed.file, options.load, worlds, mistakes);
  // What could not be read has no sense to judge.
  if (mistakes.count() == 0) check_expectations(*parsed.json, *read.scenario, mistakes);
  if (mistakes.count() == 0) warn_of_doubts(*parsed.json, *read.scenario, options.today, mistakes);
  if (mistakes.count() > 0) read.scenario.reset();
  read.findings = mistakes.findings();
  return read;
}

LoadedScenario load_scenario(const std::string& file, const LoadOptions& options) {
  ReadScenario read = read_scenario(parse_file(file), {options, std::nullopt}, [&](const std::string& world) {
    return std::make_shared<const WorldOnShelf>(load_world_for_shelf(parse_file(world), options));
  });
  return {std::move(read.scenario), mistakes_of(read.findings)};
}

}  // namespace gcmock
