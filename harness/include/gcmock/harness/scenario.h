// A scenario: a world, what the client is asked to do in it, what goes wrong, and what is expected. A checked value.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/domain/world.h"
#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/diagnostic.h"
#include "gcmock/harness/server_settings.h"
#include "gcmock/harness/source_place.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"

namespace gcmock {

struct PerformCall {
  ClientCall call;
  std::vector<Outcome> outcomes;  ///< any of these is right; empty: not judged
};
struct Step {
  std::variant<PerformCall, AdvanceClock, WorldEvent> what;
  SourcePlace place;
};

/// "call secondary", "advance clock by 25h", "client app of org acme became disabled".
std::string describe(const Step& step);

/// Which exchanges are meant. What is not set matches everything.
struct ExchangePattern {
  std::optional<Endpoint> endpoint;
  std::optional<GrantType> grant;
  std::optional<OrgName> org;
  std::optional<ClientId> client;
  std::optional<UserName> user;
  std::optional<std::string> method;
  std::optional<std::string> path;
  std::optional<int> status;
  std::optional<RefusalReason> refusal;
  std::map<std::string, std::optional<std::string>> fields;   ///< body fields by name; null: must be absent
  std::map<std::string, std::optional<std::string>> headers;  ///< request headers, any case; null: must be absent

  bool operator==(const ExchangePattern&) const = default;
};

struct CountExpectation {
  ExchangePattern match;
  std::optional<int> exactly, at_least, at_most;  ///< one at least is set
  SourcePlace place;
};
/// No exchange matches `match`; with `after`: none behind the first that matches `after`, within `for_at_most`
/// of real time where that is set. `after` takes over what `match` sets and it does not.
struct NeverExpectation {
  ExchangePattern match;
  std::optional<ExchangePattern> after;
  std::optional<std::chrono::milliseconds> for_at_most;
  SourcePlace place;
};
/// There are exchanges that match these, one behind the other, others between them allowed.
struct OrderExpectation {
  std::vector<ExchangePattern> patterns;
  SourcePlace place;
};
/// State, at the end, of the token that the org's client was configured with, or how many live ones there are.
struct LedgerExpectation {
  enum class Of { refresh_token, access_token, live_refresh_tokens, live_access_tokens };
  OrgName org;
  Of of = Of::refresh_token;
  TokenLife life = TokenLife::live;  ///< for the first two; "unspent" in JSON is live
  int count = 0;                     ///< for the last two
  SourcePlace place;
};

struct Expectations {
  std::vector<CountExpectation> exchanges;
  std::vector<NeverExpectation> never;
  std::vector<OrderExpectation> in_order;
  std::vector<LedgerExpectation> ledger;
};

/// An invariant that this scenario does not hold its client to, for a reason and until a date.
struct Waiver {
  std::string invariant;  ///< "I-12"
  std::string reason;
  std::chrono::year_month_day expires;
  SourcePlace place;
};

/// Where each part of the world was written, through world_changes. Keyed by JSON pointer.
struct WorldPlaces {
  enum class Change { none, added, replaced, removed };
  struct Origin {
    std::optional<SourcePlace> stated;   ///< in the world file; empty where world_changes added it
    std::optional<SourcePlace> changed;  ///< in the scenario's world_changes
    Change change = Change::none;
    std::string was = {};  ///< as JSON, what world_changes replaced or removed here; empty where a credential is in it
  };
  std::map<std::string, Origin> origins;

  /// The origin of the pointer, or of its nearest ancestor that has one.
  [[nodiscard]] std::optional<Origin> find(std::string pointer) const;
};

/// Credentials by their names in reports: "secondary/refresh-main", "secondary/secret-app". Values are never printed.
using NamedCredentials = std::map<std::string, std::string>;
NamedCredentials credentials_of(const World& world);

struct Scenario {
  std::string id;  ///< "multi_org/unregistered_secondary_client": the file below scenarios/, without .json
  std::string file;
  std::string title;
  std::string source;
  std::vector<std::string> tags;
  World world;  ///< with world_changes applied
  std::map<OrgName, ClientSettings>
      client_settings;  ///< from the world as its file states it: what the client believes
  Script script;
  std::vector<Step> steps;
  Expectations expect;
  std::vector<Waiver> waivers;
  ServerSettings server;                        ///< goes before what the command line and the client profile say
  std::optional<DomainClock> clock;             ///< empty: frozen
  ClientClock client_clock = ClientClock::own;  ///< of a client that is a program; what is built in goes along anyway
  WorldPlaces places;
  std::optional<std::chrono::milliseconds> time_limit;  ///< for one call; overrides the profile's
  NamedCredentials credentials;  ///< that clients may hold: as the world's file states them, else as world_changes do
};

struct LoadOptions {
  std::uint64_t seed = 1;  ///< of generated secrets and tokens; the server must be given the same
};

/// All mistakes at once; a scenario exactly where there are none.
struct LoadedScenario {
  std::optional<Scenario> scenario;
  std::vector<Diagnostic> diagnostics;
};
LoadedScenario load_scenario(const std::string& file, const LoadOptions& options = {});

struct LoadedWorld {
  std::optional<World> world;
  std::map<OrgName, ClientSettings> client_settings;
  WorldPlaces places;
  std::vector<Diagnostic> diagnostics;
};
LoadedWorld load_world(const std::string& file, const LoadOptions& options = {});

struct LoadedClientProfile {
  std::optional<ClientProfile> profile;
  std::vector<Diagnostic> diagnostics;
};
/// `path`: a client.json, or the folder that holds one.
LoadedClientProfile load_client_profile(const std::string& path);

/// The scenario files at or below each path, sorted; `schema` folders are left out. Throws Error for a path that
/// does not exist.
std::vector<std::string> find_scenario_files(const std::vector<std::string>& paths);

}  // namespace gcmock
