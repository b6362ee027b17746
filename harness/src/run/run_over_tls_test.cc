// Scenarios over TLS, performed for real: who trusts the mock, who refuses it, and what is told of that.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <ostream>

#include "gcmock/harness/run.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const OrgName acme{"acme"};

/// One call of one client that has a live access token, over https.
Scenario one_call(Outcome outcome) {
  Scenario scenario = *load_scenario(GCMOCK_SOURCE_DIR "/scenarios/hosts/refresh_over_tls.json").scenario;
  scenario.steps = {{PerformCall{{Verb::call, acme, "/api/v2/users/me", "GET", 1}, {outcome}}, {}}};
  scenario.expect = {};
  return scenario;
}

ClientFactory reference_client() {
  return make_client_factory(built_in_profile());
}

/// A program that makes the call once, as a person would write it who was told of no CA but by the environment.
ClientProfile command_client(std::vector<std::string> command) {
  ClientProfile profile;
  profile.name = "command";
  profile.driver = ClientProfile::Driver::command;
  profile.command = std::move(command);
  profile.exit_codes = {{0, Outcome::ok}, {12, Outcome::retry_later}};
  return profile;
}

ClientProfile curl_client() {
  return command_client({"sh", "-c",
                         "curl --silent --fail -H \"Authorization: Bearer $GENESYS_ORG_ACME_ACCESS_TOKEN\" "
                         "\"$GENESYS_API_URL/api/v2/users/me\" || exit 12"});
}

struct Runtime {
  const char* program;
  std::vector<std::string> command;

  friend std::ostream& operator<<(std::ostream& out, const Runtime& runtime) { return out << runtime.program; }
};

class ClientOverTls : public testing::TestWithParam<Runtime> {
 protected:
  void SetUp() override {
    const std::string look_up = std::string{"command -v "} + GetParam().program + " >/dev/null";
    if (std::system(look_up.c_str()) != 0) GTEST_SKIP() << GetParam().program << " is not installed";
  }
};

TEST_P(ClientOverTls, TrustsTheMockByTheEnvironmentAlone) {
  for (const auto names : {HostNames::address, HostNames::localhost}) {
    Scenario scenario = one_call(Outcome::ok);
    scenario.server.names = names;

    const auto result = run_scenario(scenario, make_client_factory(command_client(GetParam().command)), {});

    EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note << result.client_stderr;
    EXPECT_EQ(result.journal.size(), 1U);
  }
}

TEST_P(ClientOverTls, RefusesTheMockWhereItSignedItsCertificateItself) {
  Scenario scenario = one_call(Outcome::retry_later);
  scenario.server.certificate = CertificateKind::self_signed;

  const auto result = run_scenario(scenario, make_client_factory(command_client(GetParam().command)), {});

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note << result.client_stderr;
  EXPECT_THAT(result.journal, IsEmpty());
}

const std::string node_program =
    "fetch(process.env.GENESYS_API_URL + '/api/v2/users/me', "
    "{headers: {authorization: 'Bearer ' + process.env.GENESYS_ORG_ACME_ACCESS_TOKEN}})"
    ".then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(12))";
const std::string python_program =
    "import os, sys, urllib.request as r\n"
    "e = os.environ\n"
    "q = r.Request(e['GENESYS_API_URL'] + '/api/v2/users/me', "
    "headers={'Authorization': 'Bearer ' + e['GENESYS_ORG_ACME_ACCESS_TOKEN']})\n"
    "try: r.urlopen(q)\n"
    "except OSError: sys.exit(12)\n";

INSTANTIATE_TEST_SUITE_P(Each, ClientOverTls,
                         testing::Values(Runtime{"curl", curl_client().command},
                                         Runtime{"node", {"node", "-e", node_program}},
                                         Runtime{"python3", {"python3", "-c", python_program}}),
                         [](const auto& instance) { return std::string{instance.param.program}; });

TEST(RunOverTls, SaysWhyWhereTheClientTrustsOthersOnly) {
  if (std::system("command -v curl >/dev/null") != 0) GTEST_SKIP() << "curl is not installed";
  ClientProfile profile = curl_client();
  profile.environment["CURL_CA_BUNDLE"] = "/etc/ssl/certs/ca-certificates.crt";

  const auto result = run_scenario(one_call(Outcome::ok), make_client_factory(profile), {});

  EXPECT_EQ(result.status, ScenarioStatus::failed);
  EXPECT_THAT(result.note, HasSubstr("1 TLS handshake failed"));
}

TEST(ReferenceClientOverTls, TellsNothingToAServerThatCannotProveWhoItIs) {
  for (const auto kind : all_certificate_kinds()) {
    if (kind == CertificateKind::valid) continue;
    Scenario scenario = one_call(Outcome::failed);
    scenario.server.certificate = kind;

    const auto result = run_scenario(scenario, reference_client(), {});

    EXPECT_EQ(result.status, ScenarioStatus::passed) << kind << result.note;
    EXPECT_THAT(result.journal, IsEmpty()) << kind;
    EXPECT_THAT(result.steps[0].detail, HasSubstr("could not prove who it is"));
  }
}

TEST(ReferenceClientOverTls, KnowsNamesBelowLocalhostWhateverTheResolverSays) {
  Scenario scenario = one_call(Outcome::ok);
  scenario.server.names = HostNames::subdomains;

  const auto result = run_scenario(scenario, reference_client(), {});

  EXPECT_EQ(result.status, ScenarioStatus::passed) << result.note;
}

/// Says which API URL it was told, and nothing else.
class ToldUrl : public ClientUnderTest {
 public:
  explicit ToldUrl(std::string& url) : url_(url) {}
  std::optional<ClientBroke> start(const ClientEnvironment& environment) override {
    url_ = environment.api_url;
    return std::nullopt;
  }
  ClientAnswer perform(const ClientCall&, std::chrono::milliseconds) override { return ClientReply{}; }
  ClientOutput finish(std::chrono::milliseconds) override { return {}; }

 private:
  std::string& url_;
};

std::string told_url(const Scenario& scenario, RunOptions options) {
  std::string url;
  options.grace = std::chrono::milliseconds{1};
  run_scenario(
      scenario, [&] { return std::make_unique<ToldUrl>(url); }, options);
  return url.substr(0, url.rfind(':'));
}

TEST(RunOptionsServer, SpeaksAfterTheScenarioAndBeforeTheClientProfile) {
  Scenario scenario = one_call(Outcome::ok);
  scenario.server = {};
  RunOptions options;
  options.client_server = {Scheme::http, {}, HostNames::localhost, {}, {}, {}};

  EXPECT_EQ(told_url(scenario, {}), "http://127.0.0.1");
  EXPECT_EQ(told_url(scenario, options), "http://localhost");
  options.server.scheme = Scheme::https;
  EXPECT_EQ(told_url(scenario, options), "https://localhost");
  EXPECT_THAT(run_scenario(scenario, reference_client(), options).rerun, testing::EndsWith(" --tls --seed 1"));
  scenario.server.scheme = Scheme::http;
  EXPECT_EQ(told_url(scenario, options), "http://localhost");
}

}  // namespace
}  // namespace gcmock
