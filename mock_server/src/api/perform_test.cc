// What the entities of the API hold, member for member.
#include <gmock/gmock.h>

#include "api/calls_for_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

class Entity : public ApiCalls {};

TEST_F(Entity, OfTheCallerHasWhatClientsRead) {
  const auto me = get("/api/v2/users/me");

  EXPECT_EQ(me["id"], "9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00");
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

  EXPECT_EQ(organization["id"], "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d");
  EXPECT_EQ(organization["state"], "active");
}

TEST_F(Entity, OfTheTokenNamesItsClientAndItsOrg) {
  const auto token = get("/api/v2/tokens/me");

  EXPECT_EQ(token["organization"]["id"], "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d");
  EXPECT_EQ(token["authorizedScope"], nlohmann::json::array({"users:readonly"}));
  EXPECT_EQ(token["OAuthClient"]["organization"]["id"], "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d");
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
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/other"), RefusalReason::oauth_client_not_found);
}

TEST_F(Entity, IsEmptyForADeletion) {
  const auto outcome = std::get<ApiDone>(ask("DELETE", "/api/v2/tokens/me"));

  EXPECT_EQ(outcome.status, 200);
  EXPECT_EQ(outcome.body, "");
  EXPECT_EQ(outcome.changes, std::vector<WorldChange>{RevokeAccessToken{"some-access-token"}});
}

}  // namespace
}  // namespace gcmock
