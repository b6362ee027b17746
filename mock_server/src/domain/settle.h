// Settling: makes a ruling's effects real in the ledger. No branches of policy here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decide_authorize.h"
#include "domain/ledger.h"
#include "gcmock/domain/ruling.h"

namespace gcmock {

/// A fresh credential and its label, drawn by the engine before settling.
struct FreshCredential {
  std::string value;
  std::string label;
};

/// Labels of the next tokens of an org: "secondary/access-1", "secondary/refresh-1", "secondary/code-1".
std::string next_label(const Ledger& ledger, CredentialKind kind, const OrgName& org);

/// What the answer to a grant carries.
struct Tokens {
  std::string access_token;
  std::string access_label;
  std::chrono::seconds expires_in{0};
  std::optional<std::string> refresh_token;  ///< fresh, or the same again
  std::string refresh_label;
  std::vector<std::string> crowded_out = {};  ///< labels of older access tokens that were revoked to make room
};

struct FreshTokens {
  FreshCredential access;
  std::optional<FreshCredential> refresh;  ///< set exactly when Granted::refresh is fresh
};

Tokens settle(Ledger& ledger, const Granted& granted, FreshTokens fresh, Instant now);

/// A code that may be redeemed for what was authorized.
void settle(Ledger& ledger, const Authorized& authorized, FreshCredential code, Instant now);

/// A refusal's effect: revokes the family where reuse was detected.
void settle(Ledger& ledger, const Refused& refused);

/// Counts a request against the limits that are set for it, opening a new window where the old one is over. Refused
/// ones count as well (assumed).
void count_token_request(Ledger& ledger, const World& world, const OrgName& org, Instant now);
/// `bearer`: value of an access token; one that was never issued counts for nobody.
void count_api_request(Ledger& ledger, const World& world, std::string_view bearer, Instant now);

/// An access token was used: its idle time begins anew.
void note_use(Ledger& ledger, std::string_view access_token, Instant now);

/// DELETE /api/v2/tokens/me: revokes this access token. Source: vendor_openapi; that its refresh token lives on
/// is assumed.
void revoke_access_token(Ledger& ledger, const std::string& value);

// What is told by a label that no token has changes nothing.

/// The token or code with this label.
void revoke_token(Ledger& ledger, const std::string& label);
/// All that descends from the grant that the token or code with this label came of.
void revoke_family_of(Ledger& ledger, const std::string& label);
/// Ends the lifetime of the token or code with this label at `now`.
void expire_token(Ledger& ledger, const std::string& label, Instant now);
/// Access and refresh tokens of a user in an org, whichever client has them.
void revoke_tokens_of(Ledger& ledger, const OrgName& org, const UserName& user);
/// Access and refresh tokens of a client in an org, whichever user they stand for.
void revoke_tokens_of(Ledger& ledger, const OrgName& org, const ClientId& client);

}  // namespace gcmock
