// I-29: a client that cannot tell its own login from one that somebody else began takes a stranger's account for its
// user's. A state of its own tells them apart, or a code_challenge (RFC 9700 §2.1). And both legs name one address.
#include <fmt/format.h>

#include <map>
#include <string>

#include "invariants/code_logins.h"
#include "invariants/list.h"
#include "reading/request_parts.h"

namespace gcmock {
namespace {

std::string parameter(const Exchange& asked, std::string_view name) {
  const auto parameters = query_parameters(asked);
  const std::string* value = value_of(parameters, name);
  return value == nullptr ? std::string{} : decoded(*value);
}

// What the token request names is not shown: it may be anything.
void compare_addresses(const CodeLogin& login, InvariantVerdict& verdict) {
  const std::string asked = parameter(*login.asked, "redirect_uri");
  if (asked.empty() || login.redeemed == nullptr) return;
  const std::string* redeemed = value_of(login.redeemed->request_fields, "redirect_uri");
  if (redeemed != nullptr && *redeemed == asked) return;
  verdict.violations.push_back(
      {fmt::format("a code was asked for with a redirect_uri and presented {}",
                   redeemed == nullptr || redeemed->empty() ? "without it" : "with another one"),
       {login.asked->seq, login.redeemed->seq}});
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::uint64_t> first_with;
  for (const CodeLogin& login : code_logins(evidence)) {
    ++verdict.looked_at;
    const std::uint64_t asked = login.asked->seq;
    const std::string state = parameter(*login.asked, "state");
    if (state.empty() && parameter(*login.asked, "code_challenge").empty()) {
      verdict.violations.push_back({"a login began with neither a state nor a code_challenge", {asked}});
    }
    const auto [first, is_fresh] = first_with.try_emplace(state, asked);
    if (!is_fresh && !state.empty()) {
      verdict.violations.push_back({"two logins began with the same state", {first->second, asked}});
    }
    compare_addresses(login, verdict);
  }
  return verdict;
}

}  // namespace

Invariant login_is_bound_to_its_request() {
  return {"I-29", "each login has a state or proof of its own, and one redirect_uri in both legs",
          "RFC 6749 §10.12, §4.1.3; RFC 9700 §2.1, §4.7", Severity::error, check};
}

}  // namespace gcmock
