// The permissions that the table of operations asks for, by domain: those that can matter here. The vendor has more.
#include "api/permissions.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "api/listing.h"
#include "api/parameters.h"
#include "api/role_entities.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

constexpr std::string_view path = "/api/v2/authorization/permissions";

std::vector<Permission> all_permissions() {
  std::set<Permission> all;
  for (const auto& operation : all_operations()) {
    for (const auto word : words_of(operation.permissions)) all.emplace(std::string(word));
  }
  return {all.begin(), all.end()};
}

bool is_asked(const std::vector<std::string>& asked, const std::string& value) {
  return asked.empty() || std::ranges::find(asked, value) != asked.end();
}

bool is_wanted(const Query& query, const Policy& policy, const std::string& action) {
  const auto asked = query.list("query");
  const auto* type = query.value("queryType");
  if (type != nullptr && *type == "domain") return is_asked(asked, policy.domain);
  const auto permission = policy.domain + ":" + policy.entity + ":" + action;
  // Without a type, either is found (assumed).
  return is_asked(asked, permission) || (type == nullptr && is_asked(asked, policy.domain));
}

Json domain_permissions(const Query& query, const Policy& policy) {
  auto list = Json::array();
  for (const auto& action : policy.actions) {
    if (!is_wanted(query, policy, action)) continue;
    list.push_back({{"domain", policy.domain},
                    {"entityType", policy.entity},
                    {"action", action},
                    {"label", policy.domain + " > " + policy.entity + " > " + action},
                    {"allowsConditions", false},
                    {"divisionAware", false}});
  }
  return list;
}

/// DomainPermissionCollection, one a domain.
std::vector<Json> collections(const Query& query) {
  std::vector<Json> domains;
  for (const auto& policy : policies_of(all_permissions())) {
    auto permissions = domain_permissions(query, policy);
    if (permissions.empty()) continue;
    if (domains.empty() || domains.back()["domain"] != policy.domain) {
      domains.push_back({{"id", policy.domain}, {"name", policy.domain}, {"domain", policy.domain}});
      domains.back()["permissionMap"] = Json::object();
      domains.back()["selfUri"] = std::string(path) + "?queryType=domain&query=" + policy.domain;
    }
    domains.back()["permissionMap"][policy.entity] = std::move(permissions);
  }
  return domains;
}

}  // namespace

ApiOutcome list_permissions(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  static constexpr std::array<std::string_view, 2> types{"domain", "permission"};
  if (auto fault = check_words(query, "queryType", types)) return *std::move(fault);
  return ApiDone{200, text_of(listing(collections(query), std::get<PageRequest>(page), path)), {}};
}

}  // namespace gcmock
