// The mutants by where their bug is, a file each.
#pragma once

#include <vector>

#include "mutants/mutant.h"

namespace gcmock {

std::vector<Mutant> mutants_in_token_requests();  ///< how the token endpoint is asked
std::vector<Mutant> mutants_in_api_requests();    ///< what becomes of access tokens, and of refresh tokens beside them
std::vector<Mutant> mutants_in_logins();
std::vector<Mutant> mutants_in_keeping();   ///< what is kept of answers, and what is told of it
std::vector<Mutant> mutants_in_retrying();  ///< when and how often it is tried again, and in which orgs

}  // namespace gcmock
