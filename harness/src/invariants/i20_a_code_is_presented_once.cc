// I-20: a code is good for one exchange. A second one looks like theft, and may cost the tokens of the first.
#include <fmt/format.h>

#include <map>
#include <string>

#include "invariants/code_logins.h"
#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using Presentations = std::vector<const Exchange*>;

// Where the answer was lost, the client may ask once more what came of it: that is for I-21.
bool may_be_resent_once(const Presentations& presented) {
  return client_was_told(*presented.front()) == Told::nothing;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, Presentations> codes;
  for (const Exchange& exchange : evidence.journal) {
    if (const Fingerprint* code = code_presented(exchange)) codes[code->label].push_back(&exchange);
  }
  verdict.looked_at = codes.size();
  for (const auto& [label, presented] : codes) {
    if (presented.size() <= (may_be_resent_once(presented) ? 2U : 1U)) continue;
    verdict.violations.push_back(
        {fmt::format("{} was presented {}", label, count_of(presented.size(), "time")), numbers_of(presented)});
  }
  return verdict;
}

}  // namespace

Invariant a_code_is_presented_once() {
  return {"I-20", "an authorization code is presented once", "RFC 6749 §4.1.2", Severity::error, check};
}

}  // namespace gcmock
