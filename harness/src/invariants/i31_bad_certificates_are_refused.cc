// I-31: TLS keeps credentials from others only where the client makes sure who is at the other end. It must not ask a
// server anything whose certificate proves nothing, nor one in the clear that is there over TLS.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"
#include "reading/exchange_wording.h"

namespace gcmock {
namespace {

struct Told {
  std::vector<std::uint64_t> numbers;
  std::string credential;  // the first that went along; empty: none did
};

void note(const Exchange& exchange, Told& told) {
  told.numbers.push_back(exchange.seq);
  if (told.credential.empty() && !exchange.sightings.empty()) {
    told.credential = exchange.sightings.front().credential.label;
  }
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  verdict.looked_at = evidence.handshakes.on_bad_certificates + evidence.handshakes.in_the_clear;
  std::map<std::string, Told> by_kind;
  for (const Exchange& exchange : evidence.journal) {
    if (!exchange.bad_certificate.empty()) note(exchange, by_kind[exchange.bad_certificate]);
  }
  for (auto& [kind, told] : by_kind) {
    verdict.violations.push_back(
        {fmt::format("{} sent to a server whose certificate must be refused ({}){}",
                     count_of(told.numbers.size(), "request") + (told.numbers.size() == 1 ? " was" : " were"), kind,
                     told.credential.empty() ? "" : ", with " + told.credential),
         std::move(told.numbers)});
  }
  if (const std::size_t bare = evidence.handshakes.in_the_clear; bare > 0) {
    verdict.violations.push_back({fmt::format("{} sent in the clear to a server whose address begins with https",
                                              count_of(bare, "request") + (bare == 1 ? " was" : " were")),
                                  {}});
  }
  return verdict;
}

}  // namespace

Invariant bad_certificates_are_refused() {
  return {"I-31", "a server that cannot prove who it is is told nothing", "RFC 6749 §3.2, §10.3; RFC 6750 §5.3",
          Severity::error, check};
}

}  // namespace gcmock
