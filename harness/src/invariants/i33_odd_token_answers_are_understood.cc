// I-33: what a client does not know in a token answer is none of its business, and an answer that does not say how long
// the token lasts still brings one. What is looked at is answers of that sort; that a client then reports trouble and
// never uses the token shows that it took the grant for a failure.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "invariants/episodes.h"
#include "invariants/list.h"
#include "reading/token_answer.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// A client that gave up before the answer was there said nothing about it.
constexpr std::chrono::seconds in_good_time{1};

bool is_known_member(std::string_view name) {
  constexpr std::array<std::string_view, 6> known{"access_token",  "token_type", "expires_in",
                                                  "refresh_token", "scope",      "error"};
  return std::find(known.begin(), known.end(), name) != known.end();
}

// In words; empty for an answer as the client knows it.
std::string what_is_odd(const Exchange& exchange) {
  const auto names = members_told(exchange);
  const auto unknown = std::find_if_not(names.begin(), names.end(), is_known_member);
  std::string odd;
  if (unknown != names.end()) odd = fmt::format("has the unknown member \"{}\"", *unknown);
  if (std::find(names.begin(), names.end(), "expires_in") != names.end()) return odd;
  return odd + (odd.empty() ? "" : " and ") + "does not say expires_in";
}

bool is_of_bearer_tokens(const Exchange& exchange) {
  std::string type = token_type_told(exchange);
  std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
  return type.empty() || type == "bearer";
}

bool brings_tokens(const Exchange& exchange) {
  return is_token_request(exchange) && client_was_told(exchange) == Told::tokens && !members_told(exchange).empty() &&
         !lacks_access_token(exchange) && is_of_bearer_tokens(exchange);
}

// That it was told; null where the answer tells another one than was issued.
const Fingerprint* access_token_told(const Exchange& exchange) {
  const auto found = std::find_if(exchange.issued.begin(), exchange.issued.end(), [&](const Fingerprint& token) {
    return token.kind == CredentialKind::access_token &&
           exchange.answer_body.find("‹" + token.label + "›") != std::string::npos;
  });
  return found == exchange.issued.end() ? nullptr : &*found;
}

bool is_used(const Fingerprint& token, const Exchange& since, const std::vector<Exchange>& journal) {
  return std::any_of(journal.begin() + static_cast<std::ptrdiff_t>(since.seq), journal.end(),
                     [&](const Exchange& later) {
                       const Fingerprint* bearer = later.presented(CredentialKind::access_token);
                       return bearer != nullptr && *bearer == token;
                     });
}

// A host that asked to be left alone may keep the client from using what it got.
bool was_put_off(const OrgName& org, const std::vector<Exchange>& journal) {
  return std::any_of(journal.begin(), journal.end(),
                     [&](const Exchange& exchange) { return puts_off(exchange) && exchange.subject.org == org; });
}

bool was_called_a_failure(const Episode& episode, const Exchange& answer, const std::vector<Exchange>& journal) {
  const StepResult* step = episode.step;
  if (step == nullptr || !step->got || step->got == Outcome::ok || !step->org) return false;
  const bool came_in_time =
      answer.delivery.finished < step->ended && answer.delivery.finished - answer.arrived < in_good_time;
  return came_in_time && answer.subject.org == step->org && !was_put_off(*step->org, journal);
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  for (const Episode& episode : split_by_step(evidence)) {
    for (const Exchange* answer : episode.exchanges) {
      if (!brings_tokens(*answer)) continue;
      const std::string odd = what_is_odd(*answer);
      const Fingerprint* token = access_token_told(*answer);
      if (odd.empty() || token == nullptr) continue;
      ++verdict.looked_at;
      if (!was_called_a_failure(episode, *answer, evidence.journal) || is_used(*token, *answer, evidence.journal))
        continue;
      verdict.violations.push_back(
          {fmt::format("{} was never used, and the client said {} of {}: the answer in #{} {}", token->label,
                       to_string(*episode.step->got), name_of(episode), answer->seq, odd),
           {answer->seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant odd_token_answers_are_understood() {
  return {"I-33", "unknown members and a missing expires_in do not make a grant a failure", "RFC 6749 §5.1",
          Severity::error, check};
}

}  // namespace gcmock
