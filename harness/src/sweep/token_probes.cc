// The token endpoint: each grant, and each status that a refusal there has.
#include <string>
#include <string_view>
#include <utility>

#include "sweep/probes.h"
#include "sweep/sweep_world.h"

namespace gcmock {
namespace {

// Basic of "sweep-app:sweep-app-secret", and of "sweep-app:wrong".
constexpr std::string_view right_client = "Basic c3dlZXAtYXBwOnN3ZWVwLWFwcC1zZWNyZXQ=";
constexpr std::string_view wrong_secret = "Basic c3dlZXAtYXBwOndyb25n";
constexpr std::string_view form = "application/x-www-form-urlencoded";

Probe token_probe(std::string_view what, std::string body, std::string_view client = right_client) {
  return {"token: " + std::string(what),
          {"POST", "/oauth/token", std::string(client), std::string(form), std::move(body)},
          {},
          Probe::Server::of_its_own};
}

std::string refreshing(std::string_view token) {
  return "grant_type=refresh_token&refresh_token=" + std::string(token);
}

}  // namespace

std::vector<Probe> token_probes() {
  const std::string exchanging = "grant_type=authorization_code&code=" + std::string(swept::code) +
                                 "&redirect_uri=https%3A%2F%2Fsweep.example.com%2Fcallback";
  Probe wrong_method{"token: a method that it has not", {"GET", "/oauth/token", "", "", ""}, {}, Probe::Server::shared};
  Probe no_path{"a path that is none", {"GET", "/api/v2/nothing/here", "", "", ""}, {}, Probe::Server::shared};
  return {token_probe("refresh", refreshing(swept::refresh_token)),
          token_probe("code", exchanging),
          token_probe("client credentials", "grant_type=client_credentials"),
          token_probe("a refresh token that is none", refreshing("nobodys")),
          token_probe("a wrong secret", refreshing(swept::refresh_token), wrong_secret),
          token_probe("no client", refreshing(swept::refresh_token), ""),
          token_probe("a grant that is none", "grant_type=nothing"),
          token_probe("no grant", "a=b"),
          wrong_method,
          no_path};
}

}  // namespace gcmock
