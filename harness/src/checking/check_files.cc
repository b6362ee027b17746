// Files are shared out among threads; a world is read once, by whoever needs it first.
#include "checking/check_files.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "checking/file_kind.h"
#include "parallel/side_by_side.h"
#include "scenario/client_profile_loader.h"
#include "scenario/scenario_loader.h"

namespace gcmock {
namespace {

using SharedWorld = std::shared_ptr<const WorldOnShelf>;

/// Thread-safe.
class Worlds {
 public:
  SharedWorld get(const std::string& file) {
    std::promise<SharedWorld> promise;
    std::shared_future<SharedWorld> world;
    bool is_mine = false;
    {
      const std::lock_guard lock(mutex_);
      const auto [entry, is_new] = by_file_.try_emplace(file);
      if (is_new) entry->second = promise.get_future().share();
      world = entry->second;
      is_mine = is_new;
    }
    if (is_mine) promise.set_value(std::make_shared<const WorldOnShelf>(load_world_for_shelf(parse_file(file), {})));
    return world.get();
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_future<SharedWorld>> by_file_;
};

struct Checked {
  FileKind kind = FileKind::scenario;
  std::string world;  ///< of a scenario: the file that it names
  std::vector<FileFinding> findings;
};

Checked check(const ParsedFile& parsed, const CheckOptions& options, Worlds& worlds) {
  Checked checked;
  checked.kind = kind_of(parsed);
  switch (checked.kind) {
    case FileKind::world:
      checked.findings = load_world_for_shelf(parsed, {}).findings;
      break;
    case FileKind::client_profile:
      checked.findings = findings_in_client_profile(parsed);
      break;
    case FileKind::scenario:
      checked.findings = read_scenario(parsed, {{}, options.today}, [&](const std::string& world) {
                           checked.world = world;
                           return worlds.get(world);
                         }).findings;
      break;
  }
  return checked;
}

std::vector<Checked> check_each(const std::vector<std::string>& files, const CheckOptions& options) {
  Worlds worlds;
  std::vector<Checked> checked(files.size());
  side_by_side(files.size(), options.threads,
               [&](std::size_t i) { checked[i] = check(parse_file(files[i]), options, worlds); });
  return checked;
}

/// A folder of worlds is judged where a scenario uses one of its worlds: then the scenarios of the others would have
/// been checked as well.
void add_unused_worlds(const std::vector<std::string>& files, const std::vector<Checked>& checked,
                       std::vector<FileFinding>& findings) {
  std::set<std::string> used;
  std::set<std::filesystem::path> folders;
  for (const Checked& each : checked) {
    if (each.world.empty()) continue;
    used.insert(each.world);
    folders.insert(std::filesystem::path(each.world).parent_path());
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool is_judged = folders.contains(std::filesystem::path(files[i]).parent_path());
    if (checked[i].kind != FileKind::world || !is_judged || used.contains(files[i])) continue;
    FileFinding finding;
    finding.weight = FileFinding::Weight::doubt;
    finding.diagnostic.code = "GC610";
    finding.diagnostic.place.file = files[i];
    finding.diagnostic.what = "no checked scenario uses this world";
    finding.diagnostic.fix = "write one, remove the world, or check all folders of scenarios together";
    findings.push_back(std::move(finding));
  }
}

std::vector<FileFinding> without_repetitions(const std::vector<FileFinding>& findings) {
  std::vector<FileFinding> once;
  std::set<std::string> seen;
  for (const FileFinding& finding : findings) {
    if (seen.insert(to_string(finding)).second) once.push_back(finding);
  }
  return once;
}

}  // namespace

std::vector<FileFinding> findings_in_text(const std::string& file, const std::string& text) {
  Worlds worlds;
  return in_order(check(parse_text(file, text), {}, worlds).findings);
}

std::vector<FileFinding> check_files(const std::vector<std::string>& files, const CheckOptions& options) {
  const std::vector<Checked> checked = check_each(files, options);
  std::vector<FileFinding> findings;
  for (const Checked& each : checked) findings.insert(findings.end(), each.findings.begin(), each.findings.end());
  add_unused_worlds(files, checked, findings);
  return in_order(without_repetitions(findings));
}

}  // namespace gcmock
