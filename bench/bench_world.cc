// One org, one client, one token.
#include "bench_world.h"

namespace gcmock {
namespace {

constexpr const char* initial_token = "bench-refresh-token";

}  // namespace

World bench_world(Rotation rotation) {
  OAuthClient client;
  client.id = ClientId{"bench-client"};
  client.secret = "bench-secret";
  client.authorized_grant_types = {GrantType::refresh_token};
  client.scopes = {Scope{"users:readonly"}};

  InitialToken token;
  token.name = "initial";
  token.value = initial_token;
  token.client = client.id;
  token.scopes = client.scopes;

  Org org;
  org.name = OrgName{"primary"};
  org.id = OrgId{"11111111-1111-4111-8111-111111111111"};
  org.clients.emplace(client.id, client);
  org.refresh_tokens = {token};

  World world;
  world.refresh.rotation = rotation;
  world.orgs.emplace(org.name, org);
  return world;
}

std::string refresh_body(const std::string& refresh_token) {
  return "grant_type=refresh_token&refresh_token=" + refresh_token;
}
std::string refresh_body() {
  return refresh_body(initial_token);
}

std::string client_authorization() {
  return "Basic YmVuY2gtY2xpZW50OmJlbmNoLXNlY3JldA==";
}

std::string refresh_request() {
  const auto body = refresh_body();
  return "POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + client_authorization() +
         "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

}  // namespace gcmock
