// What was done to a served world, as it is made a scenario of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/harness/client_under_test.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"

namespace gcmock {

/// A world event as a step of a scenario says it: `{"rotate_secret": {"org": "primary", "client": "app"}}`.
struct EventText {
  std::string json;
};

/// What happened between two exchanges. A ChangeMade is one that no step can say: it is told in a comment.
struct Happening {
  std::uint64_t after = 0;  ///< number of the last exchange before it; 0: before the first
  std::variant<AdvanceClock, EventText, ChangeMade> what;
};

/// Of a request that is no form.
struct RequestBody {
  std::string content_type;
  std::string text;
};

/// A member of the scenario's object, as JSON.
using Member = std::pair<std::string, std::string>;

struct Captured {
  std::vector<Exchange> journal;
  std::vector<Happening> happenings;                  ///< in their order
  World world;                                        ///< as it was at the start
  std::map<OrgName, ClientSettings> client_settings;  ///< what the client was told
  std::string title;
  std::string source = "captured by gcmock serve";
  std::vector<std::string> tags = {"captured"};
  std::string world_file;   ///< as it shall stand in the scenario: relative to that
  std::string schema_file;  ///< likewise; empty: the scenario names none
  /// What the scenario that was served says beside its steps and expectations: see carried_members().
  std::vector<Member> carried;
  std::map<std::uint64_t, RequestBody> bodies;  ///< by number of the exchange, where more is known than in the journal
  std::vector<std::string> remarks;             ///< comments at its head, one a line
};

}  // namespace gcmock
