// The fidelity ledger: each behaviour of the mock with what it rests on, and which of them an answer leans on.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/journal/exchange.h"
#include "gcmock/wire/evidence.h"

namespace gcmock {

/// Something that the mock does as Genesys Cloud is thought to do it.
struct Claim {
  std::string id;       ///< "setting.refresh.rotation", "operation.getOauthClients", "refusal.bearer_missing.api"
  std::string section;  ///< of docs/genesys-behaviour.md, where it is told: "token requests"
  std::string text;     ///< Markdown, one line
  EvidenceLevel level = EvidenceLevel::assumed;
  std::string source;  ///< may be empty where it is assumed
};

/// All of them, in the order of the page: what is told in words, the operations, the refusals.
std::span<const Claim> all_claims();
const Claim* find_claim(std::string_view id);

/// Does the answer rest on what somebody wrote into a file: the script, or the world's `answers` and `limit_answers`?
bool is_scripted(const Exchange& exchange);

/// What the answer of an exchange rests on; the pointers are into all_claims(). None where it is scripted, and for no
/// other reason: a test holds every answer that the mock can give to that.
std::vector<const Claim*> claims_of(const Exchange& exchange);

/// A claim that nobody can vouch for, and the exchanges that lean on it.
struct AssumedClaim {
  std::string id;
  std::string text;
  std::vector<std::uint64_t> exchanges;

  bool operator==(const AssumedClaim&) const = default;
};

/// What a journal rests on.
struct Footing {
  std::map<EvidenceLevel, std::size_t> exchanges;  ///< how many, by the least certain of each one's claims
  std::size_t scripted = 0;                        ///< how many rest on the script or on the world's `answers`
  std::vector<AssumedClaim> assumed;               ///< in the order of all_claims()

  [[nodiscard]] std::size_t total() const;
  bool operator==(const Footing&) const = default;
};

Footing footing_of(const std::vector<Exchange>& journal);

/// Counts together, and each assumed claim once; its exchanges are left out, since numbers of two journals do not mix.
Footing together(const Footing& one, const Footing& other);

}  // namespace gcmock
