// Finds the configured token among those that existed at the start.
#include "expect/configured_token.h"

#include <string>

namespace gcmock {
namespace {

std::string main_label(CredentialKind kind, const OrgName& org) {
  return org.value + (kind == CredentialKind::refresh_token ? "/refresh-main" : "/access-main");
}

}  // namespace

const LedgerEntry* configured_token(const std::vector<LedgerEntry>& ledger, CredentialKind kind, const OrgName& org) {
  const std::string main = main_label(kind, org);
  const LedgerEntry* only = nullptr;
  int candidates = 0;
  for (const LedgerEntry& entry : ledger) {
    if (!entry.initial || entry.credential.kind != kind || entry.credential.org != org) continue;
    if (entry.credential.label == main) return &entry;
    only = &entry;
    ++candidates;
  }
  return candidates == 1 ? only : nullptr;
}

}  // namespace gcmock
