// Strings in a body that stand where a credential belongs.
#pragma once

#include <string>
#include <string_view>

namespace gcmock {

/// `body` with the values of members and parameters whose names say that they hold a credential replaced by
/// "‹hidden›": "newPassword": "…" in JSON at any depth, client_secret=… in a form. What is in ‹› brackets already
/// stays.
std::string hide_members(std::string_view body);

}  // namespace gcmock
