#include "serving/served_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "checking/world_or_scenario.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 100;

/// Relative, and nothing leads out of its folder.
bool is_name_of_a_file(const std::string& name) {
  const fs::path path(name);
  return !name.empty() && name.find('\0') == std::string::npos && path.is_relative() && path.has_filename() &&
         path.lexically_normal() == path && *path.begin() != "..";
}

std::string what_is_wrong_with(const SentFiles& files) {
  if (!files.texts.contains(files.main)) return "\"files\" has no file of the name that \"scenario\" gives";
  if (files.texts.size() > most_files) return fmt::format("there are more than {} files", most_files);
  for (const auto& [name, text] : files.texts) {
    if (!is_name_of_a_file(name)) return "names of files are relative, with '/' and without \"..\"";
  }
  return {};
}

void write(const SentFiles& files, const ScratchDirectory& folder) {
  for (const auto& [name, text] : files.texts) {
    const fs::path path = fs::path(folder.path()) / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
}

void show_names_as_sent(std::vector<Diagnostic>& diagnostics, const std::string& folder) {
  const auto cut = [&](std::string& file) {
    if (file.starts_with(folder + '/')) file.erase(0, folder.size() + 1);
  };
  for (Diagnostic& diagnostic : diagnostics) {
    cut(diagnostic.place.file);
    if (diagnostic.also) cut(diagnostic.also->file);
  }
}

}  // namespace

LoadedRun load_run(const std::string& file, std::uint64_t seed) {
  WorldOrScenario loaded = load_world_or_scenario(file, seed);
  LoadedRun run{std::nullopt, std::move(loaded.diagnostics)};
  if (!loaded.scenario) return run;
  run.source.emplace();
  run.source->kind = loaded.kind == FileKind::world ? RunKind::world : RunKind::scenario;
  run.source->scenario = *std::move(loaded.scenario);
  run.source->options.seed = seed;
  return run;
}

void ServedRuns::add(std::shared_ptr<ServedRun> run) {
  const std::lock_guard lock(mutex_);
  runs_.push_back(std::move(run));
}

std::variant<std::shared_ptr<ServedRun>, RunNotStarted> ServedRuns::start(const SentFiles& files) {
  if (std::string what = what_is_wrong_with(files); !what.empty()) return RunNotStarted{std::move(what)};
  auto folder = std::make_shared<const ScratchDirectory>();
  write(files, *folder);
  LoadedRun loaded = load_run(folder->path() + '/' + files.main, files.seed);
  if (!loaded.source) {
    show_names_as_sent(loaded.diagnostics, folder->path());
    return RunNotStarted{"the scenario or its world has mistakes", std::move(loaded.diagnostics)};
  }
  RunSource source = *std::move(loaded.source);
  source.files = std::move(folder);
  const std::lock_guard lock(mutex_);
  if (runs_.size() >= options_.at_most) {
    return RunNotStarted{fmt::format("there are {} runs already: end one with DELETE", runs_.size()), {}, true};
  }
  source.id = fmt::format("run-{}", ++started_);
  source.server = server_options(overlaid(source.scenario.server, options_.settings));
  source.server.address = options_.address;
  source.server.told_address = options_.told_address;
  source.server.seed = files.seed;
  source.server.clock = source.scenario.clock.value_or(DomainClock{});
  std::shared_ptr<ServedRun> run = serve(source);
  if (run == nullptr) return RunNotStarted{"no port of the range is free", {}, true};
  runs_.push_back(run);
  return run;
}

/// At the first port of the range that nobody has; null where all are taken.
std::shared_ptr<ServedRun> ServedRuns::serve(const RunSource& source) const {
  if (options_.first_port == 0) return std::make_shared<ServedRun>(source);
  for (int port = options_.first_port; port <= options_.last_port; ++port) {
    RunSource candidate = source;
    candidate.server.port = port;
    const auto has_it = [&](const auto& run) { return run->has_port(port); };
    if (std::ranges::any_of(runs_, has_it)) continue;
    try {
      return std::make_shared<ServedRun>(std::move(candidate));
    } catch (const Error&) {  // somebody else's
    }
  }
  return nullptr;
}

std::shared_ptr<ServedRun> ServedRuns::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find_if(runs_, [&](const auto& run) { return run->id() == id; });
  return found == runs_.end() ? nullptr : *found;
}

std::vector<std::shared_ptr<ServedRun>> ServedRuns::all() const {
  const std::lock_guard lock(mutex_);
  return runs_;
}

bool ServedRuns::stop(const std::string& id) {
  std::shared_ptr<ServedRun> stopped;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find_if(runs_, [&](const auto& run) { return run->id() == id; });
    if (found == runs_.end() || !(*found)->was_started()) return false;
    stopped = std::move(*found);
    runs_.erase(found);
  }
  stopped->close();
  return true;
}

}  // namespace gcmock
