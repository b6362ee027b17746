// Lists the ledger: see ledger_entries.h.
#include "engine/ledger_entries.h"

#include <algorithm>
#include <tuple>

namespace gcmock {
namespace {

// The worst that happened to it counts: a spent token of a revoked family is revoked.
TokenLife life_of(const IssuedToken& token, Instant now) {
  if (token.revoked) return TokenLife::revoked;
  if (token.spent_at) return TokenLife::spent;
  return token.is_expired(now) ? TokenLife::expired : TokenLife::live;
}

template <class Tokens>
void add(std::vector<LedgerEntry>& entries, const Tokens& tokens, CredentialKind kind, Instant now) {
  for (const auto& [value, token] : tokens) {
    const auto owner = token.client.empty() ? std::nullopt : std::optional(token.client);
    entries.push_back({{kind, token.label, token.org, owner},
                       token.user,
                       life_of(token, now),
                       token.issued_at,
                       token.expires_at,
                       token.family,
                       token.initial});
  }
}

// Labels end in a number that grows: the shorter one is the older one.
auto order_of(const LedgerEntry& entry) {
  return std::tuple(entry.credential.org, entry.credential.kind, !entry.initial, entry.credential.label.size(),
                    std::string_view(entry.credential.label));
}

}  // namespace

std::vector<LedgerEntry> entries_of(const Ledger& ledger, Instant now) {
  std::vector<LedgerEntry> entries;
  add(entries, ledger.codes(), CredentialKind::authorization_code, now);
  add(entries, ledger.saml_assertions(), CredentialKind::saml_assertion, now);
  add(entries, ledger.access_tokens(), CredentialKind::access_token, now);
  add(entries, ledger.refresh_tokens(), CredentialKind::refresh_token, now);
  std::sort(entries.begin(), entries.end(),
            [](const LedgerEntry& left, const LedgerEntry& right) { return order_of(left) < order_of(right); });
  return entries;
}

}  // namespace gcmock
