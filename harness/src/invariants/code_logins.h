// Logins with a code as the journal shows them: the authorization request, and the token request that presents its
// code.
#pragma once

#include <vector>

#include "gcmock/harness/invariants.h"

namespace gcmock {

struct CodeLogin {
  const Exchange* asked = nullptr;     ///< the authorization request
  const Exchange* redeemed = nullptr;  ///< null: no code was issued, or the journal does not see it presented
};

/// Those that the client began itself, in order. Not the requests whose parameters a scenario wrote, as the path of a
/// call, and not a page that was only loaded again.
std::vector<CodeLogin> code_logins(const Evidence& evidence);

/// The code that a token request presents; null where there is none.
const Fingerprint* code_presented(const Exchange& exchange);

}  // namespace gcmock
