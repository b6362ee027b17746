// Invariants: what no client may do, in any scenario. One file each in src/invariants/.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gcmock/domain/credential.h"
#include "gcmock/domain/encoded_text.h"
#include "gcmock/harness/result.h"
#include "gcmock/http/handshakes.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// A credential in what the client wrote besides its requests.
struct WrittenCredential {
  Fingerprint credential;
  std::string file;      ///< within its scratch directory; or "standard output", "standard error"
  std::size_t line = 1;  ///< the first is 1
  std::vector<TextEncoding> encodings = {};

  bool operator==(const WrittenCredential&) const = default;
};

/// What was searched of that, and what was found.
struct Writings {
  std::size_t searched = 0;  ///< outputs and files that are not empty
  std::vector<WrittenCredential> found;
};

/// What an invariant may look at.
struct Evidence {
  const std::vector<Exchange>& journal;
  const std::vector<StepResult>& steps;
  Handshakes handshakes = {};
  Writings writings = {};
};

struct Violation {
  std::string what;                      ///< "saw 7 token requests for org secondary after the refusal in #4"
  std::vector<std::uint64_t> exchanges;  ///< the offending ones, by seq
};

/// `looked_at` 0: nothing in the journal concerned it; that is not a pass.
struct InvariantVerdict {
  std::size_t looked_at = 0;
  std::vector<Violation> violations;
};

struct Invariant {
  std::string_view id;      ///< "I-18"
  std::string_view title;   ///< "the client stops on a permanent refusal"
  std::string_view clause;  ///< "RFC 6749 §5.2"
  Severity severity = Severity::error;
  InvariantVerdict (*check)(const Evidence& evidence) = nullptr;
};

/// In the order of their numbers.
std::span<const Invariant> all_invariants();

/// Null for an id that is none.
const Invariant* find_invariant(std::string_view id);

}  // namespace gcmock
