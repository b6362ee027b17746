// The client under test, however it is driven: a command, a session, the built-in one, or a C++ object.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gcmock/domain/names.h"
#include "gcmock/harness/server_settings.h"

namespace gcmock {

/// What a client says came of what it was asked to do.
enum class Outcome {
  ok,
  needs_user,   ///< a person must authorize again
  needs_admin,  ///< configuration in Genesys Cloud must change
  retry_later,
  failed,
};

std::string_view to_string(Outcome outcome);
std::optional<Outcome> outcome_from(std::string_view word);
std::ostream& operator<<(std::ostream& out, Outcome outcome);

/// The one that asks more of people: ok < retry_later < needs_user < needs_admin < failed.
Outcome worse_of(Outcome left, Outcome right);

/// What the client believes of one org: what it was configured with, right or wrong. Empty: not told.
struct ClientSettings {
  std::string client_id;
  std::string client_secret;
  std::string redirect_uri;
  std::string refresh_token;
  std::string access_token;
  std::string auth_code;
  std::string saml_assertion;

  bool operator==(const ClientSettings&) const = default;
};

/// What a client can be asked: `call` (an API request, refreshing where it must), `login` (exchange the authorization
/// code, or the SAML assertion where it was given that and no code), `refresh` (refresh now), `authorize` (ask the
/// authorization endpoint for a code as a browser would whose user need not do anything, and redeem it).
enum class Verb { call, login, refresh, authorize };

std::string_view to_string(Verb verb);
std::optional<Verb> verb_from(std::string_view word);

struct ClientCall {
  Verb verb = Verb::call;
  OrgName org;
  std::string path = "/api/v2/users/me";          ///< for Verb::call
  std::string method = "GET";                     ///< for Verb::call
  int parallel = 1;                               ///< so many at once; the outcome is the worst of them
  std::optional<std::string> body = {};           ///< for Verb::call, as it is to be sent
  std::string content_type = "application/json";  ///< of `body`
  std::string login_hint = {};                    ///< for Verb::authorize: "email:org"; empty: the org's short name
  std::string target = {};                        ///< for Verb::authorize: id of the org to act in by trust
};

/// Whether a client's own clock jumps when domain time does.
enum class ClientClock { own, follows };

/// All that a client under test is told before it is asked to do something.
struct ClientEnvironment {
  std::string login_url;  ///< `/oauth/token` is appended to it
  std::string api_url;    ///< `/api/v2/…` is appended to it
  std::map<OrgName, ClientSettings> orgs;
  std::vector<ClientCall> calls;         ///< all of the scenario, in order: for a driver that runs its client once
  std::string scratch_directory;         ///< empty and the client's own for this scenario; empty string: none
  std::string ca_file;                   ///< PEM of the CA that https URLs are to be trusted by; empty: there is none
  ClientClock clock = ClientClock::own;  ///< follows: clock_moved() must move the client's

