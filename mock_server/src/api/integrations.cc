// A deleted integration is shown no more, and can be restored by PATCH (vendor_openapi: intendedState RESTORED); that
// it is disabled then, and that its vendor's clients stay authorized when it goes, is assumed.
#include "api/integrations.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "api/authorize_vendor.h"
#include "api/grantees.h"
#include "api/integration_entities.h"
#include "api/json_body.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/text_search.h"

namespace gcmock {
namespace {

using State = Integration::State;

constexpr std::size_t most_ids = 100;  // vendor_openapi, getIntegrations: ids

std::optional<ApiFault> check_list(const Query& query) {
  static constexpr std::array<std::string_view, 5> states{"ACTIVE", "ACTIVATING", "INACTIVE", "DEACTIVATING", "ERROR"};
  const auto* state = query.value("reportedState");
  const auto is_state = [&](std::string_view each) { return state == nullptr || is_same_text(each, *state); };
  if (std::ranges::none_of(states, is_state)) return check_words(query, "reportedState", states);
  const auto count = query.list("ids").size();
  if (count > most_ids) return wrong_query("ids", std::to_string(count) + " ids", "at most 100 ids");
  return std::nullopt;
}

bool is_wanted(const Query& query, const Integration& integration) {
  const auto ids = query.list("ids");
  const auto* type = query.value("integrationType");
  const auto* state = query.value("reportedState");
  const auto* credential = query.value("credentialId");
  const auto has_credential = [&](const auto& each) { return each.second == *credential; };
  return integration.intended_state != State::deleted &&
         (ids.empty() || std::ranges::find(ids, integration.id.value) != ids.end()) &&
         (type == nullptr || integration.type == *type) &&
         (state == nullptr || is_same_text(reported_state(integration), *state)) &&
         (credential == nullptr || std::ranges::any_of(integration.credentials, has_credential));
}

ApiFault no_such_integration(const ApiCall& call) {
  return not_there("an integration", path_id(call, 0));
}

std::optional<ApiFault> check_room(const ApiCall& call, const IntegrationType& type) {
  const auto counts = [&](const auto& each) {
    return each.second.type == type.id && each.second.intended_state != State::deleted;
  };
  const auto there = std::ranges::count_if(call.org.integrations, counts);
  if (!type.max_instances || there < *type.max_instances) return std::nullopt;
  return ApiFault{Check::limit_allows_operation,
                  RefusalReason::too_many_integrations,
                  "at most " + std::to_string(*type.max_instances) + " integrations of type " + type.id,
                  std::to_string(there) + " are there",
                  {}};
}

std::string all_types(const World& world) {
  std::string ids;
  for (const auto& [id, type] : world.integration_types) ids.append(ids.empty() ? "" : ", ").append(id);
  return ids;
}

std::variant<const IntegrationType*, ApiFault> type_of_body(const ApiCall& call, const Json& body) {
  const auto id = text_member(body["integrationType"], "id");
  if (id.fault()) return *id.fault();
  const auto type = call.world.integration_types.find(id.value().value_or(""));
  if (type == call.world.integration_types.end()) {
    return wrong_value("integrationType.id", id.value().value_or("null"), all_types(call.world));
  }
  if (auto fault = check_room(call, type->second)) return *std::move(fault);
  return &type->second;
}

/// The integration as it is from now on.
ApiDone done(const ApiCall& call, const Integration& integration) {
  return {200, text_of(integration_entity(call, integration)), {PutIntegration{call.org.name, integration}}};
}

/// Likewise; and its vendor's clients may come in.
ApiDone done_with_vendor(const ApiCall& call, const Integration& integration) {
  auto with_vendor = done(call, integration);
  for (auto& change : authorize_vendor_clients(call, type_of(call, integration))) {
    with_vendor.changes.push_back(std::move(change));
  }
  return with_vendor;
}

struct IntendedState {
  std::string_view word;
  State state;
};
constexpr std::array intended_states{
    IntendedState{"ENABLED", State::enabled}, IntendedState{"DISABLED", State::disabled},
    IntendedState{"DELETED", State::deleted}, IntendedState{"RESTORED", State::disabled}};

std::variant<State, ApiFault> state_of_body(const Json& body) {
  const auto word = text_member(body, "intendedState");
  if (word.fault()) return *word.fault();
  const auto found = std::ranges::find(intended_states, *word.value(), &IntendedState::word);
  if (found != intended_states.end()) return found->state;
  return wrong_value("intendedState", *word.value(), "ENABLED, DISABLED, DELETED, RESTORED");
}

bool restores(const Json& body) {
  const auto state = body.find("intendedState");
  return state != body.end() && *state == "RESTORED";
}

// Client apps are for whom their type permits (vendor_openapi, IntegrationType.userPermissions).
bool may_use(const ApiCall& call, const IntegrationType& type) {
  const auto held = permissions_of(call.org, calling_grantee(call).value_or(Grantee{}));
  return std::ranges::all_of(type.user_permissions, [&](const Permission& needed) {
    return std::ranges::any_of(held, [&](const Permission& each) { return permits(each, needed); });
  });
}

}  // namespace

const Integration* integration_of_path(const ApiCall& call) {
  const auto integration = call.org.integrations.find(IntegrationId(path_id(call, 0)));
  return integration == call.org.integrations.end() ? nullptr : &integration->second;
}

ApiOutcome list_integrations(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  if (auto fault = check_list(query)) return *std::move(fault);
  std::vector<Json> entities;
  for (const auto& [id, integration] : call.org.integrations) {
    if (is_wanted(query, integration)) entities.push_back(integration_entity(call, integration));
  }
  sort_by_member(entities, query, "name");
  return ApiDone{200, text_of(listing(entities, std::get<PageRequest>(page), "/api/v2/integrations")), {}};
}

ApiOutcome create_integration(const ApiCall& call) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const auto& object = std::get<Json>(body);
  const auto name = text_member(object, "name");
  if (name.fault()) return *name.fault();
  auto type = type_of_body(call, object);
  if (auto* fault = std::get_if<ApiFault>(&type)) return std::move(*fault);
  Integration integration;
  integration.id = IntegrationId(call.ids.uuid());
  integration.name = *name.value();
  integration.type = std::get<const IntegrationType*>(type)->id;
  return done_with_vendor(call, integration);
}

