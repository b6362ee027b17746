// How often the API was asked, by whom, and how it answered: what usage queries of OAuth clients report.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/names.h"
#include "gcmock/domain/time.h"

namespace gcmock {

/// Whose requests of which operation, and when. References: valid for the call.
struct ServedRequest {
  Instant at;
  std::string_view template_uri;  ///< "/api/v2/oauth/clients/{clientId}"; of static storage, as is `method`
  std::string_view method;
  const OrgName& org;
  const ClientId& client;
  const std::optional<UserName>& user;
  int status = 0;
};

/// Requests with one of these are counted together.
struct UsageKey {
  Instant hour;  ///< that it was in
  std::string_view template_uri;
  std::string_view method;
  OrgName org;
  ClientId client;
  std::optional<UserName> user;
};

struct UsageCounts {
  std::int64_t requests = 0;
  std::int64_t status_200 = 0;  ///< 2xx, and so on
  std::int64_t status_300 = 0;
  std::int64_t status_400 = 0;
  std::int64_t status_500 = 0;
  std::int64_t status_429 = 0;  ///< counted among status_400 too

  UsageCounts& operator+=(const UsageCounts& other);
  bool operator==(const UsageCounts&) const = default;
};

enum class UsageGranularity { day, week, month };
enum class UsageMetric { status_200, status_300, status_400, status_500, status_429, requests };
enum class UsageDimension { client, org, template_uri, method };

/// A usage query that was asked, and whose results are polled for.
struct UsageQuery {
  std::string id;
  OrgName org;  ///< that asked
  ClientId client;
  Instant from;                                      ///< included
  Instant until;                                     ///< not included
  std::optional<UsageGranularity> granularity = {};  ///< none: one sum of all
  std::vector<UsageMetric> metrics = {};             ///< none: all
  std::vector<UsageDimension> group_by = {};

  bool operator==(const UsageQuery&) const = default;
};

/// Plain data. Not thread-safe.
class Usage {
  struct Before {
    using is_transparent = void;  // counts without copying names
    template <class Some, class Other>
    bool operator()(const Some& some, const Other& other) const;
  };

 public:
  using Counts = std::map<UsageKey, UsageCounts, Before>;

  void count(const ServedRequest& request);
  [[nodiscard]] const Counts& counts() const { return counts_; }

  void keep(UsageQuery query);
  /// Null where none of that id was asked.
  [[nodiscard]] const UsageQuery* query(std::string_view id) const;

 private:
  Counts counts_;
  std::map<std::string, UsageQuery, std::less<>> queries_;
};

}  // namespace gcmock
