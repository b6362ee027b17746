#include "capture/asker_of.h"

#include "gcmock/domain/unknown_credential.h"
#include "gcmock/harness/scenario.h"

namespace gcmock {
namespace {

template <class Key>
void claim(std::map<Key, std::optional<OrgName>>& owners, const Key& key, const OrgName& org) {
  const auto [place, is_new] = owners.try_emplace(key, org);
  if (!is_new && place->second != org) place->second.reset();
}

template <class Key>
std::optional<OrgName> owner(const std::map<Key, std::optional<OrgName>>& owners, const Key& key) {
  const auto found = owners.find(key);
  return found == owners.end() ? std::nullopt : found->second;
}

}  // namespace

AskerOf::AskerOf(const Captured& captured) {
  for (const auto& [label, value] : credentials_of(captured.world)) labels_.try_emplace(value, label);
  for (const auto& [org, told] : captured.client_settings) {
    known_.insert(org);
    for (const std::string& value :
         {told.refresh_token, told.access_token, told.auth_code, told.saml_assertion, told.client_secret}) {
      believe(value, org);
    }
    if (!told.client_id.empty()) claim(by_client_id_, ClientId(told.client_id), org);
  }
}

void AskerOf::believe(const std::string& value, const OrgName& org) {
  if (value.empty()) return;
  const auto known = labels_.find(value);
  claim(owners_, known == labels_.end() ? label_of_unknown(value) : known->second, org);
}

std::optional<OrgName> AskerOf::operator()(const Exchange& exchange) {
  std::optional<OrgName> asker = by_credentials(exchange);
  if (!asker) asker = by_client(exchange);
  if (!asker) asker = exchange.subject.org;
  if (asker && !known_.contains(*asker)) return std::nullopt;
  if (asker) {
    for (const Fingerprint& token : exchange.issued) owners_[token.label] = asker;
  }
  return asker;
}

// What is presented says more than who presents it: an OAuth client may go by one id and secret in every org.
std::optional<OrgName> AskerOf::by_credentials(const Exchange& exchange) const {
  const Sighting* secret = nullptr;
  for (const Sighting& sighting : exchange.sightings) {
    if (sighting.credential.kind == CredentialKind::client_secret) {
      secret = &sighting;
    } else if (const auto known = owner(owners_, sighting.credential.label)) {
      return known;
    } else if (sighting.credential.org && !owners_.contains(sighting.credential.label)) {
      return sighting.credential.org;
    }
  }
  if (exchange.subject.org && exchange.grant != GrantType::client_credentials) return exchange.subject.org;
  return secret == nullptr ? std::nullopt : owner(owners_, secret->credential.label);
}

std::optional<OrgName> AskerOf::by_client(const Exchange& exchange) const {
  return exchange.subject.client ? owner(by_client_id_, *exchange.subject.client) : std::nullopt;
}

}  // namespace gcmock
