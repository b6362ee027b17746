// Windows are judged by the requests before this one; who counts them is settle.cc.
#include "domain/rate_limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace gcmock {

namespace {

Check check_of(LimitOf of) {
  switch (of) {
    case LimitOf::token_requests:
    case LimitOf::api_requests:
      return Check::rate_is_within_limit;
    case LimitOf::api_requests_per_token:
      return Check::rate_of_token_is_within_limit;
    case LimitOf::api_requests_per_user:
      return Check::rate_of_user_is_within_limit;
    case LimitOf::api_requests_per_client:
      return Check::rate_of_client_is_within_limit;
  }
  return Check::rate_is_within_limit;
}

std::string_view said_of(LimitOf of) {
  switch (of) {
    case LimitOf::token_requests:
      return "token requests for this org";
    case LimitOf::api_requests:
      return "API requests for this org";
    case LimitOf::api_requests_per_token:
      return "requests of this token";
    case LimitOf::api_requests_per_user:
      return "requests of this user through this client";
    case LimitOf::api_requests_per_client:
      return "requests of this client for itself";
  }
  return "requests";
}

CountedTogether counted_by(LimitOf of, const IssuedToken& token) {
  switch (of) {
    case LimitOf::token_requests:
    case LimitOf::api_requests:
      return {.of = of, .org = token.org};
    case LimitOf::api_requests_per_token:
      return {.of = of, .org = token.org, .token = token.label};
    case LimitOf::api_requests_per_user:
      return {.of = of, .org = token.org, .client = token.client, .user = token.user, .home = token.home};
    case LimitOf::api_requests_per_client:
      return {.of = of, .org = token.org, .client = token.client};
  }
  return {};
}

int used(const LimitInForce& limit, Instant now) {
  return limit.window != nullptr && limit.window->is_open(limit.limit, now) ? limit.window->requests : 0;
}

std::chrono::seconds until_over(const LimitInForce& limit, Instant now) {
  // Where the limit is zero no window needs to be open: the wait is a whole one.
  const Instant opened = used(limit, now) > 0 ? limit.window->opened_at : now;
  return std::max(std::chrono::ceil<std::chrono::seconds>(opened + limit.limit.window - now), std::chrono::seconds{1});
}

}  // namespace

std::optional<LimitInForce> limit_of_token_requests(const Org& org, const Ledger& ledger) {
  if (!org.token_requests) return std::nullopt;
  CountedTogether counted{.of = LimitOf::token_requests, .org = org.name};
  const RateWindow* const window = ledger.window(counted);
  return LimitInForce{LimitOf::token_requests, *org.token_requests, std::move(counted), window};
}

std::vector<LimitInForce> limits_of_api_request(const Org& org, const Ledger& ledger, const IssuedToken& token) {
  const LimitOf of_caller = token.user ? LimitOf::api_requests_per_user : LimitOf::api_requests_per_client;
  std::vector<LimitInForce> limits;
  for (const LimitOf of : {LimitOf::api_requests_per_token, of_caller, LimitOf::api_requests}) {
    const auto& limit = limit_in(org, of);
    if (!limit) continue;
    CountedTogether counted = counted_by(of, token);
    const RateWindow* const window = ledger.window(counted);
    limits.push_back({of, *limit, std::move(counted), window});
  }
  return limits;
}

bool has_room(const LimitInForce& limit, Instant now, TrailRecorder& trail) {
  const int before = used(limit, now);
  if (before < limit.limit.requests) return trail.pass(check_of(limit.of));
  return trail.refuse_until(
      until_over(limit, now), check_of(limit.of), {limit.of, limit.limit},
      fmt::format("at most {} {} in {} s", limit.limit.requests, said_of(limit.of), limit.limit.window.count()),
      fmt::format("{} before this one", before));
}

std::optional<RateState> rate_state(const World& world, const Ledger& ledger, const IssuedToken& token, Instant now) {
  const Org* const org = find_org(world, token.org);
  if (org == nullptr) return std::nullopt;
  std::optional<RateState> nearest;
  for (const LimitInForce& limit : limits_of_api_request(*org, ledger, token)) {
    const RateState state{used(limit, now), limit.limit.requests, until_over(limit, now)};
    if (!nearest || state.allowed - state.count < nearest->allowed - nearest->count) nearest = state;
  }
  return nearest;
}

}  // namespace gcmock
