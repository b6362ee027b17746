// What the body of a token answer told the client, as far as the journal shows it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// 200 with nothing in it that a client could take for an access token: no body, no object, or an object without that
/// member. An object that is broken inside is not told from a whole one.
bool lacks_access_token(const Exchange& exchange);

/// `expires_in`, ten years at most: what is said to last longer has no end that anyone will see, and nanoseconds do not
/// hold it. Empty where the answer does not say it, or not as a whole number.
std::optional<std::chrono::seconds> lifetime_told(const Exchange& exchange);

/// `token_type`; empty where the answer does not say it. Anything but a string is told as it is written.
std::string token_type_told(const Exchange& exchange);

/// The names of its members, in their order; empty where it is no object, or too long to be shown whole.
std::vector<std::string> members_told(const Exchange& exchange);

}  // namespace gcmock
