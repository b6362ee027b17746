// Recorded requests, put to a draft of their world with the credentials that it has in place of theirs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "record/world_draft.h"

namespace gcmock {

struct Replayed {
  Scenario scenario;              ///< the draft as it was loaded
  std::vector<Exchange> journal;  ///< one for each recorded exchange
};

class Replay {
 public:
  /// `folder` is for the draft's files, which hold no credential. All must outlive the replay.
  Replay(const std::vector<Overheard>& traffic, const OrgsOfTraffic& orgs, std::string folder);

  /// Of the first `count` exchanges. Empty: the draft is no world.
  std::optional<Replayed> run(const WorldDraft& draft, std::size_t count) const;

  /// Is exchange `index` answered as it was when it was recorded: status, error code, Retry-After? One whose answer was
  /// lost: does a rule end its connection, and is the status that of the head, where one came? One that was spoilt:
  /// does a rule spoil it?
  [[nodiscard]] bool is_same(const Replayed& replayed, std::size_t index) const;

  [[nodiscard]] const std::vector<Overheard>& traffic() const { return traffic_; }
  [[nodiscard]] const OrgsOfTraffic& orgs() const { return orgs_; }

 private:
  [[nodiscard]] std::optional<Scenario> load(const WorldDraft& draft) const;

  const std::vector<Overheard>& traffic_;
  const OrgsOfTraffic& orgs_;
  const std::string folder_;
};

}  // namespace gcmock
