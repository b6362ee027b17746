// Counting of API requests.
#include "domain/usage.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

const OrgName acme{"acme"};
const ClientId app{"app"};
const std::optional<UserName> ann{UserName("ann")};
const Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + std::chrono::hours(12)};

ServedRequest request(int status, Instant at = noon) {
  return {at, "/api/v2/users/me", "GET", acme, app, ann, status};
}

TEST(Usage, CountsTheRequestsOfAnHourTogetherByClassOfStatus) {
  Usage usage;
  for (const int status : {200, 204, 302, 404, 429, 503}) usage.count(request(status));
  usage.count(request(200, noon + std::chrono::minutes(59)));

  ASSERT_EQ(usage.counts().size(), 1u);
  const auto& [key, counts] = *usage.counts().begin();
  EXPECT_EQ(key.hour, noon);
  EXPECT_EQ(key.user, ann);
  EXPECT_EQ(counts, (UsageCounts{7, 3, 1, 2, 1, 1}));
}

TEST(Usage, TellsHoursOperationsAndCallersApart) {
  Usage usage;
  const std::optional<UserName> nobody;
  const OrgName other_org("other");
  const ClientId other_client("other");

  usage.count(request(200));
  usage.count(request(200, noon + std::chrono::hours(1)));
  usage.count({noon, "/api/v2/users/me", "PUT", acme, app, ann, 200});
  usage.count({noon, "/api/v2/oauth/clients", "GET", acme, app, ann, 200});
  usage.count({noon, "/api/v2/users/me", "GET", other_org, app, ann, 200});
  usage.count({noon, "/api/v2/users/me", "GET", acme, other_client, ann, 200});
  usage.count({noon, "/api/v2/users/me", "GET", acme, app, nobody, 200});

  EXPECT_EQ(usage.counts().size(), 7u);
}

TEST(Usage, KeepsQueriesUntilTheirResultsAreAskedFor) {
  Usage usage;
  const UsageQuery query{"execution-1", acme, app, noon, noon + std::chrono::hours(1)};

  usage.keep(query);

  ASSERT_NE(usage.query("execution-1"), nullptr);
  EXPECT_EQ(*usage.query("execution-1"), query);
  EXPECT_EQ(usage.query("execution-2"), nullptr);
}

}  // namespace
}  // namespace gcmock
