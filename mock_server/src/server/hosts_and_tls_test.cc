// How a server is reached: over TLS, at two ports, under the names of its hosts, below prefixes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "gcmock/mock_server.h"
#include "http/raw_client_in_tests.h"
#include "http/tls_client_in_tests.h"
#include "server/world_in_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string with_port(const std::string& origin, int port) {
  return origin + ":" + std::to_string(port);
}

std::string refresh_request(const std::string& target, const std::string& host) {
  const std::string body = refresh_body("secondary-refresh-token");
  return "POST " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + std::string{app_authorization} +
         "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

int status_at(int port, const std::string& target, const std::string& host = "localhost") {
  return RawClient{port}.send(refresh_request(target, host)).read_status();
}

TEST(ServerUrls, SaySchemePortsNamesAndPrefixes) {
  ServerOptions options;
  options.scheme = Scheme::https;
  options.layout = HostLayout::two_ports;
  options.names = HostNames::subdomains;
  options.login_prefix = "/login";
  options.api_prefix = "/api-gw";

  const MockServer server{two_orgs(Dialect::genesys), {}, options};

  EXPECT_EQ(server.login_url(), with_port("https://login.localhost", server.port()) + "/login");
  EXPECT_EQ(server.api_url(), with_port("https://api.localhost", server.api_port()) + "/api-gw");
  EXPECT_NE(server.port(), server.api_port());
}

TEST(ServerUrls, NameTheAddressOrLocalhost) {
  ServerOptions options;
  const MockServer by_address{two_orgs(Dialect::genesys), {}, options};
  options.names = HostNames::localhost;
  const MockServer by_name{two_orgs(Dialect::genesys), {}, options};

  EXPECT_EQ(by_address.api_url(), with_port("http://127.0.0.1", by_address.port()));
  EXPECT_EQ(by_name.api_url(), with_port("http://localhost", by_name.port()));
  EXPECT_EQ(by_name.api_port(), by_name.port());
  EXPECT_EQ(by_name.ca_certificate(), "");
}

TEST(ServerOverTls, IsTrustedByItsCaUnderEachName) {
  ServerOptions options;
  options.scheme = Scheme::https;
  const MockServer server{two_orgs(Dialect::genesys), {}, options};

  for (const auto* name : {"localhost", "login.localhost", "api.mypurecloud.com", "apps.edee1.eusc-pure.cloud"}) {
    TlsClient client{server.port(), {server.ca_certificate(), name}};
    EXPECT_EQ(client.shake_hands(), X509_V_OK) << name;
  }
  EXPECT_EQ(server.handshakes().failed, 0U);
}

TEST(ServerOverTls, GrantsARefreshUnderTheNameOfTheLoginHost) {
  ServerOptions options;
  options.scheme = Scheme::https;
  const MockServer server{two_orgs(Dialect::genesys), {}, options};
  TlsClient client{server.port(), {server.ca_certificate(), "login.mypurecloud.com"}};

  const auto answer = client.send(refresh_request("/oauth/token", "login.mypurecloud.com")).read_to_end();

  EXPECT_THAT(answer.bytes, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(answer.bytes, HasSubstr("access_token"));
  EXPECT_EQ(answer.ending, TlsClient::Ending::close_notify);
}

TEST(ServerOverTls, ShowsTheCertificateThatItWasTold) {
  ServerOptions options;
  options.scheme = Scheme::https;
  options.certificate = CertificateKind::expired;
  const MockServer server{two_orgs(Dialect::genesys), {}, options};
  TlsClient client{server.port(), {server.ca_certificate(), "localhost"}};

  EXPECT_EQ(client.shake_hands(), X509_V_ERR_CERT_HAS_EXPIRED);
  EXPECT_TRUE(server.wait_for_handshake(std::chrono::seconds{10}));
  EXPECT_EQ(server.handshakes().failed, 1U);
  EXPECT_EQ(server.journal_size(), 0U);
}

TEST(ServerAtTwoPorts, ServesEachHostAtItsOwn) {
  ServerOptions options;
  options.layout = HostLayout::two_ports;
  const MockServer server{two_orgs(Dialect::genesys), {}, options};

  EXPECT_EQ(status_at(server.api_port(), "/oauth/token"), 404);
  EXPECT_EQ(status_at(server.port(), "/oauth/token"), 200);
}

TEST(ServerAtTwoPorts, ServesTheReportedTokenEndpointWhereItSaysSo) {
  ServerOptions options;
  options.layout = HostLayout::two_ports;
  const MockServer server{two_orgs(Dialect::reported), {}, options};

  EXPECT_EQ(server.login_url(), with_port("http://127.0.0.1", server.port()) + "/api/v2");
  EXPECT_EQ(status_at(server.port(), "/api/v2/oauth/token"), 200);
}

TEST(ServerAtOnePort, KnowsItsHostsByName) {
  const MockServer server{two_orgs(Dialect::genesys)};

  EXPECT_EQ(status_at(server.port(), "/oauth/token", "api.mypurecloud.com:443"), 404);
  EXPECT_EQ(status_at(server.port(), "http://api.mypurecloud.com/oauth/token", "login.mypurecloud.com"), 404);
  EXPECT_EQ(status_at(server.port(), "/oauth/token", "login.mypurecloud.de"), 400);
  EXPECT_EQ(status_at(server.port(), "http://login.mypurecloud.com/oauth/token", "api.mypurecloud.com"), 200);
}

}  // namespace
}  // namespace gcmock
