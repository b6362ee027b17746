// Finds credentials: see credentials.h. Values that we generated all start alike and are looked up by hash where they
// start; only the few that people chose are searched for one by one.
#include "engine/credentials.h"

#include <algorithm>
#include <utility>

#include "gcmock/domain/unknown_credential.h"
#include "wire/basic_auth.h"
#include "wire/json_text.h"

namespace gcmock {
namespace {

constexpr std::string_view generated_prefix = "gcmock-";
constexpr std::size_t shortest_to_search_for = 6;

bool is_generated(std::string_view value) {
  return value.substr(0, generated_prefix.size()) == generated_prefix;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(c)) {
      encoded.push_back(c);
    } else {
      encoded.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 0xF]);
    }
  }
  return encoded;
}

std::string in_lower_case_hex(std::string encoded) {
  for (std::size_t i = 0; i + 2 < encoded.size(); ++i) {
    if (encoded[i] != '%') continue;
    for (const std::size_t digit : {i + 1, i + 2}) {
      if (encoded[digit] >= 'A' && encoded[digit] <= 'F') encoded[digit] = static_cast<char>(encoded[digit] + 32);
    }
  }
  return encoded;
}

std::string with_plus_for_spaces(std::string encoded) {
  for (auto space = encoded.find("%20"); space != std::string::npos; space = encoded.find("%20", space)) {
    encoded.replace(space, 3, "+");
  }
  return encoded;
}

std::string json_escaped(std::string_view text) {
  std::string escaped;
  append_json_escaped(escaped, text);
  return escaped;
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
  if (client.secret.size() < shortest_to_search_for) return;
  add_needle(base64_encode(client.id.value + ":" + client.secret), client.secret);
  add_needle(base64_encode(percent_encoded(client.id.value) + ":" + percent_encoded(client.secret)), client.secret);
}

void Credentials::add(const std::string& value) {
  add_length(value.size());
  if (is_generated(value)) {
    generated_lengths_.insert(value.size());
    return;
  }
  if (value.size() < shortest_to_search_for) return;
  add_needle(value, value);
  add_needle(json_escaped(value), value);
  const auto encoded = percent_encoded(value);
  add_needle(encoded, value);
  add_needle(in_lower_case_hex(encoded), value);
  add_needle(with_plus_for_spaces(encoded), value);
}

void Credentials::add_needle(std::string text, const std::string& value) {
  for (const auto& needle : needles_) {
    if (needle.text == text) return;
  }
  needles_.push_back({std::move(text), value});
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
Credentials::Hit Credentials::next_generated(std::string_view text, std::size_t from) const {
  for (auto at = text.find(generated_prefix, from); at != std::string_view::npos;
       at = text.find(generated_prefix, at + 1)) {
    for (const auto length : generated_lengths_) {
      const auto value = text.substr(at, length);
      if (value.size() == length && is_known(value)) return {at, length, value};
    }
  }
  return {};
}

Credentials::Hit Credentials::next_hit(std::string_view text, std::size_t from) const {
  auto first = next_generated(text, from);
  for (const auto& needle : needles_) {
    const auto at = text.find(needle.text, from);
    const bool is_better = at < first.at || (at == first.at && needle.text.size() > first.length);
    if (at != std::string_view::npos && is_better) first = {at, needle.text.size(), needle.value};
  }
  return first;
}

bool Credentials::is_clean(std::string_view text) const {
  return next_hit(text, 0).at == std::string_view::npos;
}

std::string Credentials::redact(std::string_view text, const Subject& judged, std::vector<Fingerprint>& seen) const {
  std::string clean;
  std::size_t copied = 0;
  for (auto hit = next_hit(text, 0); hit.at != std::string_view::npos; hit = next_hit(text, copied)) {
    auto credential = find(hit.value, judged);
    clean.append(text.substr(copied, hit.at - copied));
    copied = hit.at + hit.length;
    if (!credential) continue;
    clean.append(shown(*credential));
    seen.push_back(std::move(*credential));
  }
  return clean.append(text.substr(copied));
}

}  // namespace gcmock
