// I-3: a parameter stands in a request once. Of two, each server takes the one it likes.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/request_parts.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

// Of an authorization request in the query, of a token request in the form.
Parameters parameters_of(const Exchange& exchange) {
  if (is_token_request(exchange)) return exchange.request_fields;
  const bool is_authorization = exchange.endpoint == Endpoint::authorize && exchange.method == "GET";
  return is_authorization ? query_parameters(exchange) : Parameters{};
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    std::map<std::string, int> times;
    for (const auto& [name, value] : parameters_of(exchange)) ++times[name];
    if (!times.empty()) ++verdict.looked_at;
    for (const auto& [name, count] : times) {
      if (count < 2) continue;
      verdict.violations.push_back(
          {fmt::format("{} stood {} times in one request to {}", name, count, exchange.path), {exchange.seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant no_repeated_parameters() {
  return {"I-3", "no parameter is repeated in one request", "RFC 6749 §3.1, §3.2", Severity::error, check};
}

}  // namespace gcmock
