// For tests: a mock with one rule that speaks to the first request, and what a raw client sees of it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gcmock/mock_server.h"
#include "http/raw_client_in_tests.h"
#include "server/world_in_tests.h"

namespace gcmock {

inline Script at_the_first(Stage stage, std::vector<Action> actions) {
  When first;
  first.nth = 1;
  return {{Rule{std::move(first), stage, std::move(actions), "here:1"}}};
}

/// Two orgs whose refresh tokens can be presented any number of times.
inline World lasting_orgs() {
  World world = two_orgs(Dialect::genesys);
  world.refresh.rotation = Rotation::same_token;
  return world;
}

/// A refresh of org primary, byte for byte.
inline std::string refresh_request(const std::string& connection = "keep-alive") {
  const std::string body = refresh_body("primary-refresh-token");
  return "POST /oauth/token HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection +
         "\r\nContent-Type: application/x-www-form-urlencoded\r\nAuthorization: " + std::string{app_authorization} +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// What a client that sends one refresh reads until the connection ends, and what the journal says of it.
struct Seen {
  std::string bytes;
  RawClient::Ending ending = RawClient::Ending::none;
  Exchange exchange;

  [[nodiscard]] std::string body() const {
    const auto end = bytes.find("\r\n\r\n");
    return end == std::string::npos ? std::string{} : bytes.substr(end + 4);
  }
  /// "5"; empty where there is no such header.
  [[nodiscard]] std::string header(const std::string& name) const {
    const auto at = bytes.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return bytes.substr(begin, bytes.find("\r\n", begin) - begin);
  }
};

inline Seen seen_after(Stage stage, std::vector<Action> actions, const std::string& request = refresh_request("close"),
                       std::uint64_t seed = 1) {
  ServerOptions options;
  options.seed = seed;
  const MockServer server{lasting_orgs(), at_the_first(stage, std::move(actions)), options};
  auto read = RawClient{server.port()}.send(request).read_to_end();
  server.wait_until_delivered(std::chrono::seconds{10});
  return {std::move(read.bytes), read.ending, server.journal().at(0)};
}

inline Seen seen_after_settling(std::vector<Action> actions) {
  return seen_after(Stage::after_settling, std::move(actions));
}

}  // namespace gcmock
