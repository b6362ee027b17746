// What a world says of roles, divisions, integrations and the details of an org.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using testing::ElementsAre;

LoadedWorld load(const std::string& text) {
  const TestFolder folder;
  return load_world(folder.write("world.json", text));
}

/// The org acme, whose members these are.
Org acme(const std::string& members) {
  const LoadedWorld loaded = load(R"({ "orgs": { "acme": { )" + members + " } } }");
  EXPECT_EQ(text_of(loaded.diagnostics), "");
  return loaded.world ? loaded.world->orgs.at(OrgName("acme")) : Org{};
}

TEST(WorldOfRoles, ReadsRolesAsListsAndAsObjects) {
  const Org org = acme(R"("roles": { "short": ["a:b:c"],
      "long": { "name": "Long", "description": "d", "permissions": ["a:b:*"], "default_role": "shipped" } },
    "default_roles": { "shipped": ["a:*:*"] })");

  EXPECT_THAT(org.roles.at(RoleName("short")).permissions, ElementsAre(Permission("a:b:c")));
  EXPECT_EQ(org.roles.at(RoleName("short")).shown_name(), "short");
  const Role& role = org.roles.at(RoleName("long"));
  EXPECT_EQ(role.name, RoleName("long"));
  EXPECT_EQ(role.shown_name(), "Long");
  EXPECT_EQ(role.description, "d");
  EXPECT_THAT(role.permissions, ElementsAre(Permission("a:b:*")));
  EXPECT_EQ(role.default_role, RoleName("shipped"));
  EXPECT_THAT(org.default_roles.at(RoleName("shipped")).permissions, ElementsAre(Permission("a:*:*")));
}

TEST(WorldOfRoles, ReadsWhereTheyAreHeld) {
  const Org org =
      acme(R"("roles": { "r": [] }, "divisions": { "emea": { "name": "EMEA", "description": "d" }, "h": {} },
    "home_division": "h",
    "users": { "ann": { "roles": ["r"], "role_divisions": { "r": ["emea"] } } },
    "clients": { "app": { "authorized_grant_types": ["CODE"], "roles": ["r"], "role_divisions": { "r": ["h", "emea"] } } })");

  EXPECT_EQ(org.divisions.at(DivisionId("emea")).description, "d");
  EXPECT_EQ(home_division(org).id, DivisionId("h"));
  EXPECT_THAT(org.users.at(UserName("ann")).role_divisions.at(RoleName("r")), ElementsAre(DivisionId("emea")));
  EXPECT_THAT(org.clients.at(ClientId("app")).role_divisions.at(RoleName("r")),
              ElementsAre(DivisionId("emea"), DivisionId("h")));
}

TEST(WorldOfRoles, HasAHomeDivisionWhereItStatesNone) {
  const Org org = acme(R"("divisions": { "emea": {} })");

  EXPECT_EQ(home_division(org).id, DivisionId(org.id.value));
  EXPECT_TRUE(home_division(org).is_home);
}

TEST(WorldOfRoles, ReadsSettingsCapacityProductsAndDetails) {
  const Org org = acme(R"("role_settings": { "backfill": "on", "division_aware_grants": "on" },
    "capacity": { "roles": 3, "roles_per_subject": 1 }, "products": ["engage"],
    "details": { "domain": "d.example.com", "default_language": "de", "default_country_code": "DE",
                 "support_uri": "s@example.com", "version": 4 })");

  EXPECT_EQ(org.role_settings.backfill, RoleSettings::Backfill::on);
  EXPECT_EQ(org.role_settings.division_aware_grants, RoleSettings::DivisionAwareGrants::on);
  EXPECT_EQ(org.capacity.roles, 3);
  EXPECT_EQ(org.capacity.divisions, std::nullopt);
  EXPECT_EQ(org.capacity.roles_per_subject, 1);
  EXPECT_THAT(org.products, ElementsAre("engage"));
  EXPECT_EQ(org.details.domain, "d.example.com");
  EXPECT_EQ(org.details.default_language, "de");
  EXPECT_EQ(org.details.support_uri, "s@example.com");
  EXPECT_EQ(org.details.version, 4);
  EXPECT_EQ(acme("").products.size(), 4U);
}

TEST(WorldOfRoles, ReadsIntegrationsAndTheirTypes) {
  const LoadedWorld loaded = load(R"({
    "integration_types": { "premium": { "name": "Premium", "max_instances": 1, "user_permissions": ["a:b:c"],
                                        "vendor_clients": ["app"], "properties_schema": { "type": "object" } } },
    "orgs": { "acme": { "clients": { "app": { "authorized_grant_types": ["CODE"] } },
      "integrations": { "one": { "type": "premium", "name": "One", "notes": "n", "state": "enabled", "version": 2,
                                 "properties": { "url": "x" }, "credentials": { "basic": "c1" } } } } } })");

  ASSERT_TRUE(loaded.world) << text_of(loaded.diagnostics);
  const IntegrationType& type = loaded.world->integration_types.at("premium");
  EXPECT_EQ(type.name, "Premium");
  EXPECT_EQ(type.max_instances, 1);
  EXPECT_THAT(type.vendor_clients, ElementsAre(ClientId("app")));
  EXPECT_EQ(type.properties_schema, R"({"type":"object"})");
  const Org& org = loaded.world->orgs.at(OrgName("acme"));
  const Integration& integration = org.integrations.at(IntegrationId("one"));
  EXPECT_EQ(integration.type, "premium");
  EXPECT_EQ(integration.intended_state, Integration::State::enabled);
  EXPECT_EQ(integration.config_version, 2);
  EXPECT_EQ(integration.properties, R"({"url":"x"})");
  EXPECT_EQ(integration.advanced, "{}");
  EXPECT_EQ(integration.credentials.at("basic"), "c1");
}

}  // namespace
}  // namespace gcmock
