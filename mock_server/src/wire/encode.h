// From what was granted or allowed to its answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/settle.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/world.h"
#include "wire/http_message.h"
#include "wire/routes.h"

namespace gcmock {

/// 200 with access_token, token_type, expires_in and, where one is issued, refresh_token: RFC 6749 §5.1. The letter
/// case of "bearer" is the vendor's documentation's (vendor_doc).
HttpAnswer encode_tokens(const Tokens& tokens, std::string_view correlation_id);

/// The body of that answer as it may be shown: labels in ‹› brackets for the tokens.
std::string redacted_body(const Tokens& tokens);

/// The entity that an allowed API request asks for, with members of the Platform API description (vendor_openapi): a
/// small subset, never a secret. `expand=organization`, `expand=token` of users/me are understood. Empty where the
/// path names an OAuth client that the caller's org did not register.
std::optional<HttpAnswer> encode_entity(const World& world, const Allowed& allowed, const Route& route,
                                        const HttpRequest& request, std::string_view correlation_id);

}  // namespace gcmock
