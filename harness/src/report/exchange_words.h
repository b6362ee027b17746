// An exchange in words, as tables and diagrams have it.
#pragma once

#include <string>

#include "gcmock/journal/exchange.h"

namespace gcmock {

/// "#4 POST /api/v2/oauth/token · refresh_token refresh-main": credentials by their labels, without the org where it is
/// the exchange's own: a token of another org stands out.
std::string request_in_words(const Exchange& exchange);

/// "#4 403 client_not_registered_in_org", "#2 200 · access-1 refresh-1", "#3 200 lost: cut, 0 of 312 bytes sent".
std::string answer_in_words(const Exchange& exchange);

/// "rule 1, after_settling: cut before headers".
std::string rule_in_words(const RuleSpoke& rule);

/// The credentials that were presented, by label: "refresh-main"; empty where there were none.
std::string presented_in_words(const Exchange& exchange);

}  // namespace gcmock
