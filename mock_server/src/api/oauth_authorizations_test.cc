// What an org allowed other orgs' clients, and the scopes that there are.
#include <gmock/gmock.h>

#include "api/calls_for_tests.h"
#include "api/vendor_scopes.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class OAuthAuthorizations : public ApiCalls {
 protected:
  OAuthAuthorizations() {
    Org vendor;
    vendor.name = OrgName("vendor");
    vendor.id = OrgId("77777777-6f0a-4a52-8f7e-0d6a1f2b3c4d");
    OAuthClient client;
    client.id = ClientId("vendors app");
    client.name = "Vendor's app";
    client.secret = "vendor-secret";
    client.authorized_grant_types = {GrantType::authorization_code};
    client.roles = {RoleName("role of the vendor")};
    vendor.clients[client.id] = client;
    world_.orgs[vendor.name] = vendor;
    authorize(AuthorizationState::authorized);
  }

  void authorize(AuthorizationState state) {
    ClientAuthorization authorization;
    authorization.client = ClientId("vendors app");
    authorization.state = state;
    authorization.scopes = {Scope("users:readonly")};
    authorization.roles = {RoleName("admin")};
    org().authorizations[authorization.client] = authorization;
  }
};

TEST_F(OAuthAuthorizations, NameTheClientAndWhatItMayDoHere) {
  const auto authorization = get("/api/v2/oauth/authorizations/vendors%20app");

  EXPECT_EQ(authorization["client"]["id"], "vendors app");
  EXPECT_EQ(authorization["client"]["name"], "Vendor's app");
  EXPECT_EQ(authorization["client"]["authorizedGrantType"], "CODE");
  EXPECT_EQ(authorization["scope"], json::array({"users:readonly"}));
  EXPECT_EQ(authorization["roles"], json::array({"admin"}));
  EXPECT_EQ(authorization["pending"], false);
  EXPECT_EQ(authorization["state"], "Authorized");
  EXPECT_EQ(authorization["selfUri"], "/api/v2/oauth/authorizations/vendors app");
  EXPECT_THAT(authorization.dump(), Not(HasSubstr("vendor-secret")));
  EXPECT_THAT(authorization.dump(), Not(HasSubstr("role of the vendor")));
}

TEST_F(OAuthAuthorizations, HaveTheVendorsWordForEachState) {
  const std::pair<AuthorizationState, const char*> words[] = {{AuthorizationState::unauthorized, "Unauthorized"},
                                                              {AuthorizationState::requested, "Requested"},
                                                              {AuthorizationState::authorized, "Authorized"},
                                                              {AuthorizationState::revoked, "Revoked"}};
  for (const auto& [state, word] : words) {
    authorize(state);

    const auto authorization = get("/api/v2/oauth/authorizations/vendors%20app");

    EXPECT_EQ(authorization["state"], word);
    EXPECT_EQ(authorization["pending"], state == AuthorizationState::requested);
  }
}

TEST_F(OAuthAuthorizations, AreListed) {
  const auto listed = get("/api/v2/oauth/authorizations");

  EXPECT_EQ(listed["total"], 1);
  EXPECT_EQ(listed["entities"][0]["client"]["id"], "vendors app");
  EXPECT_EQ(listed["selfUri"], "/api/v2/oauth/authorizations");
}

TEST_F(OAuthAuthorizations, OutliveTheirClient) {
  world_.orgs.erase(OrgName("vendor"));

  EXPECT_FALSE(get("/api/v2/oauth/authorizations/vendors%20app").contains("client"));
}

TEST_F(OAuthAuthorizations, AreNoneForTheOrgsOwnClient) {
  EXPECT_EQ(fault("GET", "/api/v2/oauth/authorizations/app"), RefusalReason::entity_not_found);
}

class OAuthScopes : public ApiCalls {};

TEST_F(OAuthScopes, AreTheVendors134) {
  const auto listed = get("/api/v2/oauth/scopes");

  EXPECT_EQ(listed["total"], 134);
  EXPECT_EQ(listed["entities"].size(), 134u);
  EXPECT_EQ(listed["selfUri"], "/api/v2/oauth/scopes");
  EXPECT_EQ(listed["entities"][0]["id"], "ai-studio");
}

TEST_F(OAuthScopes, ArePercentEncodedByClients) {
  const auto scope = get("/api/v2/oauth/scopes/users%3Areadonly");

  EXPECT_EQ(scope["id"], "users:readonly");
  EXPECT_EQ(scope["description"], "Read data of users");
  EXPECT_EQ(scope["selfUri"], "/api/v2/oauth/scopes/users:readonly");
}

TEST_F(OAuthScopes, AreNoneThatTheReportMadeUp) {
  EXPECT_EQ(fault("GET", "/api/v2/oauth/scopes/integration:manage"), RefusalReason::entity_not_found);
  EXPECT_FALSE(is_vendor_scope("user:read"));
  EXPECT_EQ(describe_scope("process-automation"), "Read and modify data of process automation");
}

}  // namespace
}  // namespace gcmock
