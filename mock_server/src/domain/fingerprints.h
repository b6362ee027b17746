// From the raw value of a credential to what may be shown of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.h"
#include "gcmock/domain/credential.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// Lower-case hexadecimal SHA-256.
std::string sha256_hex(std::string_view text);
/// Base64url without padding of SHA-256: the S256 code challenge of RFC 7636 §4.2.
std::string s256_challenge(std::string_view verifier);

}  // namespace gcmock
