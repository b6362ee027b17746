#include "scenario/integration_reader.h"

#include <utility>

#include "scenario/json_value.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

/// An object that the mock passes on as it is.
std::string read_opaque(const Fields& fields, std::string_view key, std::string otherwise) {
  const JsonMember* found = fields.member(key);
  if (found == nullptr) return otherwise;
  if (found->value.is(JsonValue::Kind::object)) return to_json(found->value);
  fields.wrong_kind(found->value, key, "an object");
  return otherwise;
}

std::map<std::string, std::string> read_credentials(const Fields& fields) {
  std::map<std::string, std::string> credentials;
  for (const JsonMember& member : fields.entries("credentials")) {
    if (!member.value.is(JsonValue::Kind::string)) fields.wrong_kind(member.value, member.key, "an id of a credential");
    credentials[member.key] = member.value.text;
  }
  return credentials;
}

IntegrationType read_type(const JsonMember& member, WorldReading& reading, Mistakes& mistakes) {
  const Fields fields(member.value, shapes::integration_type, mistakes);
  IntegrationType type;
  type.id = member.key;
  type.name = fields.text("name").value_or(Text{member.key, {}}).text;
  type.description = fields.text("description").value_or(Text{}).text;
  type.vendor_name = fields.text("vendor_name").value_or(Text{}).text;
  type.provider = fields.text("provider").value_or(Text{type.provider, {}}).text;
  type.category = fields.text("category").value_or(Text{type.category, {}}).text;
  type.max_instances = fields.integer("max_instances", 0);
  for (const Text& permission : fields.texts("user_permissions")) type.user_permissions.emplace_back(permission.text);
  for (Text& client : fields.texts("vendor_clients")) {
    type.vendor_clients.emplace_back(client.text);
    reading.references.push_back({Reference::To::client_registered, {}, std::move(client)});
  }
  type.properties_schema = read_opaque(fields, "properties_schema", std::move(type.properties_schema));
  type.advanced_schema = read_opaque(fields, "advanced_schema", std::move(type.advanced_schema));
  return type;
}

}  // namespace

std::map<std::string, IntegrationType> read_integration_types(const Fields& fields, WorldReading& reading,
                                                              Mistakes& mistakes) {
  std::map<std::string, IntegrationType> types;
  for (const JsonMember& member : fields.entries("integration_types")) {
    types[member.key] = read_type(member, reading, mistakes);
  }
  return types;
}

std::map<IntegrationId, Integration> read_integrations(const OrgName& org, const Fields& fields, WorldReading& reading,
                                                       Mistakes& mistakes) {
  std::map<IntegrationId, Integration> integrations;
  for (const JsonMember& member : fields.entries("integrations")) {
    const Fields said(member.value, shapes::integration, mistakes);
    Integration integration;
    integration.id = IntegrationId(member.key);
    integration.name = said.text("name").value_or(Text{member.key, {}}).text;
    integration.notes = said.text("notes").value_or(Text{}).text;
    integration.intended_state = said.word("state", words::integration_states).value_or(integration.intended_state);
    integration.config_version = said.integer("version", 1).value_or(integration.config_version);
    integration.properties = read_opaque(said, "properties", std::move(integration.properties));
    integration.advanced = read_opaque(said, "advanced", std::move(integration.advanced));
    integration.credentials = read_credentials(said);
    if (std::optional<Text> type = said.text("type")) {
      integration.type = type->text;
      reading.references.push_back({Reference::To::integration_type, org, *std::move(type)});
    }
    integrations[integration.id] = std::move(integration);
  }
  return integrations;
}

}  // namespace gcmock
