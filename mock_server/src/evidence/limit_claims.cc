// What is claimed of limits.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"limit.300_requests_minute_each", "300 requests a minute of each access token (`token.rate.per.minute`)",
             EvidenceLevel::vendor_doc, "developer.genesys.cloud, organization limits, platform API"},
    ClaimRow{"limit.3000_requests_minute_per",
             "3000 requests a minute \"per organization per OAuth client per user\" (`org.app.user.rate.per.minute`)",
             EvidenceLevel::vendor_doc, "same, as several client programs quote it"},
    ClaimRow{"limit.300_requests_minute_client",
             "300 requests a minute of a client with its own tokens (`client.credentials.token.rate.per.minute`)",
             EvidenceLevel::vendor_doc, "same"},
    ClaimRow{"limit.limit_counts_all_own", "That limit counts all own tokens of the client together",
             EvidenceLevel::report,
             "forum answers of 2025; the page itself says \"per client credentials grant token\""},
    ClaimRow{"limit.no_limit_whole_org",
             "No limit of a whole org is documented; `api_requests` is a setting without a default",
             EvidenceLevel::assumed, "staff, 2025: none is listed"},
    ClaimRow{
        "limit.no_limit_token_endpoint",
        "No limit of the token endpoint is documented; `token_requests` is a setting without a default",
        EvidenceLevel::assumed,
        "the community report has roughly 10 requests a minute per org: `{ \"requests\": 10, \"window\": \"1m\" }`"},
    ClaimRow{"limit.user_has_10_live", "A user has 10 live access tokens; the 11th revokes the 1st",
             EvidenceLevel::vendor_doc,
             "staff, 2017 (community.genesys.com/discussion/how-are-rate-limits-enforced); its refresh token lives on "
             "(`assumed`)"},
    ClaimRow{"limit.client_s_own_tokens",
             "A client's own tokens are limited likewise; how many is not known, and no preset", EvidenceLevel::report,
             "forum topics 6268, 4606"},
    ClaimRow{"limit.some_routes_have_limits", "Some routes have limits of their own (180 or 120 a minute): not served",
             EvidenceLevel::vendor_doc, "captured headers, forum"},
    ClaimRow{"limit.window_opens_with_first",
             "A window opens with the first request that it counts, and refused requests count", EvidenceLevel::assumed,
             ""},
    ClaimRow{
        "limit.judged_order_token_user",
        "Judged in the order token, user or client, org; after the token is found good, before scopes and permissions",
        EvidenceLevel::assumed, ""},
    ClaimRow{"limit.retry_after_has_whole", "`Retry-After` has whole seconds, and is the number in the message",
             EvidenceLevel::vendor_doc, "announcement of the 429 body, 2021-11"},
    ClaimRow{
        "limit.headers",
        "`inin-ratelimit-count`, `-allowed`, `-reset` on API answers; this request is counted, `reset` is in seconds",
        EvidenceLevel::vendor_doc, "capture in the blog of 2021-05-06, README of the JavaScript SDK"},
    ClaimRow{"limit.they_limit_nearest_its", "They are of the limit that is nearest to its end", EvidenceLevel::assumed,
             "the vendor sends one set"},
    ClaimRow{"limit.on_429_too", "On a 429 too", EvidenceLevel::sdk_source,
             "client programs read `inin-ratelimit-reset` of 429 answers; the announcement's sample shows none"},
    ClaimRow{"limit.not_sent_where_world", "Not sent where the world sets no limit", EvidenceLevel::assumed,
             "the vendor always has one"},
};

}  // namespace

std::span<const ClaimRow> limit_claims() {
  return rows;
}

}  // namespace gcmock
