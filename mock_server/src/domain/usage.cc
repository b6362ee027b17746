#include "domain/usage.h"

#include <chrono>
#include <tuple>
#include <utility>

namespace gcmock {
namespace {

Instant hour_of(const UsageKey& key) {
  return key.hour;
}
Instant hour_of(const ServedRequest& request) {
  return std::chrono::floor<std::chrono::hours>(request.at);
}

UsageCounts one_of(int status) {
  UsageCounts counts;
  counts.requests = 1;
  counts.status_200 = status / 100 == 2 ? 1 : 0;
  counts.status_300 = status / 100 == 3 ? 1 : 0;
  counts.status_400 = status / 100 == 4 ? 1 : 0;
  counts.status_500 = status / 100 == 5 ? 1 : 0;
  counts.status_429 = status == 429 ? 1 : 0;
  return counts;
}

}  // namespace

UsageCounts& UsageCounts::operator+=(const UsageCounts& other) {
  requests += other.requests;
  status_200 += other.status_200;
  status_300 += other.status_300;
  status_400 += other.status_400;
  status_500 += other.status_500;
  status_429 += other.status_429;
  return *this;
}

template <class Some, class Other>
bool Usage::Before::operator()(const Some& some, const Other& other) const {
  const auto some_hour = hour_of(some);
  const auto other_hour = hour_of(other);
  return std::tie(some_hour, some.template_uri, some.method, some.org, some.client, some.user) <
         std::tie(other_hour, other.template_uri, other.method, other.org, other.client, other.user);
}

void Usage::count(const ServedRequest& request) {
  auto found = counts_.find(request);
  if (found == counts_.end()) {
    const UsageKey key{hour_of(request), request.template_uri, request.method,
                       request.org,      request.client,       request.user};
    found = counts_.emplace(key, UsageCounts{}).first;
  }
  found->second += one_of(request.status);
}

void Usage::keep(UsageQuery query) {
  auto id = query.id;
  queries_.insert_or_assign(std::move(id), std::move(query));
}

const UsageQuery* Usage::query(std::string_view id) const {
  const auto found = queries_.find(id);
  return found == queries_.end() ? nullptr : &found->second;
}

}  // namespace gcmock
