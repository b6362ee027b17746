// I-27: an access token is sent in one way, in the Authorization header; elsewhere it is logged, cached or overlooked.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/sighting_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// Where the token stood besides; empty for the place where it belongs. A Referer is for I-5: nobody authenticates by
// it.
std::string wrong_place(const Sighting& sighting) {
  switch (sighting.where) {
    case SightingPlace::request_target:
      return "in the URL";
    case SightingPlace::body_field:
      return "in the body";
    case SightingPlace::other_header:
      return "in the header " + sighting.name;
    case SightingPlace::authorization_header:
    case SightingPlace::referer:
      break;
  }
  return {};
}

bool has_an_access_token(const Exchange& exchange) {
  return std::any_of(exchange.sightings.begin(), exchange.sightings.end(),
                     [](const Sighting& sighting) { return sighting.credential.kind == CredentialKind::access_token; });
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::vector<std::uint64_t>> seen;
  for (const Exchange& exchange : evidence.journal) {
    if (!is_api_request(exchange) || !has_an_access_token(exchange)) continue;
    ++verdict.looked_at;
    for (const Sighting& sighting : exchange.sightings) {
      const std::string place = wrong_place(sighting);
      if (sighting.credential.kind != CredentialKind::access_token || place.empty()) continue;
      auto& numbers =
          seen[fmt::format("{} was sent {}{}", sighting.credential.label, place, behind_comma(sighting.encodings))];
      if (numbers.empty() || numbers.back() != exchange.seq) numbers.push_back(exchange.seq);
    }
  }
  for (auto& [what, numbers] : seen) verdict.violations.push_back({what, std::move(numbers)});
  return verdict;
}

}  // namespace

Invariant bearer_in_the_authorization_header() {
  return {"I-27", "an access token is sent in the Authorization header, and nowhere besides",
          "RFC 6750 §2, §2.1; RFC 9700 §4.3.2", Severity::error, check};
}

}  // namespace gcmock
