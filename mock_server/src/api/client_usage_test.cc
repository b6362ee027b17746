// Usage of a client: asking, and the rows that come of what was served.
#include <gtest/gtest.h>

#include "api/calls_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr const char* query_path = "/api/v2/oauth/clients/app/usage/query";

class ClientUsage : public ApiCalls {
 protected:
  ClientUsage() { now_ += 14 * 24h; }  // 2026-01-15, a Thursday

  void served(int status, std::chrono::milliseconds ago, std::string_view method = "GET",
              std::string_view path = "/api/v2/users/me", const std::string& org = "primary") {
    const OrgName org_name(org);
    const ClientId client("app");
    const std::optional<UserName> user(UserName("alice"));
    usage_.count({now_ - ago, path, method, org_name, client, user, status});
  }

  static json query(json rest = json::object()) {
    json body{{"interval", "2026-01-01T00:00:00/2026-02-01T00:00:00"}};
    body.update(rest);
    return body;
  }
  json results_of(const json& body) { return get(done("POST", query_path, body.dump())["resultsUri"]); }
  json rows(const json& body) { return results_of(body)["results"]; }
  RefusalReason refused(const json& body) { return fault("POST", query_path, body.dump()); }
};

TEST_F(ClientUsage, IsAskedForAndThenPolledFor) {
  served(200, 0s);

  const auto asked = done("POST", query_path, query().dump());

  const auto id = asked["executionId"].get<std::string>();
  EXPECT_EQ(asked["resultsUri"], "/api/v2/oauth/clients/app/usage/query/results/" + id);
  const auto result = get(asked["resultsUri"]);
  EXPECT_EQ(result["queryStatus"], "Complete");
  EXPECT_EQ(result["results"].size(), 1u);
}

TEST_F(ClientUsage, IsOneSumOfAllMetricsWhereNothingElseIsSaid) {
  for (const int status : {200, 204, 404, 429, 503}) served(status, 0s);

  EXPECT_EQ(rows(query()), json::array({{{"status200", 2},
                                         {"status300", 0},
                                         {"status400", 2},
                                         {"status500", 1},
                                         {"status429", 1},
                                         {"requests", 5}}}));
}

TEST_F(ClientUsage, HasTheMetricsThatAreAskedFor) {
  served(200, 0s);

  EXPECT_EQ(rows(query({{"metrics", {"Status200", "Requests"}}})), json::array({{{"status200", 1}, {"requests", 1}}}));
  EXPECT_EQ(rows(query({{"metrics", {"Status300", "Status400", "Status500", "Status429"}}})),
            json::array({{{"status300", 0}, {"status400", 0}, {"status500", 0}, {"status429", 0}}}));
}

TEST_F(ClientUsage, IsGroupedByWhatIsAskedFor) {
  served(200, 0s);
  served(200, 0s, "DELETE", "/api/v2/tokens/me");
  served(200, 0s);

  const auto by_operation = rows(query({{"groupBy", {"TemplateUri", "HttpMethod"}}, {"metrics", {"Requests"}}}));
  const auto by_owner = rows(query({{"groupBy", {"OAuthClientId", "OrganizationId"}}, {"metrics", {"Requests"}}}));

  EXPECT_EQ(by_operation,
            json::array({{{"templateUri", "/api/v2/tokens/me"}, {"httpMethod", "DELETE"}, {"requests", 1}},
                         {{"templateUri", "/api/v2/users/me"}, {"httpMethod", "GET"}, {"requests", 2}}}));
  EXPECT_EQ(by_owner, json::array({{{"clientId", "app"},
                                    {"clientName", "App"},
                                    {"organizationId", "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d"},
                                    {"requests", 3}}}));
}

TEST_F(ClientUsage, IsToldByDayWeekOrMonth) {
  served(200, 0s);       // Thursday, 15 January
  served(200, 3 * 24h);  // Monday, 12 January
  served(200, 4 * 24h);  // Sunday, 11 January
  const auto dates = [&](const char* granularity) {
    json found = json::array();
    for (const auto& row : rows(query({{"granularity", granularity}}))) found.push_back(row["date"]);
    return found;
  };

  EXPECT_EQ(dates("Day"),
            json::array({"2026-01-11T00:00:00.000Z", "2026-01-12T00:00:00.000Z", "2026-01-15T00:00:00.000Z"}));
  EXPECT_EQ(dates("Week"), json::array({"2026-01-05T00:00:00.000Z", "2026-01-12T00:00:00.000Z"}));
  EXPECT_EQ(dates("Month"), json::array({"2026-01-01T00:00:00.000Z"}));
}

