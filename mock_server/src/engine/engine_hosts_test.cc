// What is answered at which host: by the name that a request gives, the port it came in at, and its prefix.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

HttpRequest at(std::string host, HttpRequest request) {
  request.headers.at(0).second = std::move(host);
  return request;
}

HttpRequest refresh_at(std::string host) {
  return at(std::move(host), refresh(refresh_token_of(primary), primary));
}

HttpRequest call_at(std::string host) {
  return at(std::move(host), api_request("GET", "/api/v2/users/me", access_token_of(primary)));
}

TEST(EngineHosts, ServeLoginAndApiEachUnderItsName) {
  for (const auto* domain : {"mypurecloud.com", "mypurecloud.com:8443", "MyPureCloud.COM", "localhost:8443"}) {
    Mock mock(two_orgs());
    const std::string of{domain};

    EXPECT_EQ(status_of(mock.send(refresh_at("login." + of))), 200) << of;
    EXPECT_EQ(status_of(mock.send(call_at("api." + of))), 200) << of;
  }
}

TEST(EngineHosts, ServeBothUnderNamesOfNoRegion) {
  for (const auto* host : {"127.0.0.1:8443", "localhost", "[::1]:8443", "mock.example.com"}) {
    Mock mock(two_orgs());

    EXPECT_EQ(status_of(mock.send(refresh_at(host))), 200) << host;
    EXPECT_EQ(status_of(mock.send(call_at(host))), 200) << host;
  }
}

TEST(EngineHosts, KnowNoPathOfEachOther) {
  Mock mock(two_orgs());

  const auto token_at_api = mock.send(refresh_at("api.mypurecloud.com"));
  const auto expected_at_api = mock.last().trail.back();
  const auto call_at_login = mock.send(call_at("login.mypurecloud.com"));

  EXPECT_EQ(status_of(token_at_api), 404);
  EXPECT_EQ(member_of(token_at_api, "code"), "not.found");
  EXPECT_EQ(expected_at_api,
            (TrailStep{Check::path_is_known, Finding::failed, "a path of the API host", "a path of the login host"}));
  EXPECT_EQ(status_of(call_at_login), 404);
  EXPECT_EQ(mock.last().endpoint, Endpoint::unknown);
  EXPECT_EQ(mock.last().host, Host::api);
}

TEST(EngineHosts, OfTheUserInterfaceServeNothing) {
  Mock mock(two_orgs());

  EXPECT_EQ(status_of(mock.send(refresh_at("apps.mypurecloud.com"))), 404);
  EXPECT_EQ(status_of(mock.send(call_at("apps.mypurecloud.com"))), 404);
}

TEST(EngineHosts, OfAnotherRegionKnowNoClientOfThisOne) {
  Mock mock(two_orgs());

  const auto answer = mock.send(refresh_at("login.mypurecloud.ie"));

  EXPECT_EQ(member_of(answer, "error"), "invalid_client");
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_unknown);
  EXPECT_EQ(mock.last().subject.org, primary);
  EXPECT_EQ(mock.last().trail.back(),
            (TrailStep{Check::host_is_of_the_worlds_region, Finding::failed, "mypurecloud.com", "mypurecloud.ie"}));
  EXPECT_EQ(status_of(mock.send(refresh_at("login.mypurecloud.com"))), 200) << "the refused request spent the token";
}

TEST(EngineHosts, OfAnotherRegionKnowNoTokenOfThisOne) {
  Mock mock(two_orgs());

  const auto answer = mock.send(call_at("api.euw2.pure.cloud"));
  const auto refusal = mock.last().refusal;
  const auto without_token = mock.send(at("api.euw2.pure.cloud", api_request("GET", "/api/v2/users/me", "")));

  EXPECT_EQ(status_of(answer), 401);
  EXPECT_EQ(refusal, RefusalReason::bearer_unknown);
  EXPECT_EQ(status_of(without_token), 401);
  EXPECT_EQ(mock.last().refusal, RefusalReason::bearer_missing);
}

TEST(EngineHosts, AreThoseOfTheWorldsRegion) {
  auto world = two_orgs();
  world.region = "usw2.pure.cloud";
  Mock mock(world);

  EXPECT_EQ(status_of(mock.send(refresh_at("login.usw2.pure.cloud"))), 200);
  EXPECT_EQ(status_of(mock.send(refresh_at("login.mypurecloud.com"))), 400);
}

TEST(EngineHosts, AreToldByTheTargetWhereItNamesOne) {
  Mock mock(two_orgs());
  auto request = refresh_at("login.mypurecloud.com");
  request.authority = "api.mypurecloud.com";

  EXPECT_EQ(status_of(mock.send(request)), 404);
}

TEST(EngineHosts, AreToldApartByThePort) {
  Mock mock(two_orgs());
  auto token_at_api_port = refresh_at("localhost");
  token_at_api_port.served_at_port = HostsServed::api;
  auto token_at_login_port = refresh_at("localhost");
  token_at_login_port.served_at_port = HostsServed::login;
  auto call_at_login_port = call_at("localhost");
  call_at_login_port.served_at_port = HostsServed::login;
  auto name_of_the_other_port = refresh_at("login.localhost");
  name_of_the_other_port.served_at_port = HostsServed::api;

  EXPECT_EQ(status_of(mock.send(token_at_api_port)), 404);
  EXPECT_EQ(status_of(mock.send(call_at_login_port)), 404);
  EXPECT_EQ(status_of(mock.send(name_of_the_other_port)), 404);
  EXPECT_EQ(status_of(mock.send(token_at_login_port)), 200);
}

TEST(EngineHosts, AreToldApartByThePrefix) {
  Mock mock(two_orgs(), {}, {"/login", "/api-gw"});

  EXPECT_EQ(status_of(mock.send(api_request("GET", "/login/api/v2/users/me", access_token_of(primary)))), 404);
  EXPECT_EQ(status_of(mock.send(refresh(refresh_token_of(primary), primary, "/api-gw/oauth/token"))), 404);
  EXPECT_EQ(status_of(mock.send(api_request("GET", "/api-gw/api/v2/users/me", access_token_of(primary)))), 200);
  EXPECT_EQ(status_of(mock.send(refresh(refresh_token_of(primary), primary, "/login/oauth/token"))), 200);
}

TEST(EngineHosts, BothServeTheReportedTokenEndpoint) {
  for (const auto* host : {"login.mypurecloud.com", "api.mypurecloud.com"}) {
    auto world = two_orgs();
    world.dialect = Dialect::reported;
    Mock mock(world);

    const auto answer = mock.send(at(host, refresh(refresh_token_of(primary), primary, reported_path)));

    EXPECT_EQ(status_of(answer), 200) << host;
  }
}

}  // namespace
}  // namespace gcmock::tests
