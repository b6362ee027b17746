// Where credentials stand in a text, so that no diagnostic shows them. Works on broken texts too.
#pragma once

#include <string_view>
#include <vector>

#include "scenario/source_text.h"

namespace gcmock {

/// Is a member of this name a credential, wherever it stands: "secret", "value", "refresh_token", …; or nearly so?
bool names_a_credential(std::string_view key);

/// The content of every string that is (or is inside) a member whose name says that it is a credential, without
/// its quotes, in order. Words under "ledger" are states of tokens, not tokens.
std::vector<TextRange> credential_ranges(std::string_view text);

}  // namespace gcmock