TEST_F(ClientUsage, IsOfTheHoursThatBeginInTheInterval) {
  served(200, 1h);
  served(200, 2h);
  served(200, 3h);

  const auto found = rows({{"interval", "2026-01-14T22:00:00/2026-01-14T23:00:00Z"}});

  EXPECT_EQ(found[0]["requests"], 1);
  EXPECT_EQ(rows({{"interval", "2026-01-14T23:30:00/2026-01-14T23:45:00Z"}}), json::array());
}

TEST_F(ClientUsage, TakesInWhatAVendorsClientAskedOfItsCustomers) {
  Org customer;
  customer.name = OrgName("customer");
  customer.id = OrgId("cccccccc-6f0a-4a52-8f7e-0d6a1f2b3c4d");
  customer.authorizations[ClientId("app")].client = ClientId("app");
  world_.orgs[customer.name] = customer;
  served(200, 0s, "GET", "/api/v2/users/me", "customer");
  const auto by_org = query({{"groupBy", {"OrganizationId"}}, {"metrics", {"Requests"}}});

  EXPECT_EQ(rows(by_org)[0]["organizationId"], "cccccccc-6f0a-4a52-8f7e-0d6a1f2b3c4d");

  world_.orgs.at(customer.name).clients[ClientId("app")].id = ClientId("app");
  EXPECT_EQ(rows(by_org), json::array());  // registered there: another client of the same id
}

TEST_F(ClientUsage, OfAnotherClientIsAnothers) {
  served(200, 0s);
  org().clients[ClientId("other")].id = ClientId("other");

  const auto asked = done("POST", "/api/v2/oauth/clients/other/usage/query", query().dump());

  EXPECT_EQ(get(asked["resultsUri"])["results"], json::array());
  const auto id = asked["executionId"].get<std::string>();
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/app/usage/query/results/" + id), RefusalReason::entity_not_found);
}

TEST_F(ClientUsage, OfAQueryThatNobodyAskedIsNotFound) {
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/app/usage/query/results/1"), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("POST", "/api/v2/oauth/clients/nobody/usage/query", query().dump()), RefusalReason::entity_not_found);
  EXPECT_EQ(fault("GET", "/api/v2/oauth/clients/nobody/usage/summary"), RefusalReason::entity_not_found);
}

TEST_F(ClientUsage, IsRefusedForWordsThatAreNotTheVendors) {
  EXPECT_EQ(refused(json::object()), RefusalReason::body_member_missing);
  EXPECT_EQ(refused({{"interval", "yesterday"}}), RefusalReason::body_date_invalid);
  EXPECT_EQ(refused({{"interval", 7}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused({{"interval", "2026-02-01T00:00:00/2026-01-01T00:00:00"}}), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused(query({{"granularity", "Hour"}})), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused(query({{"granularity", 1}})), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused(query({{"metrics", {"status200"}}})), RefusalReason::body_value_invalid);
  EXPECT_EQ(refused(query({{"groupBy", {"UserId"}}})), RefusalReason::body_value_invalid);
}

TEST_F(ClientUsage, IsSummedUpByDayForTheLastDays) {
  served(200, 0s);
  served(404, 6 * 24h);
  served(200, 8 * 24h);

  const auto week = get(get("/api/v2/oauth/clients/app/usage/summary")["resultsUri"])["results"];
  const auto day = get(get("/api/v2/oauth/clients/app/usage/summary?days=1")["resultsUri"])["results"];

  ASSERT_EQ(week.size(), 2u);
  EXPECT_EQ(week[0]["date"], "2026-01-09T00:00:00.000Z");
  EXPECT_EQ(week[0]["status400"], 1);
  EXPECT_EQ(week[1]["clientId"], "app");
  EXPECT_EQ(week[1]["templateUri"], "/api/v2/users/me");
  EXPECT_EQ(week[1]["httpMethod"], "GET");
  EXPECT_EQ(day.size(), 1u);
}

TEST_F(ClientUsage, IsSummedUpForANumberOfDays) {
  for (const std::string days : {"0", "-1", "366", "week", "7d", ""}) {
    const std::string target = "/api/v2/oauth/clients/app/usage/summary?days=" + days;
    if (days.empty()) {
      EXPECT_TRUE(get(target).contains("executionId"));  // left out
    } else {
      EXPECT_EQ(fault("GET", target), RefusalReason::query_value_invalid) << days;
    }
  }
}

}  // namespace
}  // namespace gcmock
