// Requests are counted by the hour: an interval takes in the hours that begin in it.
#include "api/client_usage.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "api/entities.h"
#include "api/path.h"
#include "api/usage_query.h"

namespace gcmock {
namespace {

using std::chrono::days;

/// What a row is of; what is not asked for is empty, and so is told apart by nothing.
struct Group {
  std::optional<Instant> date;
  std::optional<OrgName> org;
  std::string_view template_uri;
  std::string_view method;

  auto operator<=>(const Group&) const = default;
};

ApiFault no_such_client() {
  return {Check::oauth_client_exists, RefusalReason::entity_not_found, {}, {}, {}};
}

Instant begin_of(UsageGranularity granularity, Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  switch (granularity) {
    case UsageGranularity::day:
      return day;
    case UsageGranularity::week:
      return day - (std::chrono::weekday(day) - std::chrono::Monday);
    case UsageGranularity::month: {
      const std::chrono::year_month_day date(day);
      return std::chrono::sys_days(date.year() / date.month() / 1);
    }
  }
  return day;
}

bool groups_by(const UsageQuery& query, UsageDimension dimension) {
  return std::ranges::find(query.group_by, dimension) != query.group_by.end();
}

Group group_of(const UsageQuery& query, const UsageKey& key) {
  Group group;
  if (query.granularity) group.date = begin_of(*query.granularity, key.hour);
  if (groups_by(query, UsageDimension::org)) group.org = key.org;
  if (groups_by(query, UsageDimension::template_uri)) group.template_uri = key.template_uri;
  if (groups_by(query, UsageDimension::method)) group.method = key.method;
  return group;
}

/// The org that asks sees what was asked of itself, and what its own client asked of any org.
bool is_meant(const ApiCall& call, const UsageQuery& query, const UsageKey& key) {
  if (key.client != query.client || key.hour < query.from || key.hour >= query.until) return false;
  if (key.org == query.org) return true;
  const auto client = find_client(call.world, key.org, key.client);
  return client && client->registered_in->name == query.org;
}

std::map<Group, UsageCounts> sums(const ApiCall& call, const UsageQuery& query) {
  std::map<Group, UsageCounts> sums;
  for (const auto& [key, counts] : call.usage.counts()) {
    if (is_meant(call, query, key)) sums[group_of(query, key)] += counts;
  }
  return sums;
}

void add_counts(Json& row, const UsageQuery& query, const UsageCounts& counts) {
  const auto add = [&](UsageMetric metric, const char* member, std::int64_t count) {
    const auto& asked = query.metrics;
    if (asked.empty() || std::ranges::find(asked, metric) != asked.end()) row[member] = count;
  };
  add(UsageMetric::status_200, "status200", counts.status_200);
  add(UsageMetric::status_300, "status300", counts.status_300);
  add(UsageMetric::status_400, "status400", counts.status_400);
  add(UsageMetric::status_500, "status500", counts.status_500);
  add(UsageMetric::status_429, "status429", counts.status_429);
  add(UsageMetric::requests, "requests", counts.requests);
}

Json row_of(const ApiCall& call, const UsageQuery& query, const Group& group, const UsageCounts& counts) {
  Json row = Json::object();
  if (groups_by(query, UsageDimension::client)) {
    row["clientId"] = query.client.value;
    const auto client = find_client(call.world, call.org.name, query.client);
    if (client) row["clientName"] = client->registration->name;
  }
  if (group.org) row["organizationId"] = call.world.orgs.at(*group.org).id.value;
  if (!group.template_uri.empty()) row["templateUri"] = group.template_uri;
  if (!group.method.empty()) row["httpMethod"] = group.method;
  add_counts(row, query, counts);
  if (group.date) row["date"] = date_time(*group.date);
  return row;
}

ApiDone execution(const ApiCall& call, UsageQuery query) {
  query.id = call.ids.uuid();
  const Json body{{"executionId", query.id},
                  {"resultsUri", "/api/v2/oauth/clients/" + query.client.value + "/usage/query/results/" + query.id}};
  return ApiDone{200, text_of(body), {}, std::move(query)};
}

using ReadQuery = std::variant<UsageQuery, ApiFault> (*)(const ApiCall&, const ClientId&);

ApiOutcome ask(const ApiCall& call, ReadQuery read_query) {
  const ClientId client(path_parameter(call, 0));
  if (!find_client(call.world, call.org.name, client)) return no_such_client();
  auto query = read_query(call, client);
  if (auto* fault = std::get_if<ApiFault>(&query)) return std::move(*fault);
  return execution(call, std::get<UsageQuery>(std::move(query)));
}

}  // namespace

ApiOutcome ask_client_usage(const ApiCall& call) {
  return ask(call, read_usage_query);
}

ApiOutcome ask_client_usage_summary(const ApiCall& call) {
  return ask(call, read_usage_summary);
}

ApiOutcome get_client_usage(const ApiCall& call) {
  const auto* query = call.usage.query(path_parameter(call, 1));
  if (query == nullptr || query->org != call.org.name || query->client.value != path_parameter(call, 0)) {
    return ApiFault{Check::entity_exists, RefusalReason::entity_not_found, "a query of this client", "none", {}};
  }
  Json results = Json::array();
  for (const auto& [group, counts] : sums(call, *query)) results.push_back(row_of(call, *query, group, counts));
  return ApiDone{200, text_of({{"results", std::move(results)}, {"queryStatus", "Complete"}}), {}};
}

}  // namespace gcmock
