// I-1: a token request is a POST. Any other method puts what it presents where caches and logs keep it, or asks
// nothing.
#include <fmt/format.h>

#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    // A browser's preflight, which its page does not know of.
    if (!is_token_request(exchange) || exchange.method == "OPTIONS") continue;
    ++verdict.looked_at;
    if (exchange.method == "POST") continue;
    verdict.violations.push_back(
        {fmt::format("the token endpoint was asked by {} {}", exchange.method, exchange.path), {exchange.seq}});
  }
  return verdict;
}

}  // namespace

Invariant post_at_the_token_endpoint() {
  return {"I-1", "the token endpoint is asked by POST", "RFC 6749 §3.2", Severity::error, check};
}

}  // namespace gcmock
