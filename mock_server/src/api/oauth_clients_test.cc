// Creating, editing, deleting and rotating OAuth clients, member for member.
#include <gmock/gmock.h>

#include "api/calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* clients = "/api/v2/oauth/clients";

class OAuthClients : public ApiCalls {
 protected:
  OAuthClients() {
    org().roles[RoleName("owner")].name = RoleName("owner");
    Division sales;
    sales.id = DivisionId("sales-division");
    org().divisions[sales.id] = sales;
  }

  static json request() {
    return {{"name", "New app"},
            {"authorizedGrantType", "CODE"},
            {"scope", {"users:readonly", "oauth"}},
            {"registeredRedirectUri", {"https://new.example.com/cb?x=1"}}};
  }
  static json request_without(const char* member) {
    auto body = request();
    body.erase(member);
    return body;
  }
  static json request_with(const char* member, json value) {
    auto body = request();
    body[member] = std::move(value);
    return body;
  }
  static json own_account(json roles) {
    return {{"name", "Batch"}, {"authorizedGrantType", "CLIENT-CREDENTIALS"}, {"roleIds", std::move(roles)}};
  }

  json create(const json& body) { return done("POST", clients, body.dump()); }
  RefusalReason refused(const json& body) { return fault("POST", clients, body.dump()); }
  json put(const json& body, const std::string& id = "app") { return done("PUT", clients + ("/" + id), body.dump()); }
  std::vector<WorldChange> changes_of(const std::string& method, const std::string& target, const json& body) {
    return std::get<ApiDone>(ask(method, target, body.dump())).changes;
  }
  OAuthClient& client(const std::string& id = "app") { return org().clients.at(ClientId(id)); }
};

