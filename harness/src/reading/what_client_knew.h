// Questions about exchanges as the client saw them: what was asked, what it was told, and what it could know when.
#pragma once

#include <chrono>
#include <optional>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// What a token request's answer told the client. By status and error code, as no client sees the trail.
enum class Told {
  nothing,  ///< no answer arrived whole
  tokens,
  try_later,        ///< 429, 408, 5xx
  grant_is_dead,    ///< invalid_grant: this refresh token or code will not be granted again
  client_is_wrong,  ///< invalid_client, unauthorized_client, invalid_scope, access denied: configuration must change
  request_is_bad,   ///< invalid_request and other 4xx
};

/// For exchanges of the token endpoint. The report's 403 has no error code: the reason for it tells the classes
/// apart, and where a script answered it without one it is `client_is_wrong`.
Told client_was_told(const Exchange& exchange);

bool is_refresh(const Exchange& exchange);
bool is_token_request(const Exchange& exchange);
/// To a resource server: anything but a token endpoint.
bool is_api_request(const Exchange& exchange);
/// An API request that was answered with this status, and the client got the answer.
bool is_api_answer(const Exchange& exchange, int status);

/// 429 or 5xx, at any endpoint and whether it arrived or not: the server has no time for it now.
bool puts_off(const Exchange& exchange);

/// The whole answer arrived at the client.
bool was_delivered(const Exchange& exchange);

/// The client had the whole answer of `answer` before `request` arrived: it could have known.
bool knew(const Exchange& request, const Exchange& answer);

/// Real time from the answer's delivery to the request's arrival.
std::chrono::nanoseconds time_between(const Exchange& answer, const Exchange& request);

/// The refresh token in the body of a token request; null where there is none, or an empty one.
const Fingerprint* refresh_token_of(const Exchange& exchange);
/// The refresh token that the grant put on the ledger or repeated; null where there is none.
const Fingerprint* issued_refresh_token(const Exchange& exchange);

}  // namespace gcmock
