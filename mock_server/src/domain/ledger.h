// The ledger: codes, access and refresh tokens that were issued, and what became of them.
#pragma once

#include <cstdint>
#include <functional>
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
  std::optional<OrgName> home;  ///< org of a user who acts here by trust; none: the user is of `org`
  std::vector<Scope> scopes;
  std::uint64_t family = 0;
  Instant issued_at;
  std::optional<Instant> expires_at;
  bool initial = false;
  bool revoked = false;
  bool crowded_out = false;                ///< revoked, because newer ones filled the limit of its user or client
  std::optional<Instant> last_used;        ///< access tokens, for idle time-outs; none: not yet
  std::optional<Instant> spent_at;         ///< refresh token rotated away, or code used
  IssuedToken* older_in_family = nullptr;  ///< kept by the ledger, so that revoking a family need not search

  [[nodiscard]] bool is_expired(Instant now) const { return expires_at && now >= *expires_at; }
  /// When it idles out unless it is used before.
  [[nodiscard]] Instant idles_at(std::chrono::seconds timeout) const { return last_used.value_or(issued_at) + timeout; }
};

struct IssuedCode : IssuedToken {
  std::string redirect_uri;
  std::optional<std::string> code_challenge;  ///< S256
};

/// Requests counted in the present window of a limit.
struct RateWindow {
  Instant opened_at;
  int requests = 0;

  /// Is the window that `limit` opened then still open at `now`? A clock that was set back closes it too.
  [[nodiscard]] bool is_open(const RateLimit& limit, Instant now) const {
    return now >= opened_at && now < opened_at + limit.window;
  }
};

/// The requests that one window counts. What the limit does not tell apart stays empty.
struct CountedTogether {
  LimitOf of = LimitOf::token_requests;
  OrgName org;
  std::optional<ClientId> client = {};
  std::optional<UserName> user = {};
  std::optional<OrgName> home = {};  ///< of a user who acts in `org` by trust
  std::string token = {};            ///< label

  auto operator<=>(const CountedTogether&) const = default;
};

/// Whose access tokens are limited together: a user's, whichever client has them, or a client's own.
struct Holder {
  OrgName org;
  std::optional<OrgName> home;
  std::optional<UserName> user;
  std::optional<ClientId> client;  ///< none where there is a user

  auto operator<=>(const Holder&) const = default;
};

/// Plain data with look-ups; who may change it how is settle.h's business. Not thread-safe.
class Ledger {
  struct HashOfText {
    using is_transparent = void;  // looks up by string_view without a copy
    // Not noexcept: libstdc++ then keeps each hash, and growing to 100,000s of tokens need not read them all again.
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

 public:
  /// Tokens by their values: iterate for listings, but never show the keys.
  template <class T>
  using ByValue = std::unordered_map<std::string, T, HashOfText, std::equal_to<>>;

  /// Everything that the world says was issued before the first request. Tokens of one name, client and user in an
  /// org are one family: they descend from the same grant. A code is of that family only where it was used.
  explicit Ledger(const World& world);

  // Families are linked by pointers into the ledger: it can be moved, but not copied.
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;
  Ledger(Ledger&&) = default;
  Ledger& operator=(Ledger&&) = default;
  ~Ledger() = default;

  [[nodiscard]] const IssuedToken* access_token(std::string_view value) const;
  [[nodiscard]] const IssuedToken* refresh_token(std::string_view value) const;
  [[nodiscard]] const IssuedCode* code(std::string_view value) const;
  /// Its client is empty: whichever presents it may.
  [[nodiscard]] const IssuedToken* saml_assertion(std::string_view value) const;
  [[nodiscard]] const ByValue<IssuedToken>& access_tokens() const { return access_tokens_; }
  [[nodiscard]] const ByValue<IssuedToken>& refresh_tokens() const { return refresh_tokens_; }
  [[nodiscard]] const ByValue<IssuedCode>& codes() const { return codes_; }
  [[nodiscard]] const ByValue<IssuedToken>& saml_assertions() const { return saml_assertions_; }
  /// The window that was opened last for these requests; null: none yet.
  [[nodiscard]] const RateWindow* window(const CountedTogether& counted) const;
  /// How many tokens of this kind the org has been issued so far: makes the next label. Initial ones do not count,
  /// but where one is named by a number counting goes on from there, so that no label repeats.
  [[nodiscard]] std::uint64_t issued_count(CredentialKind kind, const OrgName& org) const;

 private:
  friend struct LedgerChanges;  // settle.cc

  struct IssuedCounts {
    std::uint64_t access_tokens = 0;
    std::uint64_t refresh_tokens = 0;
    std::uint64_t codes = 0;
  };

  void add_initial(const Org& org, const World& world);
  /// Adds a token to its family. Throws Error where the value is on the ledger already.
  IssuedToken& add(ByValue<IssuedToken>& tokens, std::string value, IssuedToken token);
  void add_access_token(std::string value, IssuedToken token);

  ByValue<IssuedToken> access_tokens_;
  ByValue<IssuedToken> refresh_tokens_;
  ByValue<IssuedCode> codes_;
  ByValue<IssuedToken> saml_assertions_;
  std::map<CountedTogether, RateWindow> windows_;
  std::map<Holder, std::vector<IssuedToken*>> access_tokens_of_;  // oldest first; some of them may be dead
  std::map<OrgName, IssuedCounts> counts_;
  std::unordered_map<std::uint64_t, IssuedToken*> newest_of_family_;  // the older ones are linked; revoked: none
  std::uint64_t next_family_ = 1;
};

}  // namespace gcmock
