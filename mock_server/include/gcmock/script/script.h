// A script: rules that say when, at which stage and how an answer differs from what policy would give.
#pragma once

#include <chrono>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/names.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/stage.h"
#include "gcmock/script/actions.h"

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

}  // namespace gcmock
