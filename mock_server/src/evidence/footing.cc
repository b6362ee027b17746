// What a journal rests on, counted.
#include <algorithm>

#include "gcmock/evidence/claims.h"

namespace gcmock {
namespace {

/// The enumerators stand from what is best known to what is not known at all.
EvidenceLevel least_certain(const std::vector<const Claim*>& claims) {
  auto level = claims.empty() ? EvidenceLevel::assumed : EvidenceLevel::spec;
  for (const auto* claim : claims) level = std::max(level, claim->level);
  return level;
}

/// In the order of all_claims(), so that two runs tell them alike.
void add_assumed(std::vector<AssumedClaim>& assumed, const Claim& claim, const std::vector<std::uint64_t>& exchanges) {
  auto known = std::ranges::find(assumed, claim.id, &AssumedClaim::id);
  if (known == assumed.end()) {
    known = std::ranges::find_if(assumed, [&](const AssumedClaim& other) { return find_claim(other.id) > &claim; });
    known = assumed.insert(known, {claim.id, claim.text, {}});
  }
  known->exchanges.insert(known->exchanges.end(), exchanges.begin(), exchanges.end());
}

}  // namespace

std::size_t Footing::total() const {
  std::size_t sum = scripted;
  for (const auto& [level, count] : exchanges) sum += count;
  return sum;
}

Footing footing_of(const std::vector<Exchange>& journal) {
  Footing footing;
  for (const auto& exchange : journal) {
    if (is_scripted(exchange)) {
      ++footing.scripted;
      continue;
    }
    const auto claims = claims_of(exchange);
    ++footing.exchanges[least_certain(claims)];
    for (const auto* claim : claims) {
      if (claim->level == EvidenceLevel::assumed) add_assumed(footing.assumed, *claim, {exchange.seq});
    }
  }
  return footing;
}

Footing together(const Footing& one, const Footing& other) {
  Footing sum = one;
  sum.scripted += other.scripted;
  for (const auto& [level, count] : other.exchanges) sum.exchanges[level] += count;
  for (const auto& claim : other.assumed) {
    if (const auto* known = find_claim(claim.id)) add_assumed(sum.assumed, *known, {});
  }
  for (auto& claim : sum.assumed) claim.exchanges.clear();
  return sum;
}

}  // namespace gcmock
