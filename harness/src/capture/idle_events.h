// Events that change nothing: gcmock check would tell them as doubtful (GC603).
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>

#include "gcmock/domain/world.h"

namespace gcmock {

/// Follows the events of a scenario, in their order.
class IdleEvents {
 public:
  explicit IdleEvents(const World& world);

  /// Does this one set what is so already? Behind a call that may have changed the world nobody can say: false.
  bool is_idle(const nlohmann::ordered_json& event);
  void note_change_by_a_call() { may_be_told_ = false; }

 private:
  std::map<std::string, std::string> states_;  // what an event is about, and how that is
  std::set<std::string> deleted_;
  bool may_be_told_ = true;
};

}  // namespace gcmock
