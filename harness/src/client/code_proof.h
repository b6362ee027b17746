// What a client makes up for each authorization request: a state (RFC 6749 §10.12), and a proof key (RFC 7636 §4.1,
// §4.2).
#pragma once

#include <string>

namespace gcmock {

struct CodeProof {
  std::string verifier;   ///< 43 characters of 256 random bits
  std::string challenge;  ///< S256 of it
};

CodeProof make_code_proof();

/// 256 random bits in base64url: nobody guesses it.
std::string make_state();

}  // namespace gcmock
