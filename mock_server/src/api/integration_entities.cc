#include "api/integration_entities.h"

#include <nlohmann/json.hpp>

#include "api/query.h"

namespace gcmock {
namespace {

Json object_of(const std::string& text) {
  auto object = Json::parse(text, nullptr, false);
  return object.is_object() ? object : Json::object();
}

Json reported(const Integration& integration) {
  const auto state = reported_state(integration);
  return {{"code", state}, {"effective", state == "ACTIVE" ? "Active" : "Inactive"}};
}

std::string path_of(const IntegrationType& type) {
  return "/api/v2/integrations/types/" + type.id;
}

std::string path_of(const Integration& integration) {
  return "/api/v2/integrations/" + integration.id.value;
}

}  // namespace

Json integration_type(const IntegrationType& type) {
  Json entity{{"id", type.id},
              {"name", type.name},
              {"description", type.description},
              {"provider", type.provider},
              {"category", type.category},
              {"configPropertiesSchemaUri", path_of(type) + "/configschemas/properties"},
              {"configAdvancedSchemaUri", path_of(type) + "/configschemas/advanced"}};
  if (!type.vendor_name.empty()) entity["vendorName"] = type.vendor_name;
  entity["nonInstallable"] = false;
  if (type.max_instances) entity["maxInstances"] = *type.max_instances;
  entity["userPermissions"] = texts(type.user_permissions);
  entity["vendorOAuthClientIds"] = texts(type.vendor_clients);
  entity["selfUri"] = path_of(type);
  return entity;
}

Json integration_configuration(const Integration& integration) {
  auto credentials = Json::object();
  for (const auto& [name, id] : integration.credentials) {
    credentials[name] = {{"id", id}, {"selfUri", "/api/v2/integrations/credentials/" + id}};
  }
  return {{"id", "current"},
          {"name", integration.name},
          {"version", integration.config_version},
          {"properties", object_of(integration.properties)},
          {"advanced", object_of(integration.advanced)},
          {"notes", integration.notes},
          {"credentials", std::move(credentials)},
          {"selfUri", path_of(integration) + "/config/current"}};
}

Json integration_entity(const ApiCall& call, const Integration& integration) {
  Json entity{{"id", integration.id.value},
              {"name", integration.name},
              {"integrationType", integration_type(type_of(call, integration))},
              {"notes", integration.notes},
              {"intendedState", intended_state(integration)}};
  if (Query(call.request).lists("expand", "config.current")) {
    entity["config"] = {{"current", integration_configuration(integration)}};
  }
  entity["reportedState"] = reported(integration);
  entity["selfUri"] = path_of(integration);
  return entity;
}

std::string_view intended_state(const Integration& integration) {
  switch (integration.intended_state) {
    case Integration::State::enabled:
      return "ENABLED";
    case Integration::State::disabled:
      return "DISABLED";
    case Integration::State::deleted:
      return "DELETED";
  }
  return "?";
}

std::string_view reported_state(const Integration& integration) {
  return integration.intended_state == Integration::State::enabled ? "ACTIVE" : "INACTIVE";
}

IntegrationType type_of(const ApiCall& call, const Integration& integration) {
  const auto found = call.world.integration_types.find(integration.type);
  if (found != call.world.integration_types.end()) return found->second;
  IntegrationType unknown;
  unknown.id = integration.type;
  unknown.name = integration.type;
  return unknown;
}

}  // namespace gcmock
