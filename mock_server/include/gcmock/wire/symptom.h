// What a cause would look like in real Genesys Cloud: for people who hold a 403 of the reported dialect in their hands.
#pragma once

#include <string>

#include "gcmock/domain/refusal.h"

namespace gcmock {

/// One or two plain sentences that end in how sure we are of them: "(assumed)".
std::string genesys_symptom(RefusalReason reason);

}  // namespace gcmock
