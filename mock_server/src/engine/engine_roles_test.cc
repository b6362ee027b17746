// What is given and taken through the API judges the next request.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

/// As vendor_and_customer(): alice of the customer may do all that an administrator may.
World administered() {
  World world = vendor_and_customer();
  Org& org = org_in(world, customer);
  org.users.at(alice).id = UserId("alice-id");
  org.roles.at(admin).permissions = {Permission("authorization:*:*"), Permission("integrations:*:*"), client_view};
  const std::vector<Scope> scopes{Scope("authorization"), Scope("integrations"), Scope("oauth")};
  org.authorizations.at(app).scopes = scopes;
  org.access_tokens[0].scopes = scopes;
  org_in(world, vendor).clients.at(app).scopes = scopes;
  return world;
}

Delivery ask(Mock& mock, std::string method, std::string target, std::string body = "") {
  auto request = api_request(std::move(method), std::move(target), access_token_of(customer));
  if (!body.empty()) request.headers.emplace_back("Content-Type", "application/json");
  request.body = std::move(body);
  return mock.send(std::move(request));
}

TEST(RolesThroughTheApi, ThatAreTakenAreMissedAtOnceAndTheTrailSaysSo) {
  Mock mock(administered());

  EXPECT_EQ(status_of(ask(mock, "GET", "/api/v2/oauth/clients")), 200);
  EXPECT_EQ(status_of(ask(mock, "PUT", "/api/v2/users/alice-id/roles", "[]")), 200);
  EXPECT_EQ(mock.last().changes, (std::vector<ChangeMade>{{"/orgs/customer/users/alice/roles",
                                                           "the roles of user alice of org customer became []"}}));
  EXPECT_EQ(status_of(ask(mock, "GET", "/api/v2/oauth/clients")), 403);

  EXPECT_EQ(mock.last().refusal, RefusalReason::api_permission_missing);
  EXPECT_EQ(mock.last().trail.back().check, Check::permission_allows_operation);
  EXPECT_EQ(mock.last().trail.back().found, "none");
}

TEST(RolesThroughTheApi, ThatAreDeletedAreMissedAtOnce) {
  Mock mock(administered());

  EXPECT_EQ(status_of(ask(mock, "DELETE", "/api/v2/authorization/roles/admin")), 200);

  EXPECT_EQ(status_of(ask(mock, "GET", "/api/v2/authorization/roles")), 403);
}

TEST(RolesThroughTheApi, GainAPermissionThatHoldsAtOnce) {
  Mock mock(administered());
  const auto body = R"({"name": "admin", "permissionPolicies": [
    {"domain": "authorization", "entityName": "*", "actionSet": ["*"]},
    {"domain": "usage", "entityName": "client", "actionSet": ["view"]}]})";

  EXPECT_EQ(status_of(ask(mock, "PUT", "/api/v2/authorization/roles/admin", body)), 200);

  EXPECT_EQ(status_of(ask(mock, "GET", "/api/v2/authorization/roles")), 200);
  EXPECT_EQ(status_of(ask(mock, "GET", "/api/v2/oauth/clients")), 403);
}

TEST(RolesThroughTheApi, AreGrantedWithoutABody) {
  Mock mock(administered());

  const auto granted = ask(mock, "POST", "/api/v2/authorization/subjects/alice-id/bulkadd",
                           R"({"grants": [{"roleId": "admin", "divisionId": "nowhere"}]})");
  const auto removed = ask(mock, "POST", "/api/v2/authorization/subjects/alice-id/bulkremove", R"({"grants": []})");

  EXPECT_EQ(status_of(granted), 400);
  EXPECT_EQ(member_of(granted, "code"), "bad.role.divisions");
  EXPECT_EQ(status_of(removed), 204);
  EXPECT_EQ(body_of(removed), "");
}

TEST(IntegrationsThroughTheApi, LetTheirVendorsClientRefreshFromThenOn) {
  World world = administered();
  org_in(world, customer).clients[ClientId("console")] = client_for_everything(ClientId("console"), customer);
  org_in(world, customer).access_tokens[0].client = ClientId("console");
  org_in(world, customer).clients.at(ClientId("console")).scopes = org_in(world, customer).access_tokens[0].scopes;
  org_in(world, customer).authorizations.at(app).state = AuthorizationState::revoked;
  IntegrationType type;
  type.id = "premium-app";
  type.vendor_clients = {app};
  world.integration_types[type.id] = type;
  Mock mock(world);

  EXPECT_EQ(status_of(mock.send(refresh(refresh_token_of(customer), vendor))), 400);
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_not_authorized_in_org);
  EXPECT_EQ(status_of(ask(mock, "POST", "/api/v2/integrations",
                          R"({"name": "App", "integrationType": {"id": "premium-app"}})")),
            200);
  EXPECT_EQ(mock.last().changes.size(), 2U);
  EXPECT_EQ(status_of(mock.send(refresh(refresh_token_of(customer), vendor))), 200);
}

}  // namespace
}  // namespace gcmock::tests
