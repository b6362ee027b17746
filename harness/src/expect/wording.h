// What an expectation asks for, and what was found, in words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "expect/selection.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {

/// "at most 2 exchanges: token requests for org secondary".
std::string words_for(const CountExpectation& expectation);
/// "never token requests for org secondary, within 1 s of the first token requests … with status 403".
std::string words_for(const NeverExpectation& expectation);
/// "one behind the other: users_me requests with status 401, token requests with status 200".
std::string words_for_order(const std::vector<ExchangePattern>& patterns);
/// "refresh token of org secondary is unspent", "org acme has 1 live refresh token".
std::string words_for(const LedgerExpectation& expectation);

/// "found 7: #4 #6 #7", "found none".
std::string found_words(const std::vector<std::uint64_t>& numbers);
std::string found_words(const NeverFinding& finding);
std::string found_in_order_words(const std::vector<std::uint64_t>& found, const std::vector<ExchangePattern>& patterns);

/// "unspent" for a live refresh token, else the life's own word.
std::string life_words(TokenLife life, LedgerExpectation::Of of);

}  // namespace gcmock
