// The session protocol's lines: a call in one line of JSON, a reply in another.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// {"do":"call","method":"GET","org":"secondary","parallel":1,"path":"/api/v2/users/me"}
std::string request_line(const ClientCall& call);

/// Reads {"outcome":"ok","detail":"as it likes"}, or {"cannot_do":"why"} of an adapter whose client cannot be asked
/// this. Empty where the line is no such thing.
std::optional<ClientAnswer> read_reply(std::string_view line);

/// {"do":"now"}: what time is it by your own clock?
std::string now_request_line();

/// Reads {"now_ms":1767225600000}, milliseconds since 1970. Empty where the line is no such thing.
std::optional<std::chrono::milliseconds> read_now(std::string_view line);

}  // namespace gcmock
