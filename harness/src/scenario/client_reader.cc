// Reading of registrations and authorizations.
#include "scenario/client_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gcmock/seams/seams.h"
#include "scenario/forms.h"
#include "scenario/role_reader.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

std::vector<GrantType> read_grant_types(const Fields& fields) {
  std::vector<GrantType> grants;
  for (const JsonValue& item : fields.items("authorized_grant_types")) {
    const auto meaning = fields.meaning_of(item, "authorized_grant_types", words::authorized_grant_types);
    for (const GrantType grant : meaning.value_or(std::vector<GrantType>())) {
      if (std::find(grants.begin(), grants.end(), grant) == grants.end()) grants.push_back(grant);
    }
  }
  return grants;
}

std::vector<std::string> read_redirect_uris(const Fields& fields, Mistakes& mistakes) {
  std::vector<std::string> uris;
  for (const Text& uri : fields.texts("redirect_uris")) {
    check_redirect_uri(uri, mistakes);
    uris.push_back(uri.text);
  }
  return uris;
}

std::string read_secret(const OrgName& org, const ClientId& id, const Fields& fields, std::uint64_t seed) {
  const std::optional<Text> secret = fields.text("secret");
  if (!secret)
    return SeededIds(seed).credential(CredentialKind::client_secret, fmt::format("{}/secret-{}", org.value, id.value));
  if (secret->text.empty()) return {};  // a public client
  if (!is_credential(secret->text)) {
    fields.wrong("secret", "GC207", "this secret has characters that no credential can have",
                 "visible ASCII without spaces (RFC 6749 appendix A.2)");
  }
  return secret->text;
}

OAuthClient read_client(const OrgName& org, const JsonMember& member, std::uint64_t seed, WorldReading& reading,
                        Mistakes& mistakes) {
  const Fields fields(member.value, shapes::client, mistakes);
  OAuthClient client;
  client.id = ClientId(member.key);
  client.name = fields.text("name").value_or(Text{member.key, {}}).text;
  client.description = fields.text("description").value_or(Text{}).text;
  client.secret = read_secret(org, client.id, fields, seed);
  client.authorized_grant_types = read_grant_types(fields);
  client.scopes = read_scopes(fields, mistakes);
  client.redirect_uris = read_redirect_uris(fields, mistakes);
  client.roles = read_role_names(org, fields, "roles", reading);
  client.role_divisions = read_role_divisions(org, fields, client.roles, reading, mistakes);
  client.required_roles = read_role_names(org, fields, "required_roles", reading);
  client.state = fields.word("state", words::client_states).value_or(client.state);
  client.proof_key = fields.word("proof_key", words::proof_keys).value_or(client.proof_key);
  client.access_token_lifetime =
      fields.seconds("access_token_lifetime", Span::positive).value_or(client.access_token_lifetime);
  if (!fields.is_null("refresh_token_lifetime"))
    client.refresh_token_lifetime = fields.seconds("refresh_token_lifetime", Span::positive);
  return client;
}

void check_client_id(const JsonMember& member, Mistakes& mistakes) {
  if (is_client_id(member.key)) return;
  mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no client id", member.key),
                "visible ASCII without spaces and ':'"});
}

}  // namespace

std::vector<RoleName> read_role_names(const OrgName& org, const Fields& fields, std::string_view key,
                                      WorldReading& reading) {
  std::vector<RoleName> roles;
  for (Text& text : fields.texts(key)) {
    roles.emplace_back(text.text);
    reading.references.push_back({Reference::To::role, org, std::move(text)});
  }
  return roles;
}

void check_redirect_uri(const Text& uri, Mistakes& mistakes) {
  if (is_absolute_uri(uri.text)) return;
  mistakes.add({"GC207", uri.spot, fmt::format("\"{}\" is no absolute URI", uri.text),
                "a scheme and what follows, without a fragment: \"https://app.example.com/callback\""});
}

std::vector<Scope> read_scopes(const Fields& fields, Mistakes& mistakes) {
  std::vector<Scope> scopes;
  for (const Text& scope : fields.texts("scopes")) {
    if (!is_scope(scope.text)) {
      mistakes.add({"GC207", scope.spot, fmt::format("\"{}\" is no scope", scope.text),
                    "one word without spaces, like \"users:readonly\""});
    }
    scopes.emplace_back(scope.text);
  }
  return scopes;
}

std::map<ClientId, OAuthClient> read_clients(const OrgName& org, const Fields& fields, std::uint64_t seed,
                                             WorldReading& reading, Mistakes& mistakes) {
  std::map<ClientId, OAuthClient> clients;
  for (const JsonMember& member : fields.entries("clients")) {
    check_client_id(member, mistakes);
    OAuthClient client = read_client(org, member, seed, reading, mistakes);
    reading.client_spots[{org, client.id}] = member.key_spot;
    clients[client.id] = std::move(client);
  }
  return clients;
}

std::map<ClientId, ClientAuthorization> read_authorizations(const OrgName& org, const Fields& fields,
                                                            WorldReading& reading, Mistakes& mistakes) {
  std::map<ClientId, ClientAuthorization> authorizations;
  for (const JsonMember& member : fields.entries("authorizations")) {
    const Fields authorization_fields(member.value, shapes::authorization, mistakes);
    ClientAuthorization authorization;
    authorization.client = ClientId(member.key);
    authorization.state = authorization_fields.word("state", words::authorization_states).value_or(authorization.state);
    authorization.scopes = read_scopes(authorization_fields, mistakes);
    authorization.roles = read_role_names(org, authorization_fields, "roles", reading);
    authorization.role_divisions =
        read_role_divisions(org, authorization_fields, authorization.roles, reading, mistakes);
    reading.references.push_back({Reference::To::client_registered_elsewhere, org, {member.key, member.key_spot}});
    authorizations[authorization.client] = std::move(authorization);
  }
  return authorizations;
}

}  // namespace gcmock
