// How the mock is reached: what scenarios and client profiles say of it, and who goes before whom.
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

const std::string everything = R"({ "scheme": "https", "ports": "two", "names": "subdomains", "certificate": "expired",
                                    "login_prefix": "/login", "api_prefix": "/gateway/api" })";

const ServerSettings all_said{Scheme::https, HostLayout::two_ports, HostNames::subdomains, CertificateKind::expired,
                              "/login",      "/gateway/api"};

LoadedScenario scenario_with(const std::string& server) {
  const TestFolder folder;
  folder.write("world.json",
               R"({ "orgs": { "acme": { "clients": { "app": { "authorized_grant_types": ["CODE"] } } } } })");
  return load_scenario(folder.write("scenario.json", R"({ "title": "t", "world": "world.json", "server": )" + server +
                                                         R"(, "steps": [{ "do": "call", "org": "acme" }] })"));
}

TEST(Server, IsReadFromAScenario) {
  const LoadedScenario loaded = scenario_with(everything);

  ASSERT_TRUE(loaded.scenario) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.scenario->server, all_said);
}

TEST(Server, IsReadFromAClientProfile) {
  const TestFolder folder;
  folder.write("client.json", R"({ "name": "n", "driver": "session", "command": ["x"], "server": )" + everything + "}");

  const LoadedClientProfile loaded = load_client_profile(folder.path());

  ASSERT_TRUE(loaded.profile) << text_of(loaded.diagnostics);
  EXPECT_EQ(loaded.profile->server, all_said);
}

TEST(Server, ShowsACertificateOverHttpsOnly) {
  EXPECT_EQ(codes_of(scenario_with(R"({ "certificate": "expired" })").diagnostics), "GC412");
  EXPECT_EQ(codes_of(scenario_with(R"({ "certificate": "expired", "scheme": "http" })").diagnostics), "GC412");
  EXPECT_EQ(codes_of(scenario_with(R"({ "certificate": "expired", "scheme": "tls" })").diagnostics), "GC204");
}

TEST(Server, HasPrefixesThatArePathsWithoutAnEnd) {
  for (const std::string wrong : {"login", "/login/", "/", "/a?b", ""}) {
    EXPECT_EQ(codes_of(scenario_with(R"({ "login_prefix": ")" + wrong + R"(" })").diagnostics), "GC207") << wrong;
  }
}

TEST(ServerSettings, AreTakenFromTheFirstWhoSaysSomething) {
  ServerSettings first;
  first.names = HostNames::localhost;
  first.api_prefix = "/api-gw";

  const ServerSettings both = overlaid(first, all_said);

  EXPECT_EQ(both.names, HostNames::localhost);
  EXPECT_EQ(both.api_prefix, "/api-gw");
  EXPECT_EQ(both.scheme, Scheme::https);
  EXPECT_EQ(both.login_prefix, "/login");
}

TEST(ServerSettings, LeaveWhatNobodySaysAsTheServerHasIt) {
  const ServerOptions nothing_said = server_options({});
  const ServerOptions said = server_options(all_said);

  EXPECT_EQ(nothing_said.scheme, Scheme::http);
  EXPECT_EQ(nothing_said.layout, HostLayout::one_port);
  EXPECT_EQ(nothing_said.names, HostNames::address);
  EXPECT_EQ(said.layout, HostLayout::two_ports);
  EXPECT_EQ(said.certificate, CertificateKind::expired);
  EXPECT_EQ(said.api_prefix, "/gateway/api");
}

}  // namespace
}  // namespace gcmock
