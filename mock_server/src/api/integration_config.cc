// A version grows by one with each PUT, which must name the present one (vendor_openapi: 409 version.conflict).
#include "api/integration_config.h"

#include <nlohmann/json.hpp>

#include "api/integration_entities.h"
#include "api/integrations.h"
#include "api/json_body.h"
#include "api/parameters.h"

namespace gcmock {
namespace {

/// Null where the org has none of that id, or deleted it.
const Integration* configured(const ApiCall& call) {
  const auto* integration = integration_of_path(call);
  const bool is_gone = integration == nullptr || integration->intended_state == Integration::State::deleted;
  return is_gone ? nullptr : integration;
}

std::optional<ApiFault> check_version(const Integration& integration, const Json& body) {
  const auto version = integer_member(body, "version");
  if (version.fault()) return version.fault();
  if (*version.value() == integration.config_version) return std::nullopt;
  return ApiFault{Check::state_allows_operation,
                  RefusalReason::integration_version_conflict,
                  "version " + std::to_string(integration.config_version),
                  std::to_string(*version.value()),
                  {}};
}

std::optional<ApiFault> read_object(const Json& body, std::string_view name, std::string& into) {
  const auto& object = body.at(std::string(name));
  if (!object.is_object()) return wrong_value(name, object.type_name(), "an object");
  into = text_of(object);
  return std::nullopt;
}

// CredentialInfo by name: the id is what counts.
std::optional<ApiFault> read_credentials(const Json& body, std::map<std::string, std::string>& into) {
  const auto& credentials = body.at("credentials");
  if (!credentials.is_object()) return wrong_value("credentials", credentials.type_name(), "an object");
  into.clear();
  for (const auto& [name, credential] : credentials.items()) {
    const auto id = text_member(credential, "id");
    if (!id.value()) return wrong_value("credentials", credential.type_name(), "credentials with an id");
    into[name] = *id.value();
  }
  return std::nullopt;
}

std::variant<Integration, ApiFault> configure(Integration integration, const Json& body) {
  if (auto fault = check_version(integration, body)) return *std::move(fault);
  const auto name = text_member(body, "name");
  const auto notes = text_member(body, "notes");
  for (const auto* member : {&name, &notes}) {
    if (member->fault()) return *member->fault();
  }
  integration.name = *name.value();
  integration.notes = *notes.value();
  if (auto fault = read_object(body, "properties", integration.properties)) return *std::move(fault);
  if (auto fault = read_object(body, "advanced", integration.advanced)) return *std::move(fault);
  if (auto fault = read_credentials(body, integration.credentials)) return *std::move(fault);
  ++integration.config_version;
  return integration;
}

}  // namespace

ApiOutcome get_integration_config(const ApiCall& call) {
  const auto* integration = configured(call);
  if (integration == nullptr) return not_there("an integration", path_id(call, 0));
  return ApiDone{200, text_of(integration_configuration(*integration)), {}};
}

ApiOutcome put_integration_config(const ApiCall& call) {
  if (call.request.body.empty()) return get_integration_config(call);  // the body is optional (vendor_openapi)
  const auto* integration = configured(call);
  if (integration == nullptr) return not_there("an integration", path_id(call, 0));
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  auto after = configure(*integration, std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&after)) return std::move(*fault);
  const auto& changed = std::get<Integration>(after);
  return ApiDone{200, text_of(integration_configuration(changed)), {PutIntegration{call.org.name, changed}}};
}

}  // namespace gcmock
