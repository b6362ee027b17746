// What is granted and allowed, byte for byte and member for member.
#include "wire/encode.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

Tokens some_tokens() {
  return {"at-1", "primary/access-1", std::chrono::seconds(86400), "rt-1", "primary/refresh-1"};
}

TEST(TokenAnswer, IsTheVendorsSuccessBody) {
  const auto answer = encode_tokens(some_tokens(), "c-1");

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, R"({"access_token":"at-1","token_type":"bearer","expires_in":86400,"refresh_token":"rt-1"})");
  EXPECT_THAT(answer.headers, Contains(Pair("Content-Type", "application/json")));
  EXPECT_THAT(answer.headers, Contains(Pair("Cache-Control", "no-store")));
  EXPECT_THAT(answer.headers, Contains(Pair("Pragma", "no-cache")));
  EXPECT_THAT(answer.headers, Contains(Pair("ININ-Correlation-Id", "c-1")));
}

TEST(TokenAnswer, HasNoRefreshTokenWhereNoneIsIssued) {
  auto tokens = some_tokens();
  tokens.refresh_token.reset();

  EXPECT_EQ(encode_tokens(tokens, "").body, R"({"access_token":"at-1","token_type":"bearer","expires_in":86400})");
}

TEST(TokenAnswer, IsShownWithLabelsInPlaceOfTokens) {
  EXPECT_EQ(redacted_body(some_tokens()),
            R"({"access_token":"‹primary/access-1›","token_type":"bearer","expires_in":86400,)"
            R"("refresh_token":"‹primary/refresh-1›"})");
}

TEST(TokenAnswer, EscapesWhatAWorldWroteIntoAToken) {
  auto tokens = some_tokens();
  tokens.access_token = "a\"b\\c\n\xC3\xA9\xFF";

  const auto parsed = nlohmann::json::parse(encode_tokens(tokens, "").body);

  EXPECT_EQ(parsed["access_token"], "a\"b\\c\n\xC3\xA9\xEF\xBF\xBD");
}

class Entity : public testing::Test {
 protected:
  Entity() {
    Org org;
    org.name = OrgName("primary");
    org.id = OrgId("org-id");
    org.display_name = "Primary Org";
    org.users[UserName("alice")] = {UserName("alice"), UserId("user-id"), "Alice", "alice@example.com", {}, {}};
    OAuthClient client;
    client.id = ClientId("app");
    client.name = "App";
    client.secret = "the-secret";
    client.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token};
    client.scopes = {Scope("users:readonly")};
    client.redirect_uris = {"https://app.example.com/cb"};
    client.roles = {RoleName("admin")};
    org.clients[client.id] = client;
    world_.orgs[org.name] = org;
  }

  [[nodiscard]] std::optional<HttpAnswer> ask(const std::string& method, const std::string& target) const {
    HttpRequest request;
    request.method = method;
    request.target = target;
    const auto route = find_route(method, request.path(), {});
    const Allowed alice{OrgName("primary"), ClientId("app"), UserName("alice"), {Scope("users:readonly")}};
    return encode_entity(world_, alice, route, request, "c-1");
  }

  [[nodiscard]] nlohmann::json get(const std::string& target) const {
    const auto answer = ask("GET", target);
    EXPECT_TRUE(answer) << target;
    return answer ? nlohmann::json::parse(answer->body) : nlohmann::json{};
  }

  World world_;
};

TEST_F(Entity, OfTheCallerHasWhatClientsRead) {
  const auto me = get("/api/v2/users/me");

  EXPECT_EQ(me["id"], "user-id");
  EXPECT_EQ(me["name"], "Alice");
  EXPECT_EQ(me["email"], "alice@example.com");
  EXPECT_EQ(me["state"], "active");
  EXPECT_FALSE(me.contains("organization"));
  EXPECT_FALSE(me.contains("token"));
}

TEST_F(Entity, OfTheCallerTellsOrganizationAndTokenWhereAsked) {
  for (const char* target :
       {"/api/v2/users/me?expand=organization,token", "/api/v2/users/me?expand=organization&expand=token"}) {
    const auto me = get(target);

    EXPECT_EQ(me["organization"]["name"], "Primary Org") << target;
    EXPECT_EQ(me["token"]["OAuthClient"]["id"], "app") << target;
  }
}

TEST_F(Entity, OfTheOrganizationHasItsState) {
  const auto organization = get("/api/v2/organizations/me");

  EXPECT_EQ(organization["id"], "org-id");
  EXPECT_EQ(organization["state"], "active");
}

TEST_F(Entity, OfTheTokenNamesItsClientAndItsOrg) {
  const auto token = get("/api/v2/tokens/me");

  EXPECT_EQ(token["organization"]["id"], "org-id");
  EXPECT_EQ(token["authorizedScope"], nlohmann::json::array({"users:readonly"}));
  EXPECT_EQ(token["OAuthClient"]["organization"]["id"], "org-id");
}

TEST_F(Entity, OfAClientHasTheVendorsWordsAndNeverItsSecret) {
  const auto client = get("/api/v2/oauth/clients/app");

  EXPECT_EQ(client["authorizedGrantType"], "CODE");
  EXPECT_EQ(client["registeredRedirectUri"][0], "https://app.example.com/cb");
  EXPECT_EQ(client["accessTokenValiditySeconds"], 86400);
  EXPECT_EQ(client["state"], "active");
  EXPECT_THAT(client.dump(), Not(HasSubstr("the-secret")));
}

TEST_F(Entity, OfTheClientsListsThoseOfTheOrg) {
  const auto clients = get("/api/v2/oauth/clients");

  EXPECT_EQ(clients["total"], 1);
  EXPECT_EQ(clients["entities"][0]["id"], "app");
  EXPECT_THAT(clients.dump(), Not(HasSubstr("the-secret")));
}

TEST_F(Entity, IsNoneForAClientThatTheOrgDidNotRegister) {
  EXPECT_FALSE(ask("GET", "/api/v2/oauth/clients/other").has_value());
}

TEST_F(Entity, IsEmptyForADeletion) {
  const auto answer = ask("DELETE", "/api/v2/tokens/me");

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "");
}

}  // namespace
}  // namespace gcmock
