#include "api/oauth_scopes.h"

#include <nlohmann/json.hpp>

#include "api/entities.h"
#include "api/path.h"
#include "api/vendor_scopes.h"

namespace gcmock {
namespace {

constexpr const char* path = "/api/v2/oauth/scopes";

Json oauth_scope(std::string_view scope) {
  return {
      {"id", scope}, {"description", describe_scope(scope)}, {"selfUri", std::string(path).append("/").append(scope)}};
}

}  // namespace

ApiOutcome list_oauth_scopes(const ApiCall&) {
  Json entities = Json::array();
  for (const auto scope : vendor_scopes()) entities.push_back(oauth_scope(scope));
  const auto total = entities.size();
  return ApiDone{200, text_of({{"total", total}, {"entities", std::move(entities)}, {"selfUri", path}}), {}};
}

ApiOutcome get_oauth_scope(const ApiCall& call) {
  const auto scope = path_parameter(call, 0);
  if (!is_vendor_scope(scope)) {
    return ApiFault{Check::entity_exists, RefusalReason::entity_not_found, "a scope of the Platform API", scope, {}};
  }
  return ApiDone{200, text_of(oauth_scope(scope)), {}};
}

}  // namespace gcmock