TEST_F(OAuthClients, AreCreatedWithAnIdASecretAndTheDefaults) {
  const auto made = create(request());

  EXPECT_EQ(made["name"], "New app");
  EXPECT_EQ(made["description"], "");
  EXPECT_EQ(made["accessTokenValiditySeconds"], 86400);
  EXPECT_EQ(made["registeredRedirectUri"], json::array({"https://new.example.com/cb?x=1"}));
  EXPECT_EQ(made["roleIds"], json::array());
  EXPECT_EQ(made["roleDivisions"], json::array());
  EXPECT_EQ(made["dateCreated"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(made["dateModified"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(made["createdBy"]["id"], "9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00");
  EXPECT_EQ(made["createdBy"]["selfUri"], "/api/v2/users/9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00");
  EXPECT_EQ(made["modifiedBy"]["name"], "Alice");
  EXPECT_EQ(made["authorizedGrantType"], "CODE");
  EXPECT_EQ(made["scope"], json::array({"users:readonly", "oauth"}));
  EXPECT_EQ(made["state"], "active");
  const auto id = made["id"].get<std::string>();
  EXPECT_EQ(made["selfUri"], "/api/v2/oauth/clients/" + id);
  EXPECT_EQ(client(id).secret, made["secret"].get<std::string>());
  EXPECT_THAT(get(clients + ("/" + id)).dump(), Not(HasSubstr(client(id).secret)));
}

TEST_F(OAuthClients, HaveIdsAndSecretsThatDiffer) {
  const auto one = create(request());
  const auto other = create(request());

  EXPECT_NE(one["id"], other["id"]);
  EXPECT_NE(one["secret"], other["secret"]);
  EXPECT_EQ(get(clients)["total"], 3);
}

TEST_F(OAuthClients, OfTheirOwnAccountHaveRolesInDivisionsAndNoScopes) {
  auto body = own_account({"admin"});
  body["roleDivisions"] = json::array(
      {{{"roleId", "admin"}, {"divisionId", "sales-division"}}, {{"roleId", "admin"}, {"divisionId", "*"}}});
  body["scope"] = {"users"};

  const auto made = create(body);

  EXPECT_EQ(made["roleIds"], json::array({"admin"}));
  EXPECT_EQ(made["roleDivisions"], json::array({{{"roleId", "admin"}, {"divisionId", "*"}},
                                                {{"roleId", "admin"}, {"divisionId", "sales-division"}}}));
  EXPECT_EQ(made["scope"], json::array());
}

TEST_F(OAuthClients, WithRoleIdsAloneHaveThemInTheHomeDivision) {
  EXPECT_EQ(create(own_account({"admin"}))["roleDivisions"],
            json::array({{{"roleId", "admin"}, {"divisionId", "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d"}}}));
}

TEST_F(OAuthClients, ForScimAloneMayHaveTokensOf450Days) {
  auto body = request_with("accessTokenValiditySeconds", 38'880'000);
  EXPECT_EQ(refused(body), RefusalReason::body_value_invalid);

  body["scope"] = {"scim", "scim:readonly"};

  EXPECT_EQ(create(body)["accessTokenValiditySeconds"], 38'880'000);
}

TEST_F(OAuthClients, AreRefusedForEachReasonOfTheVendor) {
  EXPECT_EQ(refused(request_without("authorizedGrantType")), RefusalReason::client_grant_type_required);
  EXPECT_EQ(refused(request_with("authorizedGrantType", "")), RefusalReason::client_grant_type_required);
  EXPECT_EQ(refused(request_with("authorizedGrantType", "client_credentials")),
            RefusalReason::client_grant_type_invalid);
  EXPECT_EQ(refused(request_without("scope")), RefusalReason::client_scope_missing);
  EXPECT_EQ(refused(request_with("scope", json::array())), RefusalReason::client_scope_missing);
  EXPECT_EQ(refused(request_with("scope", {"integration:manage"})), RefusalReason::client_scope_invalid);
  EXPECT_EQ(refused(own_account(json::array())), RefusalReason::client_roles_missing);
  EXPECT_EQ(refused(own_account({"nobody"})), RefusalReason::client_role_invalid);
  EXPECT_EQ(refused(own_account({"owner"})), RefusalReason::client_roles_exceed_caller);
  EXPECT_EQ(refused(request_with("state", "inactive")), RefusalReason::client_must_start_active);
  EXPECT_EQ(get(clients)["total"], 1);
}

TEST_F(OAuthClients, AreRefusedInADivisionThatTheOrgHasNot) {
  auto body = own_account(json::array());
  body["roleDivisions"] = json::array({{{"roleId", "admin"}, {"divisionId", "elsewhere"}}});

  EXPECT_EQ(refused(body), RefusalReason::client_role_invalid);
}

TEST_F(OAuthClients, AreRefusedWhereABodyIsNotWhatTheVendorDescribes) {
  EXPECT_EQ(refused(request_without("name")), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("POST", clients, "{"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("POST", clients, "[]"), RefusalReason::body_malformed);
  EXPECT_EQ(fault("POST", clients, request().dump(), "text/plain"), RefusalReason::media_type_unsupported);
  const std::vector<std::pair<const char*, json>> wrong{
      {"name", 1},
      {"description", 1},
      {"authorizedGrantType", 1},
      {"scope", "users"},
      {"roleIds", json::array({1})},
      {"roleDivisions", "admin"},
      {"roleDivisions", json::array({{{"roleId", "admin"}}})},
      {"accessTokenValiditySeconds", 299},
      {"accessTokenValiditySeconds", 172801},
      {"accessTokenValiditySeconds", "300"},
      {"registeredRedirectUri", json::array({"/callback"})},
      {"registeredRedirectUri", json::array({"https://a.example/#b"})},
      {"state", "on"}};
  for (const auto& [member, value] : wrong) {
    EXPECT_EQ(refused(request_with(member, value)), RefusalReason::body_value_invalid) << member << value;
  }
}

TEST_F(OAuthClients, IgnoreMembersThatTheVendorHasNot) {
  EXPECT_EQ(create(request_with("multi_org_enabled", true)).contains("multi_org_enabled"), false);
}

TEST_F(OAuthClients, AreNoMoreThanTheOrgMayHave) {
  org().max_clients = 2;
  create(request());

  EXPECT_EQ(refused(request()), RefusalReason::too_many_clients);
}

TEST_F(OAuthClients, OfAReportedWorldMayHaveScopesOfItsOwn) {
  world_.dialect = Dialect::reported;

  EXPECT_EQ(create(request_with("scope", {"integration:manage"}))["scope"], json::array({"integration:manage"}));
}

TEST_F(OAuthClients, CreatedByAClientNameNobody) {
  caller_.user.reset();

  const auto made = create(own_account({"admin"}));

  EXPECT_FALSE(made.contains("createdBy"));
  EXPECT_EQ(refused(own_account({"owner"})), RefusalReason::client_roles_exceed_caller);
}

TEST_F(OAuthClients, AreReplacedByAPut) {
  client().description = "before";
  now_ += std::chrono::hours(25);

  const auto after = put(request());

  EXPECT_EQ(after["id"], "app");
  EXPECT_EQ(after["name"], "New app");
  EXPECT_EQ(after["description"], "");
  EXPECT_EQ(after["roleIds"], json::array());
  EXPECT_EQ(after["dateCreated"], "2026-01-01T00:00:00.000Z");
  EXPECT_EQ(after["dateModified"], "2026-01-02T01:00:00.000Z");
  EXPECT_FALSE(after.contains("secret"));
  EXPECT_EQ(client().secret, "the-secret");
  EXPECT_EQ(get("/api/v2/oauth/clients/app"), after);
}

TEST_F(OAuthClients, ArePutBackAsTheyWereRead) {
  const auto before = client();
  auto read = get("/api/v2/oauth/clients/app");

  put(read);

  auto after = client();
  after.modified_at = before.modified_at;
  after.modified_by = before.modified_by;
  after.role_divisions = before.role_divisions;
  EXPECT_EQ(after, before);
}

TEST_F(OAuthClients, TellWhatOfThemAPutChanged) {
  auto body = request();
  body["roleIds"] = {"admin"};
  body["state"] = "inactive";

  const auto changes = changes_of("PUT", "/api/v2/oauth/clients/app", body);

  ASSERT_EQ(changes.size(), 4u);
  EXPECT_TRUE(std::holds_alternative<EditClient>(changes[0]));
  EXPECT_EQ(place(changes[1]), "/orgs/primary/clients/app/redirect_uris");
  EXPECT_EQ(place(changes[2]), "/orgs/primary/clients/app/scopes");
  EXPECT_EQ(changes[3], WorldChange(SetClientState{OrgName("primary"), ClientId("app"), ClientState::inactive}));
}

TEST_F(OAuthClients, ChangeTheirGrantTypeAndRolesByAPut) {
  org().users.at(UserName("alice")).roles.emplace_back("owner");

  const auto changes = changes_of("PUT", "/api/v2/oauth/clients/app", own_account({"owner"}));

  const WorldChange grants = SetClientGrantTypes{OrgName("primary"), ClientId("app"), {GrantType::client_credentials}};
  const WorldChange roles = SetClientRoles{OrgName("primary"), ClientId("app"), {RoleName("owner")}};
  EXPECT_THAT(changes, testing::Contains(grants));
  EXPECT_THAT(changes, testing::Contains(roles));
}

TEST_F(OAuthClients, KeepTheirStateWhereAPutSaysNone) {
  client().state = ClientState::inactive;

  EXPECT_EQ(put(request())["state"], "inactive");
}

TEST_F(OAuthClients, AreNotEditedWhileDisabledButByEndingThat) {
  put(request_with("state", "disabled"));

  EXPECT_EQ(fault("PUT", "/api/v2/oauth/clients/app", request().dump()), RefusalReason::client_edit_while_disabled);
  EXPECT_EQ(put(request_with("state", "inactive"))["state"], "inactive");
}

TEST_F(OAuthClients, AreDeletedOnlyOnceTheyAreInactive) {
  EXPECT_EQ(fault("DELETE", "/api/v2/oauth/clients/app"), RefusalReason::client_not_deletable);
  put(request_with("state", "inactive"));

  const auto gone = std::get<ApiDone>(ask("DELETE", "/api/v2/oauth/clients/app"));

  EXPECT_EQ(gone.status, 200);
  EXPECT_EQ(gone.body, "");
  EXPECT_EQ(gone.changes, std::vector<WorldChange>({RemoveClient{OrgName("primary"), ClientId("app")}}));
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/app"), RefusalReason::oauth_client_not_found);
}

TEST_F(OAuthClients, GetAnotherSecretEachTimeThatItIsRotated) {
  const auto first = done("POST", "/api/v2/oauth/clients/app/secret");
  const auto second = done("POST", "/api/v2/oauth/clients/app/secret");

  EXPECT_EQ(first["id"], "app");
  EXPECT_NE(first["secret"], "the-secret");
  EXPECT_NE(first["secret"], second["secret"]);
  EXPECT_EQ(client().secret, second["secret"].get<std::string>());
}

TEST_F(OAuthClients, AreRotatedByNobodyWhoLacksARoleOfTheirs) {
  client().roles.emplace_back("owner");

  EXPECT_EQ(fault("POST", "/api/v2/oauth/clients/app/secret"), RefusalReason::client_roles_exceed_caller);
  EXPECT_EQ(client().secret, "the-secret");
}

TEST_F(OAuthClients, ThatTheOrgHasNotAreNotFound) {
  EXPECT_EQ(fault("PUT", "/api/v2/oauth/clients/other", request().dump()), RefusalReason::oauth_client_not_found);
  EXPECT_EQ(fault("DELETE", "/api/v2/oauth/clients/other"), RefusalReason::oauth_client_not_found);
  EXPECT_EQ(fault("POST", "/api/v2/oauth/clients/other/secret"), RefusalReason::entity_not_found);
}

TEST_F(OAuthClients, AreFoundByAnIdThatIsPercentEncoded) {
  EXPECT_EQ(get("/api/v2/oauth/clients/a%70p")["id"], "app");
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/a%7"), RefusalReason::oauth_client_not_found);
}

TEST_F(OAuthClients, AreAllOnOnePageWhateverPageIsAskedFor) {
  create(request());

  const auto listed = get("/api/v2/oauth/clients?pageSize=1&pageNumber=2");

  EXPECT_EQ(listed["entities"].size(), 2u);
  EXPECT_EQ(listed["pageNumber"], 1);
  EXPECT_EQ(listed["pageCount"], 1);
}

}  // namespace
}  // namespace gcmock
