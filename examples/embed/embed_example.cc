// gcmock in a GoogleTest suite, in two ways: the mock alone, asked what it saw; and shipped scenarios as tests.
#include <gmock/gmock.h>

#include <memory>
#include <optional>

#include "gcmock/harness/matchers.h"
#include "gcmock/harness/register_scenarios.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/mock_server.h"
#include "my_app.h"

using namespace gcmock;

namespace {

std::map<std::string, OrgAccount> accounts_of(const std::map<OrgName, ClientSettings>& settings) {
  std::map<std::string, OrgAccount> accounts;
  for (const auto& [org, told] : settings) {
    accounts[org.value] = {told.client_id, told.client_secret, told.refresh_token, told.access_token};
  }
  return accounts;
}

Outcome outcome_for(AppAnswer answer) {
  switch (answer) {
    case AppAnswer::fine:
      return Outcome::ok;
    case AppAnswer::authorize_again:
      return Outcome::needs_user;
    case AppAnswer::ask_your_admin:
      return Outcome::needs_admin;
    case AppAnswer::try_later:
      return Outcome::retry_later;
  }
  return Outcome::failed;
}

// All that gcmock needs of an app in order to perform scenarios with it.
class MyAppUnderTest final : public ClientUnderTest {
 public:
  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    app_.emplace(environment.login_url, environment.api_url, accounts_of(environment.orgs));
    return std::nullopt;
  }
  ClientAnswer perform(const ClientCall& call, std::chrono::milliseconds) override {
    if (call.verb != Verb::call || call.parallel != 1 || call.method != "GET") {
      return ClientBroke{ClientBroke::How::cannot_do, "MyApp only GETs, one thing at a time"};
    }
    return ClientReply{outcome_for(app_->get(call.org.value, call.path)), ""};
  }
  ClientOutput finish(std::chrono::milliseconds) override { return {}; }

 private:
  std::optional<MyApp> app_;
};

// Way 1: the mock alone. A world from a file, your own code against it, and gmock matchers over the journal.
TEST(MyApp, RefreshesOnceWhenItsTokenExpires) {
  const LoadedScenario healthy = load_scenario(SCENARIOS "/multi_org/healthy_two_org_refresh.json");
  ASSERT_TRUE(healthy.scenario);
  MockServer server(healthy.scenario->world);
  MyApp app(server.login_url(), server.api_url(), accounts_of(healthy.scenario->client_settings));
  server.advance_clock(std::chrono::hours{25});

  const AppAnswer answer = app.get("secondary", "/api/v2/users/me");

  EXPECT_EQ(answer, AppAnswer::fine);
  ExchangePattern refreshes;
  refreshes.endpoint = Endpoint::token;
  refreshes.org = OrgName{"secondary"};
  EXPECT_THAT(server.journal(), CountOf(refreshes, 1));
}

}  // namespace

// Way 2: scenario files as tests. Yours stand in a folder of your own.
int main(int argc, char** argv) {
  testing::InitGoogleMock(&argc, argv);
  const ClientFactory my_app = [] { return std::make_unique<MyAppUnderTest>(); };
  register_scenarios(SCENARIOS "/regressions", my_app);
  register_scenarios(SCENARIOS "/refresh_token", my_app);
  return RUN_ALL_TESTS();
}
