// Settings of the client under test, org by org.
#include "scenario/client_settings.h"

#include <algorithm>
#include <set>

namespace gcmock {
namespace {

std::optional<ClientId> client_under_test(const WorldReading& reading, const Org& org) {
  const auto named = reading.clients_under_test.find(org.name);
  if (named != reading.clients_under_test.end()) return ClientId(named->second.text);
  std::set<ClientId> known;
  for (const auto& entry : org.clients) known.insert(entry.first);
  for (const auto& entry : org.authorizations) known.insert(entry.first);
  if (known.size() == 1) return *known.begin();
  for (const auto* tokens : {&org.refresh_tokens, &org.access_tokens, &org.codes}) {
    const auto main =
        std::find_if(tokens->begin(), tokens->end(), [](const InitialToken& token) { return token.name == "main"; });
    if (main != tokens->end()) return main->client;
  }
  return std::nullopt;
}

std::string value_of(const InitialToken* token) {
  return token != nullptr ? token->value : std::string();
}

ClientSettings settings_of(const World& world, const Org& org, const ClientId& client) {
  ClientSettings settings;
  settings.client_id = client.value;
  // A vendor client has its secret and redirect URIs where it is registered, not where it is authorized.
  if (const auto found = find_client(world, org.name, client)) {
    settings.client_secret = found->registration->secret;
    if (!found->registration->redirect_uris.empty()) settings.redirect_uri = found->registration->redirect_uris.front();
  }
  const InitialToken* code = configured_token(org.codes);
  if (code != nullptr && !code->redirect_uri.empty()) settings.redirect_uri = code->redirect_uri;
  settings.auth_code = value_of(code);
  settings.saml_assertion = value_of(configured_token(org.saml_assertions));
  settings.refresh_token = value_of(configured_token(org.refresh_tokens));
  settings.access_token = value_of(configured_token(org.access_tokens));
  return settings;
}

}  // namespace

const InitialToken* configured_token(const std::vector<InitialToken>& tokens) {
  for (const InitialToken& token : tokens) {
    if (token.name == "main") return &token;
  }
  return tokens.size() == 1 ? &tokens.front() : nullptr;
}

std::map<OrgName, ClientSettings> client_settings_of(const WorldReading& reading) {
  std::map<OrgName, ClientSettings> all;
  for (const auto& [name, org] : reading.world.orgs) {
    if (const std::optional<ClientId> client = client_under_test(reading, org)) {
      all[name] = settings_of(reading.world, org, *client);
    }
  }
  return all;
}

}  // namespace gcmock
