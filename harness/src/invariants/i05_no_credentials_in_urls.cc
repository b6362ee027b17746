// I-5: URLs end in logs, histories and Referer headers, so no secret, code or token may stand in one.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/sighting_wording.h"

namespace gcmock {
namespace {

bool is_in_a_url(const Sighting& sighting) {
  return sighting.where == SightingPlace::request_target || sighting.where == SightingPlace::referer;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::vector<std::uint64_t>> seen;
  for (const Exchange& exchange : evidence.journal) {
    if (!exchange.sightings.empty()) ++verdict.looked_at;
    for (const Sighting& sighting : exchange.sightings) {
      if (!is_in_a_url(sighting)) continue;
      auto& numbers = seen[fmt::format("{} {} stood {}", to_string(sighting.credential.kind), sighting.credential.label,
                                       describe_place(sighting))];
      if (numbers.empty() || numbers.back() != exchange.seq) numbers.push_back(exchange.seq);
    }
  }
  for (auto& [what, numbers] : seen) verdict.violations.push_back({what, std::move(numbers)});
  return verdict;
}

}  // namespace

Invariant no_credentials_in_urls() {
  return {"I-5", "no credential stands in a URL", "RFC 6749 §2.3.1, RFC 6750 §5.3, RFC 9700 §4.3", Severity::error,
          check};
}

}  // namespace gcmock