  /// The environment contract: GENESYS_LOGIN_URL, GENESYS_API_URL, and for each org GENESYS_ORG_<NAME>_CLIENT_ID,
  /// _CLIENT_SECRET, _REFRESH_TOKEN, _ACCESS_TOKEN, _AUTH_CODE, _SAML_ASSERTION, _REDIRECT_URI (where not empty),
  /// _ORG_NAME (the short name), GENESYS_SCRATCH_DIR.
  /// With a CA file: GENESYS_CA_FILE, and the variables by which Node, OpenSSL, Python's requests and curl take it:
  /// NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE.
  /// GENESYS_CALLS: `calls` as "call:primary refresh:secondary", short names as they stand in the world.
  /// <NAME> is the org's short name in capitals, everything but letters and digits as '_'.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> variables() const;
};

struct ClientReply {
  Outcome outcome = Outcome::failed;
  std::string detail;  ///< the client's own words; may be empty. Not yet redacted.
};

/// The client gave no reply.
struct ClientBroke {
  enum class How {
    could_not_start,  ///< no such program, not executable: the run itself is broken
    exited,           ///< ended before replying
    timed_out,        ///< no reply in time: hung
    spoke_nonsense,   ///< a line that is no reply
    cannot_do,        ///< this driver cannot do what was asked (a command client and a clock between calls)
    not_installed,    ///< what its profile requires is not on this machine
  };
  How how = How::exited;
  std::string why;
};

using ClientAnswer = std::variant<ClientReply, ClientBroke>;

/// What the client wrote, as captured: not yet redacted, cut at 1 MiB each.
struct ClientOutput {
  std::string standard_output;
  std::string standard_error;
  std::optional<int> exit_code;
  bool had_to_be_killed = false;  ///< still running `grace` after it was told to finish
};

/// When a client does what it is asked to: call by call, or everything in one run that starts with the first.
enum class Pace { call_by_call, all_at_once };

/// One client, for one scenario. Not thread-safe. The destructor ends whatever was started, grandchildren too.
class ClientUnderTest {
 public:
  virtual ~ClientUnderTest() = default;
  /// `all_at_once`: nothing can happen between two calls, and the answer to each is the outcome of the whole run.
  [[nodiscard]] virtual Pace pace() const { return Pace::call_by_call; }
  /// How long the client must have been silent before domain time may jump: what it does behind its replies (an SDK
  /// that refreshes after it has told its caller) belongs to the time before. 0: it does nothing there.
  [[nodiscard]] virtual std::chrono::milliseconds quiet_before_clock_moves() const { return {}; }
  /// Why the clock of a client that is started in this environment does not follow; empty: it was seen to. Asked
  /// before start(), and only where the scenario wants it to follow.
  virtual std::optional<std::string> why_clock_stays(const ClientEnvironment& /*environment*/) {
    return "it does not say that its clock can be moved";
  }
  /// Configures and starts. Empty: started.
  virtual std::optional<ClientBroke> start(const ClientEnvironment& environment) = 0;
  virtual ClientAnswer perform(const ClientCall& call, std::chrono::milliseconds time_limit) = 0;
  /// Domain time was moved: for a client that can move its own clock along. Called from the thread that moved it,
  /// while a call may be under way.
  virtual void clock_moved(std::chrono::milliseconds /*by*/) {}
  /// Tells the client that no more calls come (end of input) and waits for it to end by itself, at most `grace`:
  /// what it does in the background until then belongs to the scenario.
  virtual ClientOutput finish(std::chrono::milliseconds grace) = 0;
};

/// Makes a fresh client for each scenario. Called from several threads at once with --jobs.
using ClientFactory = std::function<std::unique_ptr<ClientUnderTest>()>;

/// What must be on the machine before a client can be started.
struct ClientNeeds {
  std::vector<std::string> programs;  ///< in PATH
  std::vector<std::string> files;     ///< files or folders, relative to the working directory

  bool operator==(const ClientNeeds&) const = default;
};

/// How calls of a scenario map to a client that runs once (the `command` driver).
struct ClientProfile {
  enum class Driver { built_in, command, session };
  std::string name;
  Driver driver = Driver::built_in;
  std::vector<std::string> command;                ///< program and arguments; relative to working_directory
  std::string working_directory;                   ///< the profile's folder unless it says otherwise
  std::vector<std::string> install;                ///< command that makes it ready; `./dev` runs it, gcmock does not
  ClientNeeds needs;                               ///< `requires`: without these each scenario is skipped, saying so
  std::map<std::string, std::string> environment;  ///< added to the client's
  ServerSettings server;                           ///< how it must be able to reach the mock
  std::map<int, Outcome> exit_codes;  ///< command driver; default: 0 ok, 10 needs_user, 11 needs_admin, 12 retry_later
  std::chrono::milliseconds time_limit{10000};  ///< for one call (session) or the whole run (command)
  std::chrono::milliseconds grace{1000};        ///< to end by itself when all was asked
  std::chrono::milliseconds quiet{0};           ///< session driver: silence to wait for before the clock is moved
  std::string file;                             ///< where it was read from; empty for the built-in one
};

/// A factory for what the profile describes. Throws Error for a profile without a command where one is needed. Where
/// this machine lacks what the profile requires, its clients do not start and say what is missing (not_installed).
ClientFactory make_client_factory(const ClientProfile& profile);

/// The reference client: C++, in this process, correct. The default where no --client is given.
ClientProfile built_in_profile();

}  // namespace gcmock
