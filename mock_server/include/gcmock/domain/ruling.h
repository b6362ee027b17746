// A ruling: granted or refused, and why.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/domain/names.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/time.h"
#include "gcmock/domain/trail.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// What becomes of the refresh token that was presented, and whether the answer carries one.
enum class RefreshIssue { none, fresh, same };

/// Tokens may be issued: everything that settle() needs, and nothing that it has to decide.
struct Granted {
  OrgName org;
  ClientId client;
  std::optional<UserName> user;
  std::optional<OrgName> home;  ///< org of a user who acts in `org` by trust; none: the user is of `org`
  std::vector<Scope> scopes;
  std::chrono::seconds access_token_lifetime{0};
  std::optional<std::chrono::seconds> refresh_token_lifetime;
  RefreshIssue refresh = RefreshIssue::none;
  std::optional<std::string> spends_refresh_token;  ///< value of the token that this grant spends
  std::optional<std::string> uses_code;             ///< value of the code that this grant uses up
  std::optional<std::string> uses_assertion;        ///< value of the SAML assertion that this grant uses up
  std::optional<std::uint64_t> family;              ///< tokens descend from this grant; none: a new one
  std::string same_refresh_token;                   ///< for RefreshIssue::same
  std::optional<int> live_tokens_at_most;           ///< of its user, or of the client's own: older ones are revoked

  bool operator==(const Granted&) const = default;
};

/// The limit for which a request was refused.
struct LimitReached {
  LimitOf of = LimitOf::token_requests;
  RateLimit limit;

  bool operator==(const LimitReached&) const = default;
};

/// Refused. `revokes_family`: reuse was detected, and the ledger must revoke what descends from that grant.
struct Refused {
  RefusalReason reason = RefusalReason::malformed_request;
  std::string detail;                               ///< for the person reading a report; no credentials
  std::optional<std::chrono::seconds> retry_after;  ///< rate_limited only
  std::optional<std::uint64_t> revokes_family;
  std::optional<LimitReached> limit = {};  ///< rate_limited only
  std::vector<std::string> words = {};     ///< for the blanks of the answer's text; redacted where they are shown

  bool operator==(const Refused&) const = default;
};

/// What was decided, whom it was about, and every check made on the way. The last step of the trail of a
/// refusal is the check that failed; all before it passed.
struct Ruling {
  std::variant<Granted, Refused> outcome;
  Subject subject;
  std::vector<TrailStep> trail;
};

/// The same for an API request. `Allowed` names who asks, as the API will show it.
struct Allowed {
  OrgName org;
  ClientId client;
  std::optional<UserName> user;
  std::vector<Scope> scopes;
  std::optional<OrgName> home = {};  ///< org of a user who acts here by trust; none: the user is of `org`
};

struct ApiRuling {
  std::variant<Allowed, Refused> outcome;
  Subject subject;
  std::vector<TrailStep> trail;
};

}  // namespace gcmock
