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
  std::string needs;  // a program in PATH

  friend std::ostream& operator<<(std::ostream& out, const Shipped& shipped) { return out << shipped.folder; }
};

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
  EXPECT_EQ(server.seen().front().body, "grant_type=refresh_token&refresh_token=refresh-1");
  EXPECT_NE(server.seen().front().head.find("Authorization: Basic YXBwOnMzY3JldA==\r\n"), std::string::npos);
}

TEST_P(ShippedClient, TellsALostAuthorizationFromAMissingPermission) {
  ScriptedServer refused([](const SeenRequest&) { return token_error(400, "invalid_grant"); });
  ScriptedServer forbidden([](const SeenRequest&) { return ScriptedAnswer{403, R"({"status":403})", ""}; });
  ScriptedServer busy([](const SeenRequest&) { return ScriptedAnswer{503, "", ""}; });

  EXPECT_EQ(refresh(refused), Outcome::needs_user);
  EXPECT_EQ(refresh(forbidden), Outcome::needs_admin);
  EXPECT_EQ(refresh(busy), Outcome::retry_later);
}

INSTANTIATE_TEST_SUITE_P(
    Clients, ShippedClient,
    testing::Values(Shipped{"examples/curl-command", ClientProfile::Driver::command, {"sh", "client.sh"}, "curl"},
                    Shipped{
                        "examples/python-session", ClientProfile::Driver::session, {"python3", "client.py"}, "python3"},
                    Shipped{"purecloud-js", ClientProfile::Driver::session, {"node", "adapter.mjs"}, "node"}),
    [](const auto& instance) { return "Client" + std::to_string(instance.index); });

}  // namespace
}  // namespace gcmock
