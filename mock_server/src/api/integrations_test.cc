// Integrations, and what installing one does to its vendor's clients.
#include <gmock/gmock.h>

#include "api/calls_for_tests.h"

namespace gcmock {
namespace {

using nlohmann::json;
using testing::ElementsAre;

class Integrations : public ApiCalls {
 protected:
  Integrations() {
    Org vendor;
    vendor.name = OrgName("vendor");
    OAuthClient client;
    client.id = ClientId("vendor-app");
    client.scopes = {Scope("users:readonly")};
    vendor.clients[client.id] = client;
    world_.orgs[vendor.name] = vendor;
    IntegrationType type;
    type.id = "premium-app-example";
    type.name = "Example";
    type.max_instances = 2;
    type.user_permissions = {Permission("integration:examplePremiumApp:view")};
    type.vendor_clients = {client.id};
    type.properties_schema = R"({"type":"object","required":["url"]})";
    world_.integration_types[type.id] = type;
    Integration installed;
    installed.id = IntegrationId("installed");
    installed.name = "Installed";
    installed.type = type.id;
    installed.credentials["basic"] = "credential-1";
    org().integrations[installed.id] = installed;
  }

  Integration& installed() { return org().integrations.at(IntegrationId("installed")); }
  AuthorizationState authorization() { return org().authorizations.at(ClientId("vendor-app")).state; }
  long long listed(const std::string& query) { return get("/api/v2/integrations" + query)["total"]; }
  json create(const json& body) { return done("POST", "/api/v2/integrations", body.dump()); }
};

const json example = {{"name", "New"}, {"integrationType", {{"id", "premium-app-example"}}}};
constexpr auto path = "/api/v2/integrations/installed";

TEST_F(Integrations, AreListedAndFound) {
  const auto all = get("/api/v2/integrations");

  EXPECT_EQ(all["total"], 1);
  EXPECT_EQ(all["entities"][0]["integrationType"]["vendorOAuthClientIds"], json::array({"vendor-app"}));
  EXPECT_EQ(all["entities"][0]["intendedState"], "DISABLED");
  EXPECT_EQ(all["entities"][0]["reportedState"]["code"], "INACTIVE");
  EXPECT_FALSE(all["entities"][0].contains("config"));
  EXPECT_EQ(get("/api/v2/integrations?expand=config.current")["entities"][0]["config"]["current"]["version"], 1);
  EXPECT_EQ(listed("?ids=installed"), 1);
  EXPECT_EQ(listed("?ids=other"), 0);
  EXPECT_EQ(listed("?integrationType=other"), 0);
  EXPECT_EQ(listed("?reportedState=inactive"), 1);
  EXPECT_EQ(listed("?reportedState=ACTIVE"), 0);
  EXPECT_EQ(listed("?credentialId=credential-1"), 1);
  EXPECT_EQ(listed("?credentialId=other"), 0);
}

TEST_F(Integrations, AreListedOnlyByWhatCanBeAskedFor) {
  std::string ids = "a";
  for (int i = 0; i < 100; ++i) ids += ",a";

  EXPECT_EQ(fault("GET", "/api/v2/integrations?reportedState=BROKEN"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/integrations?ids=" + ids), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/integrations?pageSize=x"), RefusalReason::query_value_invalid);
}

TEST_F(Integrations, AreCreatedDisabledAndLetTheirVendorIn) {
  const auto created = create(example);

  const auto& made = org().integrations.at(IntegrationId(created["id"].get<std::string>()));
  EXPECT_EQ(created["name"], "New");
  EXPECT_EQ(made.intended_state, Integration::State::disabled);
  EXPECT_EQ(authorization(), AuthorizationState::authorized);
  EXPECT_THAT(org().authorizations.at(ClientId("vendor-app")).scopes, ElementsAre(Scope("users:readonly")));
}

TEST_F(Integrations, AreNotCreatedOfNothingOrTooOften) {
  const auto reason = [&](const json& body) { return fault("POST", "/api/v2/integrations", body.dump()); };

  EXPECT_EQ(reason({{"name", "x"}}), RefusalReason::body_member_missing);
  EXPECT_EQ(reason({{"name", "x"}, {"integrationType", {{"id", "none"}}}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"name", "x"}, {"integrationType", {{"id", 1}}}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"name", 1}, {"integrationType", {{"id", "premium-app-example"}}}}),
            RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("POST", "/api/v2/integrations"), RefusalReason::media_type_unsupported);
  create(example);
  EXPECT_EQ(reason(example), RefusalReason::too_many_integrations);
  done("DELETE", path);
  create(example);
}

TEST_F(Integrations, AreEnabledAndLetARevokedVendorInAgain) {
  ClientAuthorization revoked;
  revoked.client = ClientId("vendor-app");
  revoked.state = AuthorizationState::revoked;
  revoked.roles = {RoleName("admin")};
  org().authorizations[revoked.client] = revoked;

  const auto enabled = done("PATCH", path, R"({"intendedState": "ENABLED"})");

  EXPECT_EQ(enabled["reportedState"]["code"], "ACTIVE");
  EXPECT_EQ(installed().intended_state, Integration::State::enabled);
  EXPECT_EQ(authorization(), AuthorizationState::authorized);
  EXPECT_THAT(org().authorizations.at(ClientId("vendor-app")).roles, ElementsAre(RoleName("admin")));
}

