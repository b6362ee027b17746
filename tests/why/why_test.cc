// Each field of each shipped world is broken in turn. Of every request that is refused for it, the explanation must
// name the broken place, and the change that it proposes must restore the grant.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "explain/explain.h"
#include "granted_requests.h"
#include "mutations.h"
#include "written_world.h"

namespace gcmock::why {
namespace {

namespace fs = std::filesystem;

constexpr double least_share = 0.98;

struct Score {
  std::size_t denials = 0;
  std::size_t named = 0;
  std::size_t restored = 0;
  std::map<std::string, std::size_t> misses;  ///< in words, and how often

  void miss(const std::string& what) { ++misses[what]; }
};

std::vector<fs::path> shipped_worlds() {
  std::vector<fs::path> worlds;
  for (const auto& entry : fs::directory_iterator(fs::path(GCMOCK_SOURCE_DIR) / "fixtures" / "worlds")) {
    if (entry.path().extension() == ".json") worlds.push_back(entry.path());
  }
  std::ranges::sort(worlds);
  return worlds;
}

/// Of what was removed from the file itself: where it would be a member.
std::string broken_place(const Scenario& broken, const Mutation& mutation) {
  const auto& origins = broken.places.origins;
  const auto there = origins.find(mutation.pointer);
  if (there == origins.end())
    return to_string(*origins.at(mutation.pointer.substr(0, mutation.pointer.rfind('/'))).stated);
  return there->second.changed ? "at line " + std::to_string(there->second.changed->line)
                               : to_string(*there->second.stated);
}

/// "x.json:4:7" is not named by "x.json:4:71".
bool names(const std::string& decided_at, const std::string& place) {
  for (std::size_t at = decided_at.find(place); at != std::string::npos; at = decided_at.find(place, at + 1)) {
    const std::size_t behind = at + place.size();
    if (behind == decided_at.size() || std::isdigit(static_cast<unsigned char>(decided_at[behind])) == 0) return true;
  }
  return false;
}

/// One world, and what it grants.
class Trial {
 public:
  Trial(const fs::path& file, Desk& desk, Score& score)
      : name_(file.stem().string()), world_(read_forgivingly(file)), desk_(desk), score_(score) {
    requests_ = granted_requests(desk_.world(world_).value());
  }

  [[nodiscard]] std::size_t requests() const { return requests_.size(); }

  enum class By { editing_the_world, world_changes };

  void run(By by) {
    for (const Mutation& mutation : mutations_of(world_)) {
      if (by == By::editing_the_world && is_a_whole_org(mutation)) continue;
      const json patch = patch_of(mutation);
      json broken = world_;
      broken.merge_patch(patch);
      if (by == By::world_changes) desk_.world(world_);
      const auto scenario = by == By::world_changes ? desk_.changed_world(patch) : desk_.world(broken);
      if (!scenario) continue;
      for (const GrantedRequest& request : requests_) judge(mutation, broken, *scenario, request);
      restored_.clear();
    }
  }

 private:
  /// Nothing in the file tells of an org that it never had.
  static bool is_a_whole_org(const Mutation& mutation) {
    return mutation.value.is_null() && std::ranges::count(mutation.pointer, '/') == 2 &&
           mutation.pointer.starts_with("/orgs/");
  }

  void judge(const Mutation& mutation, const json& broken, const Scenario& scenario, const GrantedRequest& request) {
    const Exchange exchange = OfflineMock(scenario.world).ask(request.request);
    if (is_granted(exchange)) return;
    ++score_.denials;
    const Explanation why = explain(scenario, exchange, {});
    const std::string what =
        name_ + " " + mutation.pointer + " = " + mutation.value.dump() + ": " + std::string(to_string(why.reason)) +
        (exchange.trail.empty() ? "" : " by " + std::string(to_string(exchange.trail.back().check)));
    if (names(why.decided_at, broken_place(scenario, mutation))) {
      ++score_.named;
    } else {
      score_.miss("not named, but " + why.decided_at.substr(why.decided_at.rfind('/') + 1) + "  " + what);
    }
    if (is_restored(broken, why.change, request)) {
      ++score_.restored;
    } else {
      score_.miss("not restored by " + (why.change.empty() ? "nothing" : why.change) + "  " + what);
    }
  }

  bool is_restored(json world, const std::string& change, const GrantedRequest& request) {
    if (change.empty()) return false;
    auto known = restored_.find(change);
    if (known == restored_.end()) {
      world.merge_patch(json::parse(change));
      known = restored_.emplace(change, desk_.world(world)).first;
    }
    return known->second && is_granted(OfflineMock(known->second->world).ask(request.request));
  }

  const std::string name_;
  const json world_;
  Desk& desk_;
  Score& score_;
  std::vector<GrantedRequest> requests_;
  std::map<std::string, std::optional<Scenario>> restored_;  ///< worlds, by the change that repaired the broken one
};

std::string words_for(const Score& score) {
  std::ostringstream text;
  text << score.denials << " denials: the place was named in " << score.named << ", the change restored "
       << score.restored << '\n';
  for (const auto& [what, count] : score.misses) text << "  " << count << " × " << what << '\n';
  return text.str();
}

void expect_nearly_all(const Score& score) {
  const auto needed = static_cast<double>(score.denials) * least_share;
  EXPECT_GE(score.denials, 1000U) << "the mutations break next to nothing";
  EXPECT_GE(static_cast<double>(score.named), needed) << words_for(score);
  EXPECT_GE(static_cast<double>(score.restored), needed) << words_for(score);
  testing::Test::RecordProperty("denials", static_cast<int>(score.denials));
  testing::Test::RecordProperty("named", static_cast<int>(score.named));
  testing::Test::RecordProperty("restored", static_cast<int>(score.restored));
}

Score score_of(Trial::By by) {
  Desk desk;
  Score score;
  for (const fs::path& file : shipped_worlds()) {
    Trial trial(file, desk, score);
    trial.run(by);
  }
  std::cout << words_for(score);
  return score;
}

TEST(Why, NamesTheFieldOfTheWorldThatIsWrongAndRepairsIt) {
  expect_nearly_all(score_of(Trial::By::editing_the_world));
}

TEST(Why, NamesWhatWorldChangesDidAndRepairsIt) {
  expect_nearly_all(score_of(Trial::By::world_changes));
}

}  // namespace
}  // namespace gcmock::why
