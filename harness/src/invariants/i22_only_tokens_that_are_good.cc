// I-22: a client uses no token that it was told is none for it: of a type that it cannot understand, or past the
// lifetime that came with it.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>

#include "invariants/list.h"
#include "reading/exchange_wording.h"
#include "reading/token_answer.h"
#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

// A request that was under way when the token ended is not blamed.
constexpr std::chrono::seconds moment_under_way{1};

// What the client was told of an access token.
struct ToldOfToken {
  const Exchange* answer = nullptr;
  std::string type;  // empty: none was told
  std::optional<std::chrono::seconds> lasts;
};

const Fingerprint* access_token_in(const std::vector<Fingerprint>& issued) {
  const auto found = std::find_if(issued.begin(), issued.end(),
                                  [](const Fingerprint& token) { return token.kind == CredentialKind::access_token; });
  return found == issued.end() ? nullptr : &*found;
}

ToldOfToken told_of_token(const Exchange& answer) {
  auto lasts = lifetime_told(answer);
  if (lasts == std::chrono::seconds{0}) lasts.reset();
  return {&answer, token_type_told(answer), lasts};
}

bool is_understood(std::string type) {
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type.empty() || type == "bearer";
}

// On the mock's clock, and on the real one too: a client whose own clock stood still while domain time was moved on
// cannot know that its token has ended.
std::chrono::nanoseconds age_of(const ToldOfToken& told, const Exchange& use) {
  return std::min<std::chrono::nanoseconds>(use.at - told.answer->at, time_between(*told.answer, use));
}

// What is wrong with this use; empty where nothing is.
std::optional<std::string> fault_of(const ToldOfToken& told, const Exchange& use, const std::string& label) {
  if (!knew(use, *told.answer)) return std::nullopt;
  if (!is_understood(told.type)) {
    return fmt::format("{} was used as a bearer token although #{} told its type as {}", label, told.answer->seq,
                       told.type);
  }
  if (!told.lasts || age_of(told, use) <= *told.lasts + moment_under_way) return std::nullopt;
  return fmt::format("{} was used {} after it was issued in #{} for {}", label, describe_span(age_of(told, use)),
                     told.answer->seq, describe_span(*told.lasts));
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, ToldOfToken> tokens;
  for (const Exchange& exchange : evidence.journal) {
    if (is_token_request(exchange) && client_was_told(exchange) == Told::tokens) {
      if (const Fingerprint* issued = access_token_in(exchange.issued)) tokens[issued->label] = told_of_token(exchange);
    }
    const Fingerprint* used = is_api_request(exchange) ? exchange.presented(CredentialKind::access_token) : nullptr;
    const auto told = used == nullptr ? tokens.end() : tokens.find(used->label);
    if (told == tokens.end()) continue;
    ++verdict.looked_at;
    if (const auto fault = fault_of(told->second, exchange, used->label)) {
      verdict.violations.push_back({*fault, {exchange.seq}});
    }
  }
  return verdict;
}

}  // namespace

Invariant only_tokens_that_are_good() {
  return {"I-22", "no access token is used that is of an unknown type or has ended", "RFC 6749 §5.1, §7.1",
          Severity::error, check};
}

}  // namespace gcmock
