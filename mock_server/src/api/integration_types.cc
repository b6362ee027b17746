#include "api/integration_types.h"

#include <nlohmann/json.hpp>

#include "api/integration_entities.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/text_search.h"

namespace gcmock {
namespace {

const IntegrationType* type_of_path(const ApiCall& call) {
  const auto type = call.world.integration_types.find(path_id(call, 0));
  return type == call.world.integration_types.end() ? nullptr : &type->second;
}

// JsonSchemaDocument: the type's schema, and what it leaves out of the members that say what it is of.
Json schema_document(const IntegrationType& type, const std::string& text, const std::string& of) {
  Json document{{"id", type.id + "/" + of}, {"$schema", "http://json-schema.org/draft-04/schema#"}};
  document["title"] = type.name + ": " + of;
  auto schema = Json::parse(text, nullptr, false);
  if (schema.is_object()) document.update(schema);
  return document;
}

}  // namespace

ApiOutcome list_integration_types(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  std::vector<Json> entities;
  for (const auto& [id, type] : call.world.integration_types) entities.push_back(integration_type(type));
  sort_by_member(entities, query, "id");
  const auto body = listing(entities, std::get<PageRequest>(page), "/api/v2/integrations/types");
  return ApiDone{200, text_of(body), {}};
}

ApiOutcome get_integration_type(const ApiCall& call) {
  const auto* type = type_of_path(call);
  if (type == nullptr) return not_there("an integration type", path_id(call, 0));
  return ApiDone{200, text_of(integration_type(*type)), {}};
}

ApiOutcome get_integration_config_schema(const ApiCall& call) {
  const auto* type = type_of_path(call);
  if (type == nullptr) return not_there("an integration type", path_id(call, 0));
  const auto of = path_id(call, 1);
  if (of == "properties") return ApiDone{200, text_of(schema_document(*type, type->properties_schema, of)), {}};
  if (of == "advanced") return ApiDone{200, text_of(schema_document(*type, type->advanced_schema, of)), {}};
  return wrong_query("configType", of, "properties, advanced");
}

}  // namespace gcmock
