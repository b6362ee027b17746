// What an answer asks of people, as a careful client reads it: one table for whoever asks and for whoever looks on.
#pragma once

#include <string_view>

#include "client/token_endpoint.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// Of an API request. A 403 is for an administrator: no new token would have the scope or the role.
Outcome outcome_of_api_status(int status);

/// Of a token request; `error` is the answer's OAuth error code, empty where it has none.
Outcome outcome_of_token_answer(int status, std::string_view error);

/// Of a page that the login host shows instead of calling back.
Outcome outcome_of_login_page(int status);

/// Of the error that the login host calls back with (RFC 6749 §4.1.2.1).
Outcome outcome_of_login_error(std::string_view error);

Outcome outcome_for(Refusal::Who who_must_act);

/// Nobody ruled on what was asked: 429 or a 5xx.
bool is_put_off(int status);

}  // namespace gcmock
