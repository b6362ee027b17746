// Fills the ledger from a world and looks things up in it.
#include "domain/ledger.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "gcmock/error.h"

namespace gcmock {

namespace {

template <class Tokens>
auto find_by_value(const Tokens& tokens, std::string_view value) -> const typename Tokens::mapped_type* {
  const auto found = tokens.find(value);
  return found == tokens.end() ? nullptr : &found->second;
}

Holder holder_of(const IssuedToken& token) {
  return {token.org, token.home, token.user, token.user ? std::nullopt : std::optional(token.client)};
}

std::optional<std::uint64_t> number_in(const std::string& name) {
  std::uint64_t number = 0;
  const char* const end = name.data() + name.size();
  const auto [stopped, error] = std::from_chars(name.data(), end, number);
  return error == std::errc{} && stopped == end ? std::optional(number) : std::nullopt;
}

/// Labels are counted on from an initial token that is named by a number, lest one repeats.
void count_from(std::uint64_t& count, const std::string& name) {
  if (const auto number = number_in(name)) count = std::max(count, *number);
}

/// What is common to initial tokens of every kind.
void fill(IssuedToken& issued, const InitialToken& token, const Org& org, const World& world) {
  issued.org = org.name;
  issued.client = token.client;
  issued.user = token.user;
  issued.home = token.home;
  issued.scopes = token.scopes;
  issued.issued_at = world.starts_at;
  if (token.expires_in) issued.expires_at = world.starts_at + *token.expires_in;
  issued.initial = true;
  issued.revoked = token.life == InitialLife::revoked;
  // Spent so long ago that no grace window reaches to the start: "spent" in a world means refused.
  if (token.life == InitialLife::spent) issued.spent_at = world.starts_at - world.refresh.grace_window;
}

/// Gives initial tokens of one name, client and user in an org the same family.
class InitialFamilies {
 public:
  explicit InitialFamilies(std::uint64_t& next) : next_(next) {}

  std::uint64_t shared_by(const InitialToken& token) {
    const auto [found, is_new] = families_.try_emplace({token.name, token.client, token.user, token.home}, next_);
    if (is_new) ++next_;
    return found->second;
  }
  std::uint64_t fresh() { return next_++; }

 private:
  std::uint64_t& next_;
  std::map<std::tuple<std::string, ClientId, std::optional<UserName>, std::optional<OrgName>>, std::uint64_t> families_;
};

}  // namespace

Ledger::Ledger(const World& world) {
  for (const auto& [name, org] : world.orgs) add_initial(org, world);
}

void Ledger::add_initial(const Org& org, const World& world) {
  InitialFamilies families(next_family_);
  IssuedCounts& counts = counts_[org.name];
  for (const InitialToken& token : org.refresh_tokens) {
    IssuedToken issued;
    fill(issued, token, org, world);
    issued.label = org.name.value + "/refresh-" + token.name;
    issued.family = families.shared_by(token);
    add(refresh_tokens_, token.value, std::move(issued));
    count_from(counts.refresh_tokens, token.name);
  }
  for (const InitialToken& token : org.access_tokens) {
    IssuedToken issued;
    fill(issued, token, org, world);
    issued.label = org.name.value + "/access-" + token.name;
    issued.family = families.shared_by(token);
    // An access token cannot be spent; a world that says so means that it is no good any more.
    if (issued.spent_at) issued.revoked = true;
    add_access_token(token.value, std::move(issued));
    count_from(counts.access_tokens, token.name);
  }
  for (const InitialToken& token : org.codes) {
    IssuedCode issued;
    fill(issued, token, org, world);
    issued.label = org.name.value + "/code-" + token.name;
    issued.family = token.life == InitialLife::spent ? families.shared_by(token) : families.fresh();
    issued.redirect_uri = token.redirect_uri;
    issued.code_challenge = token.code_challenge;
    codes_.emplace(token.value, std::move(issued));
    count_from(counts.codes, token.name);
  }
  for (const InitialToken& assertion : org.saml_assertions) {
    IssuedToken given;
    fill(given, assertion, org, world);
    given.label = org.name.value + "/assertion-" + assertion.name;
    given.family = families.fresh();
    saml_assertions_.emplace(assertion.value, std::move(given));
  }
}

IssuedToken& Ledger::add(ByValue<IssuedToken>& tokens, std::string value, IssuedToken token) {
  const auto [added, is_new] = tokens.emplace(std::move(value), std::move(token));
  if (!is_new) throw Error("two tokens of one kind have the same value: " + added->second.label + " is one of them");
  IssuedToken*& newest = newest_of_family_[added->second.family];
  added->second.older_in_family = newest;
  newest = &added->second;
  return added->second;
}

void Ledger::add_access_token(std::string value, IssuedToken token) {
  IssuedToken& added = add(access_tokens_, std::move(value), std::move(token));
  access_tokens_of_[holder_of(added)].push_back(&added);
}

const IssuedToken* Ledger::access_token(std::string_view value) const {
  return find_by_value(access_tokens_, value);
}
const IssuedToken* Ledger::refresh_token(std::string_view value) const {
  return find_by_value(refresh_tokens_, value);
}
const IssuedCode* Ledger::code(std::string_view value) const {
  return find_by_value(codes_, value);
}
const IssuedToken* Ledger::saml_assertion(std::string_view value) const {
  return find_by_value(saml_assertions_, value);
}
const RateWindow* Ledger::window(const CountedTogether& counted) const {
  const auto found = windows_.find(counted);
  return found == windows_.end() ? nullptr : &found->second;
}

std::uint64_t Ledger::issued_count(CredentialKind kind, const OrgName& org) const {
  const auto found = counts_.find(org);
  if (found == counts_.end()) return 0;
  switch (kind) {
    case CredentialKind::access_token:
      return found->second.access_tokens;
    case CredentialKind::refresh_token:
      return found->second.refresh_tokens;
    case CredentialKind::authorization_code:
      return found->second.codes;
    case CredentialKind::client_secret:
    case CredentialKind::code_verifier:
    case CredentialKind::saml_assertion:
      return 0;
  }
  return 0;
}

}  // namespace gcmock
