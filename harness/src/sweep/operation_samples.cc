#include "sweep/operation_samples.h"

#include <algorithm>
#include <array>
#include <functional>

#include "sweep/sweep_world.h"

namespace gcmock {
namespace {

using Filling = std::function<std::string_view(std::string_view name)>;

/// The path with each "{name}" filled in.
std::string filled(std::string_view path, const Filling& filling) {
  std::string target;
  for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{')) {
    const auto close = path.find('}', open);
    target.append(path.substr(0, open)).append(filling(path.substr(open + 1, close - open - 1)));
    path.remove_prefix(close + 1);
  }
  return target.append(path);
}

struct Named {
  std::string_view parameter;
  std::string_view value;
};

constexpr std::array values{Named{"clientId", swept::spare_id},
                            Named{"executionId", "{executionId}"},
                            Named{"scopeId", "oauth"},
                            Named{"userId", swept::bob_id},
                            Named{"subjectId", swept::bob_id},
                            Named{"roleId", "clerk"},
                            Named{"leftRoleId", "clerk"},
                            Named{"rightRoleId", "employee"},
                            Named{"divisionId", swept::sales_division_id},
                            Named{"pairingId", swept::pairing_id},
                            Named{"trusteeOrgId", swept::globex_id},
                            Named{"trustorOrgId", swept::globex_id},
                            Named{"trusteeGroupId", swept::globex_group_id},
                            Named{"trustorGroupId", swept::acmes_group_id},
                            Named{"integrationId", swept::integration_id},
                            Named{"typeId", "premium-app-example"},
                            Named{"configType", "properties"}};

std::string_view value_of(const Operation& operation, std::string_view parameter) {
  if (operation.endpoint == Endpoint::oauth_authorization) return swept::vendor_app_id;
  if (parameter == "trusteeUserId") {
    const bool is_trustor = operation.path.find("/trustors/") != std::string_view::npos;
    return is_trustor ? swept::alice_id : swept::gina_id;
  }
  const auto found = std::ranges::find(values, parameter, &Named::parameter);
  return found == values.end() ? swept::nobodys_id : found->value;
}

struct Sample {
  std::string_view operation;
  std::string_view body;
};

constexpr std::array bodies{
    Sample{"postOauthClients", R"({"name":"made","authorizedGrantType":"CODE","scope":["oauth"],)"
                               R"("registeredRedirectUri":["https://made.example.com/callback"]})"},
    Sample{"putOauthClient", R"({"name":"changed","authorizedGrantType":"CODE","scope":["oauth"],"state":"active",)"
                             R"("registeredRedirectUri":["https://made.example.com/callback"]})"},
    Sample{"postOauthClientUsageQuery",
           R"({"interval":"2026-01-01T00:00:00Z/2026-01-02T00:00:00Z","metrics":["Requests"],"granularity":"Day"})"},
    Sample{"putTokensTimeout", R"({"enableIdleTokenTimeout":true,"idleTokenTimeoutSeconds":600})"},
    Sample{"putUserRoles", R"(["clerk"])"},
    Sample{"putOrganizationsMe", R"({"version":1,"name":"Acme","supportURI":"https://acme.example.com"})"},
    Sample{"postAuthorizationDivisions", R"({"name":"Service","description":"All who help"})"},
    Sample{"postAuthorizationRoles", R"({"name":"made","permissions":["routing:queue:view"]})"},
    Sample{"putAuthorizationRolesDefault", R"([{"id":"employee","name":"employee"}])"},
    Sample{"putAuthorizationRolesSettings", R"({"authorizationGrantDivisionAware":true})"},
    Sample{"postAuthorizationRole", R"({"subjectIds":["a0000000-0000-4000-8000-0000000000b0"],)"
                                    R"("divisionIds":["a0000000-0000-4000-8000-0000000000d1"]})"},
    Sample{"putAuthorizationRole", R"({"name":"clerk","permissions":["routing:queue:view"]})"},
    Sample{"patchAuthorizationRole", R"({"description":"All who file"})"},
    Sample{"postAuthorizationRoleComparedefaultRightRoleId",
           R"({"name":"clerk","permissions":["routing:queue:view"]})"},
    Sample{"putAuthorizationRoleUsersAdd", R"(["a0000000-0000-4000-8000-0000000000b0"])"},
    Sample{"putAuthorizationRoleUsersRemove", R"(["a0000000-0000-4000-8000-0000000000b0"])"},
    Sample{"postAuthorizationSubjectBulkadd",
           R"({"grants":[{"roleId":"clerk","divisionId":"a0000000-0000-4000-8000-0000000000d1"}]})"},
    Sample{"postAuthorizationSubjectBulkremove",
           R"({"grants":[{"roleId":"clerk","divisionId":"a0000000-0000-4000-8000-0000000000d1"}]})"},
    Sample{"postAuthorizationSubjectBulkreplace",
           R"({"grants":[{"roleId":"clerk","divisionId":"a0000000-0000-4000-8000-0000000000d1"}]})"},
    Sample{"postOrgauthorizationPairings", R"({"userIds":["a0000000-0000-4000-8000-0000000000a1"]})"},
    Sample{"postOrgauthorizationTrustees",
           R"({"pairingId":"f0000000-0000-4000-8000-0000000000c1","enabled":true,)"
           R"("users":[{"id":"f0000000-0000-4000-8000-0000000000e1","roleIds":["clerk"]}]})"},
    Sample{"postOrgauthorizationTrusteesAudits",
           R"({"trusteeOrganizationIds":["b0000000-0000-4000-8000-000000000001"],)"
           R"("trusteeUserIds":["b0000000-0000-4000-8000-0000000000e1"]})"},
    Sample{"postOrgauthorizationTrustorAudits", R"({"trustorOrganizationId":"b0000000-0000-4000-8000-000000000001",)"
                                                R"("trusteeUserIds":["a0000000-0000-4000-8000-0000000000a1"]})"},
    Sample{"putOrgauthorizationTrustee", R"({"enabled":false})"},
    Sample{"postOrgauthorizationTrusteeGroups", R"({"id":"b0000000-0000-4000-8000-0000000000f2","roleIds":["clerk"]})"},
    Sample{"postOrgauthorizationTrusteeUsers", R"({"id":"b0000000-0000-4000-8000-0000000000e2","roleIds":["clerk"]})"},
    Sample{"putOrgauthorizationTrusteeGroupRoledivisions", R"({"grants":[{"roleId":"clerk","divisionId":"*"}]})"},
    Sample{"putOrgauthorizationTrusteeUserRoledivisions", R"({"grants":[{"roleId":"clerk","divisionId":"*"}]})"},
    Sample{"putOrgauthorizationTrusteeGroupRoles", R"(["clerk"])"},
    Sample{"putOrgauthorizationTrusteeUserRoles", R"(["clerk"])"},
    Sample{"postIntegrations", R"({"name":"Another","integrationType":{"id":"premium-app-example"}})"},
    Sample{"patchIntegration", R"({"intendedState":"ENABLED"})"},
    Sample{"putIntegrationConfigCurrent", R"({"name":"Sweep Premium App","version":1,"properties":{},"advanced":{},)"
                                          R"("notes":"","credentials":{}})"},
};

ProbeRequest right(const Operation& operation) {
  ProbeRequest request{std::string(operation.method), target_of(operation), bearer(swept::admin_token), "", ""};
  const auto sample = std::ranges::find(bodies, operation.id, &Sample::operation);
  if (sample == bodies.end()) return request;
  request.content_type = "application/json";
  request.body = std::string(sample->body);
  return request;
}

}  // namespace

Probe right_request(const Operation& operation) {
  Probe probe{std::string(operation.id) + ": done", right(operation), {}, Probe::Server::of_its_own};
  if (operation.method == "GET") probe.server = Probe::Server::shared;
  if (operation.endpoint == Endpoint::oauth_client_usage_query_result) {
    probe.before = {right(operation_named("postOauthClientUsageQuery"))};
    probe.server = Probe::Server::of_its_own;
  }
  if (operation.id == "getOrgauthorizationTrusteesDefault") {
    probe.before = {right(operation_named("postOrgauthorizationTrusteesDefault"))};
    probe.server = Probe::Server::of_its_own;
  }
  return probe;
}

std::string target_of(const Operation& operation) {
  return filled(operation.path, [&](std::string_view name) { return value_of(operation, name); });
}

std::string target_of_nothing(const Operation& operation) {
  return filled(operation.path, [](std::string_view) { return swept::nobodys_id; });
}

const Operation& operation_named(std::string_view id) {
  return *std::ranges::find(all_operations(), id, &Operation::id);
}

std::string bearer(std::string_view token) {
  return "Bearer " + std::string(token);
}

}  // namespace gcmock
