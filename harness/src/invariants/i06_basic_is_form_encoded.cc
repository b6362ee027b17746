// I-6: id and secret are form-encoded before Basic puts them together. A secret with a colon, a percent sign or a plus
// sign works by luck otherwise, until a server decodes it.
#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "invariants/list.h"

namespace gcmock {
namespace {

// By its client: a server that decodes it has read another secret, which nobody knows.
std::string name_of_secret(const Exchange& exchange) {
  return exchange.subject.client ? "the secret of client " + exchange.subject.client->value : "a client secret";
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::vector<std::uint64_t>> bare;
  for (const Exchange& exchange : evidence.journal) {
    if (exchange.basic_form == BasicForm::no_matter) continue;
    ++verdict.looked_at;
    if (exchange.basic_form == BasicForm::as_it_stands) bare[name_of_secret(exchange)].push_back(exchange.seq);
  }
  for (auto& [secret, numbers] : bare) {
    verdict.violations.push_back({fmt::format("{} was put into a Basic header as it stands, although it has characters "
                                              "that must be form-encoded first",
                                              secret),
                                  std::move(numbers)});
  }
  return verdict;
}

}  // namespace

Invariant basic_is_form_encoded() {
  return {"I-6", "a secret is form-encoded before it goes into a Basic header", "RFC 6749 §2.3.1", Severity::warning,
          check};
}

}  // namespace gcmock