TEST_F(Integrations, LeaveAnAuthorizationAloneThatIsThere) {
  ClientAuthorization narrow;
  narrow.client = ClientId("vendor-app");
  org().authorizations[narrow.client] = narrow;

  create(example);

  EXPECT_TRUE(org().authorizations.at(narrow.client).scopes.empty());
}

TEST_F(Integrations, LetNobodyInWhomTheyDoNotKnow) {
  world_.orgs.erase(OrgName("vendor"));

  create(example);

  EXPECT_TRUE(org().authorizations.empty());
}

TEST_F(Integrations, AreDeletedAndRestored) {
  const auto deleted = done("DELETE", path);

  EXPECT_EQ(deleted["intendedState"], "DELETED");
  EXPECT_EQ(listed(""), 0);
  EXPECT_EQ(fault("GET", path), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("DELETE", path), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PATCH", path, R"({"intendedState": "ENABLED"})"), RefusalReason::entity_not_found);
  EXPECT_EQ(done("PATCH", path, R"({"intendedState": "RESTORED"})")["intendedState"], "DISABLED");
  EXPECT_EQ(get(path)["id"], "installed");
  EXPECT_EQ(done("PATCH", path)["id"], "installed");
}

TEST_F(Integrations, ArePatchedOnlyToStatesThatThereAre) {
  EXPECT_EQ(fault("PATCH", path, R"({"intendedState": "ON"})"), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("PATCH", path, R"({"notes": "x"})"), RefusalReason::body_member_missing);
  EXPECT_EQ(fault("PATCH", "/api/v2/integrations/none", R"({"intendedState": "ENABLED"})"),
            RefusalReason::entity_not_found);
}

TEST_F(Integrations, AreConfiguredVersionByVersion) {
  auto config = get("/api/v2/integrations/installed/config/current");
  config["properties"] = {{"url", "https://app.example.com"}};
  config["notes"] = "new";

  const auto after = done("PUT", "/api/v2/integrations/installed/config/current", config.dump());

  EXPECT_EQ(after["version"], 2);
  EXPECT_EQ(after["properties"]["url"], "https://app.example.com");
  EXPECT_EQ(after["credentials"]["basic"]["id"], "credential-1");
  EXPECT_EQ(get(path)["notes"], "new");
  EXPECT_EQ(fault("PUT", "/api/v2/integrations/installed/config/current", config.dump()),
            RefusalReason::integration_version_conflict);
  EXPECT_EQ(done("PUT", "/api/v2/integrations/installed/config/current")["version"], 2);
}

TEST_F(Integrations, AreConfiguredOnlyByWholeConfigurations) {
  const json config = get("/api/v2/integrations/installed/config/current");
  const auto reason = [&](const json& patch) {
    auto body = config;
    body.merge_patch(patch);
    return fault("PUT", "/api/v2/integrations/installed/config/current", body.dump());
  };

  EXPECT_EQ(reason({{"notes", nullptr}}), RefusalReason::body_member_missing);
  EXPECT_EQ(reason({{"notes", 1}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"version", "1"}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"properties", "{}"}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"advanced", 1}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"credentials", 1}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(reason({{"credentials", {{"basic", {{"id", nullptr}}}}}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/integrations/none/config/current"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("PUT", "/api/v2/integrations/none/config/current", config.dump()), RefusalReason::entity_not_found);
}

TEST_F(Integrations, AreClientAppsForWhomTheirTypePermits) {
  EXPECT_EQ(get("/api/v2/integrations/clientapps")["total"], 0);
  installed().intended_state = Integration::State::enabled;
  EXPECT_EQ(get("/api/v2/integrations/clientapps")["total"], 0);

  org().roles.at(RoleName("admin")).permissions.emplace_back("integration:examplePremiumApp:*");

  EXPECT_EQ(get("/api/v2/integrations/clientapps")["entities"][0]["id"], "installed");
  world_.integration_types.begin()->second.provider = "purecloud-data-actions";
  EXPECT_EQ(get("/api/v2/integrations/clientapps")["total"], 0);
  EXPECT_EQ(fault("GET", "/api/v2/integrations/clientapps?pageSize=x"), RefusalReason::query_value_invalid);
}

TEST_F(Integrations, HaveTypes) {
  const auto types = get("/api/v2/integrations/types");

  EXPECT_EQ(types["entities"][0]["id"], "premium-app-example");
  EXPECT_EQ(get("/api/v2/integrations/types/premium-app-example")["maxInstances"], 2);
  EXPECT_EQ(fault("GET", "/api/v2/integrations/types/none"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/integrations/types?pageSize=x"), RefusalReason::query_value_invalid);
}

TEST_F(Integrations, HaveTypesWithSchemas) {
  const std::string schemas = "/api/v2/integrations/types/premium-app-example/configschemas/";

  EXPECT_EQ(get(schemas + "properties")["required"], json::array({"url"}));
  EXPECT_EQ(get(schemas + "advanced")["type"], "object");
  EXPECT_EQ(fault("GET", schemas + "secret"), RefusalReason::query_value_invalid);
  EXPECT_EQ(fault("GET", "/api/v2/integrations/types/none/configschemas/properties"), RefusalReason::entity_not_found);
}

}  // namespace
}  // namespace gcmock
