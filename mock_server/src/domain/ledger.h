// The ledger: codes, access and refresh tokens that were issued, and what became of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gcmock/domain/credential.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/time.h"
#include "gcmock/domain/world.h"

namespace gcmock {

struct IssuedToken {
  std::string label;  ///< "secondary/refresh-3"
  OrgName org;
  ClientId client;
  std::optional<UserName> user;
  std::vector<Scope> scopes;
  std::uint64_t family = 0;
  Instant issued_at;
  std::optional<Instant> expires_at;
  bool initial = false;
  bool revoked = false;
  std::optional<Instant> spent_at;  ///< refresh token rotated away, or code used

  [[nodiscard]] bool is_expired(Instant now) const { return expires_at && now >= *expires_at; }
};

struct IssuedCode : IssuedToken {
  std::string redirect_uri;
  std::optional<std::string> code_challenge;  ///< S256
};

/// Requests counted in the present window of a limit.
struct RateWindow {
  Instant opened_at;
  int requests = 0;
};

/// Plain data with look-ups; who may change it how is settle.h's business. Not thread-safe.
class Ledger {
 public:
  /// Everything that the world says was issued before the first request.
  explicit Ledger(const World& world);

  [[nodiscard]] const IssuedToken* access_token(std::string_view value) const;
  [[nodiscard]] const IssuedToken* refresh_token(std::string_view value) const;
  [[nodiscard]] const IssuedCode* code(std::string_view value) const;
  [[nodiscard]] const RateWindow* token_window(const OrgName& org) const;
  [[nodiscard]] const RateWindow* api_window(const OrgName& org) const;
  /// How many tokens of this kind the org has been issued so far, initial ones aside: makes the next label.
  [[nodiscard]] std::uint64_t issued_count(CredentialKind kind, const OrgName& org) const;

 private:
  friend struct LedgerChanges;  // settle.cc
  template <class T>
  using ByValue = std::unordered_map<std::string, T>;
  ByValue<IssuedToken> access_tokens_;
  ByValue<IssuedToken> refresh_tokens_;
  ByValue<IssuedCode> codes_;
  std::map<OrgName, RateWindow> token_windows_;
  std::map<OrgName, RateWindow> api_windows_;
  std::map<std::pair<CredentialKind, OrgName>, std::uint64_t> counts_;
  std::uint64_t next_family_ = 1;
};

}  // namespace gcmock