ApiOutcome get_integration(const ApiCall& call) {
  const auto* integration = integration_of_path(call);
  if (integration == nullptr || integration->intended_state == State::deleted) return no_such_integration(call);
  return ApiDone{200, text_of(integration_entity(call, *integration)), {}};
}

ApiOutcome patch_integration(const ApiCall& call) {
  if (call.request.body.empty()) return get_integration(call);  // the body is optional (vendor_openapi)
  const auto* integration = integration_of_path(call);
  if (integration == nullptr) return no_such_integration(call);
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const bool is_there = integration->intended_state != State::deleted;
  if (!is_there && !restores(std::get<Json>(body))) return no_such_integration(call);
  auto state = state_of_body(std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&state)) return std::move(*fault);
  auto patched = *integration;
  patched.intended_state = std::get<State>(state);
  return patched.intended_state == State::enabled ? done_with_vendor(call, patched) : done(call, patched);
}

ApiOutcome delete_integration(const ApiCall& call) {
  const auto* integration = integration_of_path(call);
  if (integration == nullptr || integration->intended_state == State::deleted) return no_such_integration(call);
  auto deleted = *integration;
  deleted.intended_state = State::deleted;
  return done(call, deleted);
}

ApiOutcome list_client_apps(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  std::vector<Json> entities;
  for (const auto& [id, integration] : call.org.integrations) {
    const auto type = type_of(call, integration);
    const bool is_shown = integration.intended_state == State::enabled && type.provider == "clientapps";
    if (is_shown && may_use(call, type)) entities.push_back(integration_entity(call, integration));
  }
  sort_by_member(entities, query, "name");
  const auto body = listing(entities, std::get<PageRequest>(page), "/api/v2/integrations/clientapps");
  return ApiDone{200, text_of(body), {}};
}

}  // namespace gcmock
