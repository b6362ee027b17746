// A script: rules that say when, at which stage and how an answer differs from what policy would give.
#pragma once

#include <chrono>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/names.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/stage.h"
#include "gcmock/domain/world_change.h"

namespace gcmock {

/// An earlier exchange, by how it was judged and answered. What is not set matches everything.
struct EarlierExchange {
  std::optional<Endpoint> endpoint;
  std::optional<GrantType> grant;
  std::optional<OrgName> org;
  std::optional<ClientId> client;
  std::optional<UserName> user;
  std::optional<std::string> method;
  std::optional<int> status;
  std::optional<RefusalReason> refusal;

  bool operator==(const EarlierExchange&) const = default;
};

/// How a rule counts the requests that it matches.
enum class CountedPer { rule, org };

/// Values by name: null where the name must be absent.
using WantedValues = std::map<std::string, std::optional<std::string>>;

/// Which requests a rule speaks of. What is not set matches everything.
struct When {
  std::optional<Endpoint> endpoint;
  std::optional<GrantType> grant;
  std::optional<OrgName> org;  ///< org that the presented token, code or client belongs to
  std::optional<ClientId> client;
  std::optional<UserName> user;
  std::optional<std::string> method = {};     ///< "GET"
  std::optional<int> nth = {};                ///< 1: the first request that all of this matches but for these counts
  std::optional<int> every = {};              ///< 3: the third, the sixth …
  std::optional<int> from = {};               ///< from this one on
  std::optional<int> to = {};                 ///< up to and with this one
  CountedPer counted_per = CountedPer::rule;  ///< `org`: each org has counts of its own
  std::optional<std::string> path = {};       ///< without the query, as sent
  WantedValues headers = {};                  ///< names in any case
  WantedValues fields = {};                   ///< of a form, decoded; of a JSON object, its texts
  std::optional<EarlierExchange> after = {};  ///< only once there was such an exchange
  std::optional<std::chrono::milliseconds> since = {};  ///< domain time that has passed since the start, at least
  std::optional<std::chrono::milliseconds> until = {};  ///< and less than this
  std::optional<double> probability = {};               ///< 0 to 1, drawn from the server's seed for each request

  bool operator==(const When&) const = default;
};

/// Answer as if policy had refused for this reason (status, body and headers from the answer table).
struct Refuse {
  RefusalReason reason;
  std::optional<std::chrono::seconds> retry_after;
  bool operator==(const Refuse&) const = default;
};

/// Answer with exactly this.
struct Respond {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  bool operator==(const Respond&) const = default;
};

/// Deliver later, in real time; nothing else waits meanwhile.
struct Delay {
  std::chrono::milliseconds by{0};
  bool operator==(const Delay&) const = default;
};

enum class CutPoint { before_headers, inside_headers, inside_body, after_body };
enum class CutHow { close, reset };  ///< FIN, or RST by SO_LINGER 0

/// End the connection at this point of the answer.
struct Cut {
  CutPoint at = CutPoint::before_headers;
  CutHow how = CutHow::close;
  bool operator==(const Cut&) const = default;
};

/// Leave these top-level members out of a JSON answer: `refresh_token`, `expires_in`.
struct OmitMembers {
  std::vector<std::string> names;
  bool operator==(const OmitMembers&) const = default;
};

/// Something that happens to the world, in the same atomic step, after the request was ruled on.
struct WorldEvent {
  WorldChange change;
  bool operator==(const WorldEvent&) const = default;
};

using Action = std::variant<Refuse, Respond, Delay, Cut, OmitMembers, WorldEvent>;

struct Rule {
  When when;
  Stage stage = Stage::instead_of_ruling;
  std::vector<Action> actions;  ///< done in order
  std::string place;            ///< "scenario.json:12" for reports; may be empty

  bool operator==(const Rule&) const = default;
};

/// The first rule that matches speaks.
struct Script {
  std::vector<Rule> rules;

  bool operator==(const Script&) const = default;
};

std::string_view to_string(CutPoint point);
std::string describe(const Action& action);  ///< "cut before headers", "refuse: bearer_expired"

}  // namespace gcmock
