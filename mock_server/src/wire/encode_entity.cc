// API entities. Identifiers of roles are their names in the world (assumed); what the world does not hold is left out.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "wire/encode.h"
#include "wire/form.h"

namespace gcmock {
namespace {

using Json = nlohmann::ordered_json;

bool has(const OAuthClient& client, GrantType grant) {
  const auto& grants = client.authorized_grant_types;
  return std::find(grants.begin(), grants.end(), grant) != grants.end();
}

// OAuthClient.authorizedGrantType knows one grant; CODE stands for the code and its refresh tokens.
std::string_view authorized_grant_type(const OAuthClient& client) {
  if (has(client, GrantType::authorization_code) || has(client, GrantType::refresh_token)) return "CODE";
  if (has(client, GrantType::client_credentials)) return "CLIENT-CREDENTIALS";
  if (has(client, GrantType::implicit)) return "TOKEN";
  if (has(client, GrantType::saml2_bearer)) return "SAML2-BEARER";
  if (has(client, GrantType::password)) return "PASSWORD";
  return "CODE";
}

template <class Names>
Json texts(const Names& names) {
  Json list = Json::array();
  for (const auto& name : names) list.push_back(name.value);
  return list;
}

Json named_entity(const Org& org) {
  return {{"id", org.id.value}, {"name", org.display_name}};
}

Json organization(const Org& org) {
  return {{"id", org.id.value},
          {"name", org.display_name},
          {"thirdPartyOrgName", org.name.value},
          {"version", 1},
          {"state", to_string(org.status)},
          {"productPlatform", "GenesysCloud"},
          {"selfUri", "/api/v2/organizations/me"}};
}

// `secret` is left out: whether the vendor's GET has it is not known, and a journal had better not.
Json oauth_client(const OAuthClient& client) {
  Json entity{{"id", client.id.value},
              {"name", client.name},
              {"accessTokenValiditySeconds", client.access_token_lifetime.count()},
              {"description", client.description},
              {"registeredRedirectUri", client.redirect_uris}};
  entity["roleIds"] = texts(client.roles);
  entity["authorizedGrantType"] = authorized_grant_type(client);
  entity["scope"] = texts(client.scopes);
  entity["state"] = to_string(client.state);
  entity["selfUri"] = "/api/v2/oauth/clients/" + client.id.value;
  return entity;
}

// All of them on one page: the operation has no paging parameters (vendor_openapi).
Json oauth_clients(const Org& org) {
  Json entities = Json::array();
  for (const auto& [id, client] : org.clients) entities.push_back(oauth_client(client));
  const auto count = entities.size();
  return {
      {"entities", std::move(entities)},   {"pageSize", count}, {"pageNumber", 1}, {"total", count}, {"pageCount", 1},
      {"selfUri", "/api/v2/oauth/clients"}};
}

Json token_info(const World& world, const Org& org, const Allowed& allowed) {
  Json info{{"organization", named_entity(org)}, {"homeOrganization", named_entity(org)}};
  info["authorizedScope"] = texts(allowed.scopes);
  if (const auto client = find_client(world, org.name, allowed.client); client && client->registration) {
    info["OAuthClient"] = {{"id", client->registration->id.value},
                           {"name", client->registration->name},
                           {"authorizedGrantType", authorized_grant_type(*client->registration)},
                           {"scope", texts(client->scopes())},
                           {"state", to_string(client->registration->state)},
                           {"organization", named_entity(*client->registered_in)}};
  }
  return info;
}

// Both forms of a list are seen in clients: expand=a,b and expand=a&expand=b.
bool asks_to_expand(const HttpRequest& request, std::string_view what) {
  const auto fields = parse_form(request.query());
  if (!fields) return false;
  for (const auto& [name, value] : *fields) {
    if (name == "expand" && ("," + value + ",").find("," + std::string(what) + ",") != std::string::npos) return true;
  }
  return false;
}

Json user_me(const World& world, const Org& org, const Allowed& allowed, const HttpRequest& request) {
  Json entity;
  const auto user = allowed.user ? org.users.find(*allowed.user) : org.users.end();
  if (user != org.users.end()) {
    entity["id"] = user->second.id.value;
    entity["name"] = user->second.display_name;
    entity["email"] = user->second.email;
    entity["state"] = to_string(user->second.status);
    entity["username"] = user->second.email;
  }
  entity["version"] = 1;
  if (asks_to_expand(request, "organization")) entity["organization"] = organization(org);
  if (asks_to_expand(request, "token")) entity["token"] = token_info(world, org, allowed);
  entity["selfUri"] = "/api/v2/users/me";
  return entity;
}

HttpAnswer answer_with(std::string body, std::string_view correlation_id) {
  return {200,
          {{"Content-Type", "application/json"},
           {"ININ-Correlation-Id", std::string(correlation_id)},
           {"Cache-Control", "no-cache, no-store, must-revalidate"},
           {"Pragma", "no-cache"},
           {"Expires", "0"}},
          std::move(body)};
}

std::string text_of(const Json& entity) {
  return entity.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::string> body_of(const World& world, const Allowed& allowed, const Route& route,
                                   const HttpRequest& request) {
  const Org* org = find_org(world, allowed.org);
  if (org == nullptr || request.method == "DELETE") return "";
  switch (route.endpoint) {
    case Endpoint::users_me:
      return text_of(user_me(world, *org, allowed, request));
    case Endpoint::organizations_me:
      return text_of(organization(*org));
    case Endpoint::tokens_me:
      return text_of(token_info(world, *org, allowed));
    case Endpoint::oauth_clients:
      return text_of(oauth_clients(*org));
    case Endpoint::oauth_client: {
      const auto client = org->clients.find(ClientId(std::string(route.id)));
      if (client == org->clients.end()) return std::nullopt;
      return text_of(oauth_client(client->second));
    }
    case Endpoint::token:
    case Endpoint::unknown:
      break;
  }
  return "";
}

}  // namespace

std::optional<HttpAnswer> encode_entity(const World& world, const Allowed& allowed, const Route& route,
                                        const HttpRequest& request, std::string_view correlation_id) {
  auto body = body_of(world, allowed, route, request);
  if (!body) return std::nullopt;
  return answer_with(std::move(*body), correlation_id);
}

}  // namespace gcmock
