// Draws the credentials that settling puts on the ledger.
#pragma once

#include "domain/settle.h"
#include "engine/reply.h"

namespace gcmock {

FreshCredential draw(Bench bench, CredentialKind kind, const OrgName& org);

FreshTokens draw_tokens(Bench bench, const Granted& granted);

/// What the answer to a grant tells of, as the journal has it.
std::vector<Fingerprint> fingerprints(const Tokens& tokens, const Granted& granted);

/// Tokens that it had to revoke to make room, as changes.
std::vector<ChangeMade> crowded_out(const Tokens& tokens, const Granted& granted);

}  // namespace gcmock
