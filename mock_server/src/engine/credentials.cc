// Finds credentials: see credentials.h. Values that we generated all start alike and are looked up by hash where they
// start; only the few that people chose are searched for one by one.
#include "engine/credentials.h"

#include <algorithm>
#include <utility>

#include "domain/fingerprints.h"
#include "gcmock/domain/unknown_credential.h"

namespace gcmock {
namespace {

constexpr std::string_view generated_prefix = "gcmock-";
constexpr std::size_t shortest_to_search_for = 6;

bool is_generated(std::string_view value) {
  return value.substr(0, generated_prefix.size()) == generated_prefix;
}

std::optional<Fingerprint> fingerprint_of(const IssuedToken* token, CredentialKind kind) {
  if (token == nullptr) return std::nullopt;
  const auto owner = token->client.empty() ? std::nullopt : std::optional(token->client);
  return Fingerprint{kind, token->label, token->org, owner};
}

}  // namespace

std::string shown(const Fingerprint& fingerprint) {
  return "‹" + fingerprint.label + "›";
}

Credentials::Credentials(const World& world, const Ledger& ledger) : ledger_(ledger) {
  for (const auto& [org_name, org] : world.orgs) {
    for (const auto& [id, client] : org.clients) add_secret(org_name, client);
  }
  for (const auto& [value, token] : ledger.refresh_tokens()) add(value);
  for (const auto& [value, token] : ledger.access_tokens()) add(value);
  for (const auto& [value, code] : ledger.codes()) add(value);
  for (const auto& [value, assertion] : ledger.saml_assertions()) add(value);
}

void Credentials::add_secret(const OrgName& org, const OAuthClient& client) {
  if (client.secret.empty()) return;
  const Fingerprint owner{CredentialKind::client_secret, org.value + "/secret-" + client.id.value, org, client.id};
  auto& owners = secrets_[client.secret];
  if (std::ranges::find(owners, owner) != owners.end()) return;
  owners.push_back(owner);
  add(client.secret);
}

void Credentials::add(const std::string& value) {
  add_length(value.size());
  if (is_generated(value)) {
    generated_lengths_.insert(value.size());
    return;
  }
  if (value.size() >= shortest_to_search_for) chosen_.insert(value);
}

bool Credentials::is_known(std::string_view value) const {
  return may_be_known(value) && (ledger_.refresh_token(value) != nullptr || ledger_.access_token(value) != nullptr ||
                                 ledger_.code(value) != nullptr || ledger_.saml_assertion(value) != nullptr ||
                                 secrets_.find(value) != secrets_.end());
}

std::optional<Fingerprint> Credentials::find(std::string_view value, CredentialKind kind, const Subject& judged) const {
  switch (kind) {
    case CredentialKind::refresh_token:
      return fingerprint_of(ledger_.refresh_token(value), kind);
    case CredentialKind::access_token:
      return fingerprint_of(ledger_.access_token(value), kind);
    case CredentialKind::authorization_code:
      return fingerprint_of(ledger_.code(value), kind);
    case CredentialKind::saml_assertion:
      return fingerprint_of(ledger_.saml_assertion(value), kind);
    case CredentialKind::code_verifier:
      return std::nullopt;  // made by clients, known to nobody
    case CredentialKind::client_secret:
      break;
  }
  const auto secret = secrets_.find(value);
  if (secret == secrets_.end()) return std::nullopt;
  const auto& owners = secret->second;
  const auto judged_one =
      std::find_if(owners.begin(), owners.end(), [&](const Fingerprint& owner) { return owner.org == judged.org; });
  return judged_one == owners.end() ? owners.front() : *judged_one;
}

std::optional<Fingerprint> Credentials::find(std::string_view value, const Subject& judged) const {
  if (value.empty() || !may_be_known(value)) return std::nullopt;
  for (const auto kind :
       {CredentialKind::refresh_token, CredentialKind::access_token, CredentialKind::authorization_code,
        CredentialKind::saml_assertion, CredentialKind::client_secret}) {
    if (auto found = find(value, kind, judged)) return found;
  }
  return std::nullopt;
}

Fingerprint Credentials::fingerprint(std::string_view value, CredentialKind kind, const Subject& judged) const {
  if (auto expected = find(value, kind, judged)) return std::move(*expected);
  if (auto known = find(value, judged)) return std::move(*known);
  return {kind, label_of_unknown(value), std::nullopt, std::nullopt};
}

// The longest generated value that starts at the next "gcmock-". Lengths are few; each costs a look-up.
PlainHit Credentials::next_generated(std::string_view text, std::size_t from) const {
  for (auto at = text.find(generated_prefix, from); at != std::string_view::npos;
       at = text.find(generated_prefix, at + 1)) {
    for (const auto length : generated_lengths_) {
      const auto value = text.substr(at, length);
      if (value.size() == length && is_known(value)) return {at, length};
    }
  }
  return {std::string_view::npos, 0};
}

PlainHit Credentials::next_hit(std::string_view text, std::size_t from) const {
  auto first = next_generated(text, from);
  for (const auto& value : chosen_) {
    const auto at = text.find(value, from);
    const bool is_better = at < first.at || (at == first.at && value.size() > first.length);
    if (at != std::string_view::npos && is_better) first = {at, value.size()};
  }
  return first;
}

std::vector<FoundCredential> Credentials::find_all(std::string_view text, const Subject& judged) const {
  std::vector<FoundCredential> all;
  if (text.size() < shortest_to_search_for) return all;
  const auto search = [this](std::string_view searched, std::size_t from) { return next_hit(searched, from); };
  for (auto& hit : find_encoded(text, search)) {
    if (auto credential = find(hit.value, judged)) all.push_back({*std::move(credential), std::move(hit)});
  }
  return all;
}

std::string Credentials::redact(std::string_view text, const Subject& judged) const {
  std::string clean;
  std::size_t copied = 0;
  for (const auto& [credential, hit] : find_all(text, judged)) {
    clean.append(text.substr(copied, hit.at - copied)).append(shown(credential));
    copied = hit.at + hit.length;
  }
  return clean.append(text.substr(copied));
}

}  // namespace gcmock
