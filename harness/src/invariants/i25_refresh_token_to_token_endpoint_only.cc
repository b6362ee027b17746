// I-25: a refresh token is for the authorization server alone; a resource server that sees one can keep it.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/sighting_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::vector<std::uint64_t>> seen;
  for (const Exchange& exchange : evidence.journal) {
    if (!is_api_request(exchange)) continue;
    ++verdict.looked_at;
    for (const Sighting& sighting : exchange.sightings) {
      if (sighting.credential.kind != CredentialKind::refresh_token) continue;
      auto& numbers = seen[fmt::format("{} was sent to {} {}, {}", sighting.credential.label, exchange.method,
                                       exchange.path, describe_place(sighting))];
      if (numbers.empty() || numbers.back() != exchange.seq) numbers.push_back(exchange.seq);
    }
  }
  for (auto& [what, numbers] : seen) verdict.violations.push_back({what, std::move(numbers)});
  return verdict;
}

}  // namespace

Invariant refresh_token_to_token_endpoint_only() {
  return {"I-25", "refresh tokens are sent to the token endpoint only", "RFC 6749 §1.5, §10.4", Severity::error, check};
}

}  // namespace gcmock
