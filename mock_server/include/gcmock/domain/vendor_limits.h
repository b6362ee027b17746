// The limits that Genesys Cloud documents: names and numbers of
// developer.genesys.cloud/organization/organization/limits (platform API), and what its staff said of tokens.
// docs/genesys-behaviour.md#limits.
#pragma once

#include <array>
#include <chrono>
#include <string_view>

#include "gcmock/domain/world.h"

namespace gcmock {

struct VendorLimit {
  LimitOf of = LimitOf::api_requests;
  std::string_view key;  ///< the vendor's name of it
  RateLimit limit;
};

/// The vendor's text of each: "The maximum number of requests per token per minute"; "per organization per OAuth client
/// per user per minute"; "per client credentials grant token per minute". That the third counts all own tokens of a
/// client together is what forum answers say. None is known for a whole org, and none for token requests.
inline constexpr std::array vendor_limits = {
    VendorLimit{LimitOf::api_requests_per_token, "token.rate.per.minute", {300, std::chrono::seconds{60}}},
    VendorLimit{LimitOf::api_requests_per_user, "org.app.user.rate.per.minute", {3000, std::chrono::seconds{60}}},
    VendorLimit{
        LimitOf::api_requests_per_client, "client.credentials.token.rate.per.minute", {300, std::chrono::seconds{60}}},
};

/// "You're limited to 10 auth tokens for a user. When an 11th is created, the 1st is invalidated" (staff, 2017).
inline constexpr int vendor_tokens_per_user = 10;

}  // namespace gcmock
