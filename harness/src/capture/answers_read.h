// Single answers of the journal as the client saw them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// The client did not get the answer, or it was spoilt on purpose.
bool was_lost(const Exchange& exchange);
bool is_granted(const Exchange& exchange);
/// It was put off (429, 5xx) or lost: a client may try again.
bool may_be_tried_again(const Exchange& exchange);
/// Would one that tries `last` again have come with `next`? One that is asked for more patience than it has, or that
/// has lost it waiting for an answer, gives up: what comes then, somebody has asked for anew.
bool is_another_try(const Exchange& last, const Exchange& next);

/// Path and query as they were asked for, without a prefix that only the server's address has.
std::string target_of(const Exchange& exchange);

/// It comes from a browser: the client under test sends no token there.
bool is_login(const Exchange& exchange);

/// Label of the access token that was presented; empty: none.
std::string token_of(const Exchange& exchange);

/// What a careful client says of the last answer to a grant. Several where that depends on the client; none where the
/// answer is one that a rule made up.
std::vector<Outcome> outcomes_of_grant(const Exchange& exchange);
std::vector<Outcome> outcomes_of_api_answer(const Exchange& exchange);
std::vector<Outcome> outcomes_of_authorization(const Exchange& exchange);

}  // namespace gcmock
