// What clients/ ships, started as their profiles start them: each must refresh on 401 and tell outcomes apart. What is
// not installed on this machine is skipped, saying so.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

using std::chrono::seconds;

struct Shipped {
  std::string folder;
  ClientProfile::Driver driver;
  std::vector<std::string> command;
  std::string needs;                                                      // a program in PATH
  std::string form = "grant_type=refresh_token&refresh_token=refresh-1";  // with its secret, or that is in the header

  friend std::ostream& operator<<(std::ostream& out, const Shipped& shipped) { return out << shipped.folder; }
};

// Some ask other things of the login host first: where its endpoints are.
SeenRequest token_request_of(const ScriptedServer& server) {
  for (const SeenRequest& request : server.seen()) {
    if (request.target == "/login/oauth/token") return request;
  }
  return {};
}

class ShippedClient : public testing::TestWithParam<Shipped> {
 protected:
  void SetUp() override {
    if (std::system(("command -v " + GetParam().needs + " >/dev/null").c_str()) != 0)
      GTEST_SKIP() << GetParam().needs << " is not installed";
    const std::string folder = clients + GetParam().folder;
    if (std::filesystem::exists(folder + "/package.json") && !std::filesystem::exists(folder + "/node_modules"))
      GTEST_SKIP() << "npm ci was not run in " << folder;
  }

  static std::unique_ptr<ClientUnderTest> client() {
    ClientProfile profile;
    profile.name = GetParam().folder;
    profile.driver = GetParam().driver;
    profile.command = GetParam().command;
    profile.working_directory = clients + GetParam().folder;
    return make_client_factory(profile)();
  }

  // Asks one client to refresh in the org "acme".
  static Outcome refresh(const ScriptedServer& server) {
    const ClientCall call{Verb::refresh, OrgName("acme"), me, "GET", 1};
    ClientEnvironment environment;
    environment.login_url = server.url() + "/login";
    environment.api_url = server.url();
    environment.orgs[OrgName("acme")] = settings_with_tokens();
    environment.calls = {call};
    const auto started = client();
    EXPECT_FALSE(started->start(environment));
    const ClientAnswer answer = started->perform(call, seconds{30});
    EXPECT_TRUE(std::holds_alternative<ClientReply>(answer)) << started->finish(seconds{1}).standard_error;
    return std::holds_alternative<ClientReply>(answer) ? std::get<ClientReply>(answer).outcome : Outcome::failed;
  }

  static inline const std::string clients = std::string(GCMOCK_SOURCE_DIR) + "/clients/";
};

TEST_P(ShippedClient, RefreshesWithItsOwnRefreshTokenAtTheLoginUrl) {
  ScriptedServer server([](const SeenRequest&) { return tokens("new", "refresh-2"); });

  const Outcome outcome = refresh(server);

  EXPECT_EQ(outcome, Outcome::ok);
  ASSERT_EQ(server.count("/login/oauth/token"), 1);
  const SeenRequest request = token_request_of(server);
  const bool in_form = GetParam().form.find("client_secret") != std::string::npos;
  EXPECT_EQ(request.body, GetParam().form);
  EXPECT_EQ(request.head.find("Authorization: Basic YXBwOnMzY3JldA==\r\n") == std::string::npos, in_form);
}

TEST_P(ShippedClient, TellsALostAuthorizationFromAMissingPermission) {
  ScriptedServer refused([](const SeenRequest&) { return token_error(400, "invalid_grant"); });
  ScriptedServer forbidden([](const SeenRequest&) { return ScriptedAnswer{403, R"({"status":403})", ""}; });
  ScriptedServer busy([](const SeenRequest&) { return ScriptedAnswer{503, "", ""}; });

  EXPECT_EQ(refresh(refused), Outcome::needs_user);
  EXPECT_EQ(refresh(forbidden), Outcome::needs_admin);
  EXPECT_EQ(refresh(busy), Outcome::retry_later);
}

constexpr auto session = ClientProfile::Driver::session;
const std::vector<std::string> adapter = {"node", "adapter.mjs"};

INSTANTIATE_TEST_SUITE_P(
    Clients, ShippedClient,
    testing::Values(Shipped{"examples/curl-command", ClientProfile::Driver::command, {"bash", "client.sh"}, "curl"},
                    Shipped{"examples/python-session", session, {"python3", "client.py"}, "python3"},
                    Shipped{"curl", session, {"bash", "session.sh"}, "curl"},
                    Shipped{"purecloud-js", session, adapter, "node"},
                    Shipped{"purecloud-js-older", session, adapter, "node"},
                    Shipped{"openid-client", session, adapter, "node",
                            "refresh_token=refresh-1&grant_type=refresh_token&client_id=app&client_secret=s3cret"},
                    Shipped{"simple-oauth2", session, adapter, "node"},
                    Shipped{"axios-auth-refresh", session, adapter, "node"}),
    [](const auto& instance) { return "Client" + std::to_string(instance.index); });

}  // namespace
}  // namespace gcmock
