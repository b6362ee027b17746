// Every credential of a world and its ledger, findable by its value, and what may be shown in its place.
#pragma once

#include <bitset>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/ledger.h"
#include "gcmock/domain/credential.h"
#include "gcmock/domain/encoded_text.h"
#include "gcmock/domain/found_credential.h"
#include "gcmock/domain/trail.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// "‹secondary/refresh-3›".
std::string shown(const Fingerprint& fingerprint);

/// `world` and `ledger` must outlive it. Not thread-safe.
class Credentials {
 public:
  Credentials(const World& world, const Ledger& ledger);

  /// Whose credential `value` is; empty where this world never issued it. A secret that several orgs share is said to
  /// be that of the org that `judged` names, if it is one of them, else of the first.
  [[nodiscard]] std::optional<Fingerprint> find(std::string_view value, const Subject& judged) const;

  /// The same, and for what was never issued a label made of its hash: "unknown-1f2e3d4c".
  [[nodiscard]] Fingerprint fingerprint(std::string_view value, CredentialKind kind, const Subject& judged) const;

  /// Every credential in `text`, however it is encoded, in the order of the text. Secrets of less than six characters
  /// are not searched for.
  [[nodiscard]] std::vector<FoundCredential> find_all(std::string_view text, const Subject& judged) const;

  /// `text` with each of them replaced by what is shown of it.
  [[nodiscard]] std::string redact(std::string_view text, const Subject& judged) const;

  /// Told of each value that is issued, so that it is found whatever it looks like.
  void add(const std::string& value);

  /// Told of each client that is registered, or whose secret is rotated: secrets that were good once are still found.
  void add_secret(const OrgName& org, const OAuthClient& client);

 private:
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };

  /// Rules out at a glance what no credential can be: most texts have a length that none has.
  [[nodiscard]] bool may_be_known(std::string_view value) const {
    return value.size() >= lengths_.size() || lengths_[value.size()];
  }
  void add_length(std::size_t length) {
    if (length < lengths_.size()) lengths_.set(length);
  }
  [[nodiscard]] std::optional<Fingerprint> find(std::string_view value, CredentialKind kind,
                                                const Subject& judged) const;
  [[nodiscard]] bool is_known(std::string_view value) const;
  [[nodiscard]] PlainHit next_hit(std::string_view text, std::size_t from) const;
  [[nodiscard]] PlainHit next_generated(std::string_view text, std::size_t from) const;

  const Ledger& ledger_;
  std::unordered_map<std::string, std::vector<Fingerprint>, HashOfText, std::equal_to<>> secrets_;
  std::set<std::string, std::less<>> chosen_;                // values that people chose: searched for one by one
  std::bitset<256> lengths_;                                 // of all values below 256 characters
  std::set<std::size_t, std::greater<>> generated_lengths_;  // of values that start with "gcmock-"
};

}  // namespace gcmock
