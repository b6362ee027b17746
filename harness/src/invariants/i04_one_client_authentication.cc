// I-4: a client authenticates in one way. Where two disagree, nobody knows which client asked.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>

#include "invariants/list.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Where the request authenticates its client, in words. The query is no way to do that: a secret there is for I-5.
std::set<std::string> ways_of(const Exchange& exchange) {
  std::set<std::string> ways;
  for (const Sighting& sighting : exchange.sightings) {
    if (sighting.credential.kind != CredentialKind::client_secret) continue;
    if (sighting.where == SightingPlace::authorization_header) ways.insert("the Authorization header");
    const bool is_named_so = sighting.name == "client_secret" || sighting.name == "client_assertion";
    if (sighting.where == SightingPlace::body_field && is_named_so) ways.insert(sighting.name);
  }
  return ways;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Exchange& exchange : evidence.journal) {
    const auto ways = is_token_request(exchange) ? ways_of(exchange) : std::set<std::string>{};
    if (!ways.empty()) ++verdict.looked_at;
    if (ways.size() < 2) continue;
    verdict.violations.push_back(
        {fmt::format("one token request authenticates its client by {}", fmt::join(ways, " and ")), {exchange.seq}});
  }
  return verdict;
}

}  // namespace

Invariant one_client_authentication() {
  return {"I-4", "a token request authenticates its client in one way", "RFC 6749 §2.3", Severity::error, check};
}

}  // namespace gcmock
