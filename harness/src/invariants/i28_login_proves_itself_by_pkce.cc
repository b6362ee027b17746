// I-28: a stolen code is worthless without the verifier, as long as each login has its own and does not show it. The
// journal shows no verifier, so its length is not judged; that of the challenge is.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>

#include "invariants/code_logins.h"
#include "invariants/list.h"
#include "reading/request_parts.h"

namespace gcmock {
namespace {

constexpr std::size_t length_of_a_sha256_in_base64url = 43;

struct Challenge {
  std::string value;
  std::string method;  // RFC 7636 §4.3: none is plain
};

std::optional<Challenge> challenge_of(const Exchange& asked) {
  const auto parameters = query_parameters(asked);
  const std::string* challenge = value_of(parameters, "code_challenge");
  if (challenge == nullptr || challenge->empty()) return std::nullopt;
  const std::string* method = value_of(parameters, "code_challenge_method");
  return Challenge{decoded(*challenge), method == nullptr ? "plain" : *method};
}

bool is_of_a_public_client(const CodeLogin& login) {
  return login.redeemed != nullptr && login.redeemed->client_auth == ClientAuthMethod::none;
}

// What is wrong with the proof of one login; empty where nothing is.
std::optional<Violation> fault_of(const CodeLogin& login, const std::optional<Challenge>& challenge) {
  const std::uint64_t asked = login.asked->seq;
  if (!challenge) {
    return Violation{"a client without a secret began a login without a code_challenge", {asked, login.redeemed->seq}};
  }
  if (challenge->method != "S256") {
    return Violation{fmt::format("a login began with a code_challenge of the method {}", challenge->method), {asked}};
  }
  if (challenge->value.size() != length_of_a_sha256_in_base64url) {
    return Violation{fmt::format("a login began with a code_challenge of {} characters: S256 has {}",
                                 challenge->value.size(), length_of_a_sha256_in_base64url),
                     {asked}};
  }
  if (login.redeemed != nullptr && login.redeemed->presented(CredentialKind::code_verifier) == nullptr) {
    return Violation{fmt::format("the code for the code_challenge in #{} was presented without a code_verifier", asked),
                     {login.redeemed->seq}};
  }
  return std::nullopt;
}

InvariantVerdict check(const Evidence& evidence) {
  InvariantVerdict verdict;
  std::map<std::string, std::uint64_t> first_with;
  for (const CodeLogin& login : code_logins(evidence)) {
    const auto challenge = challenge_of(*login.asked);
    if (!challenge && !is_of_a_public_client(login)) continue;
    ++verdict.looked_at;
    if (auto fault = fault_of(login, challenge)) verdict.violations.push_back(*fault);
    if (!challenge) continue;
    const auto [first, is_fresh] = first_with.try_emplace(challenge->value, login.asked->seq);
    if (is_fresh) continue;
    verdict.violations.push_back({"two logins began with the same code_challenge", {first->second, login.asked->seq}});
  }
  return verdict;
}

}  // namespace

Invariant login_proves_itself_by_pkce() {
  return {"I-28", "a login with PKCE has a fresh S256 challenge, and a public client's login has one",
          "RFC 7636 §4.1, §4.2; RFC 9700 §2.1.1", Severity::error, check};
}

}  // namespace gcmock
