// A draft as the text of a world's file.
#include <algorithm>

#include "capture/json_layout.h"
#include "gcmock/domain/duration.h"
#include "record/world_draft.h"

namespace gcmock {
namespace {

using nlohmann::ordered_json;

// Of a client that several orgs know, where only one may register it: that one.
constexpr const char* vendor = "vendor";

class WorldWriter {
 public:
  explicit WorldWriter(const WorldDraft& draft) : draft_(draft) {
    std::map<std::string, int> orgs_of_client;
    for (const auto& [name, org] : draft.orgs) {
      for (const auto& [id, client] : org.clients) ++orgs_of_client[id];
    }
    for (const auto& [id, count] : orgs_of_client) {
      if (count > 1 && draft.dialect == "genesys") shared_.insert(id);
    }
  }

  ordered_json json(const std::string& schema_file) const {
    ordered_json world;
    if (!schema_file.empty()) world["$schema"] = schema_file;
    world["dialect"] = draft_.dialect;
    if (!draft_.rotation.empty()) world["refresh"]["rotation"] = draft_.rotation;
    if (!draft_.grace_window.empty()) world["refresh"]["grace_window"] = draft_.grace_window;
    for (const auto& [name, org] : draft_.orgs) world["orgs"][name] = json_of(org);
    for (const std::string& id : shared_) world["orgs"][vendor]["clients"][id] = registration(id);
    return world;
  }

 private:
  ordered_json json_of(const DraftOrg& org) const {
    ordered_json json = ordered_json::object();
    if (!org.id.empty()) json["id"] = org.id;
    if (org.clients.size() > 1) json["client_under_test"] = org.client_under_test;
    json["roles"]["recorded"] = org.permissions;
    if (has_user(org)) {
      ordered_json& user = json["users"]["user1"];
      if (!org.user_id.empty()) user["id"] = org.user_id;
      user["name"] = "User 1";
      user["email"] = "user1@example.com";
      user["roles"] = {"recorded"};
    }
    for (const auto& [id, client] : org.clients) {
      if (shared_.contains(id))
        json["authorizations"][id] = {{"scopes", client.scopes}, {"roles", {"recorded"}}};
      else
        json["clients"][id] = json_of(client);
    }
    add_tokens(json, "access_tokens", org.access_tokens, org);
    add_tokens(json, "refresh_tokens", org.refresh_tokens, org);
    add_tokens(json, "codes", org.codes, org);
    add_tokens(json, "saml_assertions", org.saml_assertions, org);
    return json;
  }

  static bool acts_for_users(const DraftClient& client) {
    return client.grants.size() > 1 || !client.grants.contains("CLIENT-CREDENTIALS");
  }
  static bool has_user(const DraftOrg& org) {
    return std::ranges::any_of(org.clients, [](const auto& entry) { return acts_for_users(entry.second); });
  }

  static ordered_json json_of(const DraftClient& client) {
    ordered_json json = {{"name", "Recorded client"}};
    if (!client.has_secret) json["secret"] = "";
    json["authorized_grant_types"] = client.grants;
    json["scopes"] = client.scopes;
    if (!client.redirect_uris.empty()) json["redirect_uris"] = client.redirect_uris;
    if (client.grants.contains("CLIENT-CREDENTIALS")) json["roles"] = {"recorded"};
    if (client.access_token_lifetime) json["access_token_lifetime"] = duration_text(*client.access_token_lifetime);
    return json;
  }

  ordered_json registration(const std::string& id) const {
    DraftClient all;
    for (const auto& [name, org] : draft_.orgs) {
      const auto found = org.clients.find(id);
      if (found == org.clients.end()) continue;
      DraftClient one = found->second;
      all.grants.merge(one.grants);
      all.scopes.merge(one.scopes);
      all.redirect_uris.merge(one.redirect_uris);
      all.has_secret = all.has_secret || one.has_secret;
      if (one.access_token_lifetime) all.access_token_lifetime = one.access_token_lifetime;
    }
    ordered_json json = json_of(all);
    json.erase("roles");
    return json;
  }

  static void add_tokens(ordered_json& json, const std::string& key, const std::map<std::string, DraftToken>& tokens,
                         const DraftOrg& org) {
    for (const auto& [name, token] : tokens) {
      ordered_json one = ordered_json::object();
      const bool is_assertion = key == "saml_assertions";
      const auto client = org.clients.find(token.client);
      if (!is_assertion) one["client"] = token.client;
      if (client == org.clients.end() || acts_for_users(client->second)) one["user"] = "user1";
      if (!is_assertion && client != org.clients.end()) one["scopes"] = client->second.scopes;
      if (!token.redirect_uri.empty()) one["redirect_uri"] = token.redirect_uri;
      if (!token.expires_in.empty()) one["expires_in"] = token.expires_in;
      json[key][name] = std::move(one);
    }
  }

  const WorldDraft& draft_;
  std::set<std::string> shared_;  // clients of several orgs
};

}  // namespace

std::string world_text(const WorldDraft& draft, const std::string& schema_file) {
  return "// What gcmock record heard of a server. Secrets and tokens are generated.\n" +
         laid_out(WorldWriter(draft).json(schema_file), 0) + "\n";
}

std::vector<Member> members_of(const WorldDraft& draft) {
  std::vector<Member> members;
  if (!draft.world_changes.is_null()) members.emplace_back("world_changes", draft.world_changes.dump());
  if (!draft.client_settings.is_null()) members.emplace_back("client_settings", draft.client_settings.dump());
  if (!draft.rules.empty()) members.emplace_back("script", draft.rules.dump());
  return members;
}

}  // namespace gcmock
