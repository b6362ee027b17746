#include "explain/revocation.h"

#include <algorithm>
#include <array>

namespace gcmock {
namespace {

constexpr std::array checks_of_life{Check::token_is_not_revoked, Check::bearer_is_not_revoked,
                                    Check::code_is_not_used,     Check::assertion_is_not_used,
                                    Check::token_is_not_expired, Check::bearer_is_not_expired,
                                    Check::code_is_not_expired,  Check::assertion_is_not_expired};

/// Whoever redeems a code or a refresh token gets tokens of the same grant.
std::set<std::string> family_of(const std::string& token, const std::vector<Exchange>& journal) {
  std::set<std::string> family{token};
  for (std::size_t before = 0; before != family.size();) {
    before = family.size();
    for (const Exchange& exchange : journal) {
      if (exchange.endpoint != Endpoint::token || exchange.issued.empty() || exchange.subject.token.empty()) continue;
      const bool is_related = family.contains(exchange.subject.token) ||
                              std::ranges::any_of(exchange.issued, [&](const Fingerprint& issued) {
                                return family.contains(issued.label);
                              });
      if (!is_related) continue;
      family.insert(exchange.subject.token);
      for (const Fingerprint& issued : exchange.issued) family.insert(issued.label);
    }
  }
  return family;
}

}  // namespace

Revocation::Revocation(const Exchange& refused, const std::vector<Exchange>& journal, const World& world) {
  const Subject& subject = refused.subject;
  const bool is_about_life = !refused.trail.empty() && !subject.token.empty() &&
                             std::ranges::find(checks_of_life, refused.trail.back().check) != checks_of_life.end();
  if (!is_about_life) return;
  token_ = subject.token;
  family_ = family_of(token_, journal);
  reuse_revokes_ = world.refresh.reuse_detection == ReuseDetection::revoke_family;
  changes_ = {describe(RevokeToken{token_}), describe(ExpireToken{token_})};
  for (const std::string& each : family_) changes_.insert(describe(RevokeFamily{each}));
  if (subject.org && subject.user) changes_.insert(describe(RevokeTokensOfUser{*subject.org, *subject.user}));
  if (subject.org && subject.client) changes_.insert(describe(RevokeTokensOfClient{*subject.org, *subject.client}));
}

bool Revocation::is_by(const ChangeMade& change, const Exchange* by) const {
  if (token_.empty()) return false;
  // DELETE /api/v2/tokens/me ends the token that it is asked with.
  const bool is_its_own = by != nullptr && by->subject.token == token_ && change.what == describe(RevokeAccessToken{});
  return is_its_own || changes_.contains(change.what) || change.what.starts_with(token_ + " was revoked: ");
}

bool Revocation::is_by_reuse(const Exchange& earlier) const {
  const bool is_reuse =
      earlier.refusal == RefusalReason::refresh_token_spent || earlier.refusal == RefusalReason::code_used;
  return reuse_revokes_ && is_reuse && family_.contains(earlier.subject.token);
}

}  // namespace gcmock
