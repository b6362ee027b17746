// What the world does not hold is left out. Identifiers of roles are their names in the world (assumed).
#include "api/entities.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "api/tokens.h"

namespace gcmock {
namespace {

bool has(const OAuthClient& client, GrantType grant) {
  const auto& grants = client.authorized_grant_types;
  return std::find(grants.begin(), grants.end(), grant) != grants.end();
}

/// The request that asks begins the idle time anew, unless it says that it does not.
Instant idles_at(const ApiCall& call, const IssuedToken& token) {
  const auto timeout = *call.org.idle_timeout;
  return preserves_idle_time(call) ? token.idles_at(timeout) : call.now + timeout;
}

}  // namespace

std::string text_of(const Json& entity) {
  return entity.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json named_entity(const Org& org) {
  return {{"id", org.id.value}, {"name", org.details.display_name}};
}

Json organization(const Org& org) {
  const auto& details = org.details;
  Json entity{{"id", org.id.value},
              {"name", details.display_name},
              {"defaultLanguage", details.default_language},
              {"defaultCountryCode", details.default_country_code},
              {"thirdPartyOrgName", org.name.value}};
  if (!details.domain.empty()) entity["domain"] = details.domain;
  entity["version"] = details.version;
  entity["state"] = to_string(org.status);
  if (!details.support_uri.empty()) entity["supportURI"] = details.support_uri;
  entity["productPlatform"] = "GenesysCloud";
  entity["selfUri"] = "/api/v2/organizations/me";
  return entity;
}

Json token_info(const ApiCall& call) {
  const auto* token = call.ledger.access_token(call.bearer);
  const auto* home = token != nullptr && token->home ? find_org(call.world, *token->home) : nullptr;
  Json info{{"organization", named_entity(call.org)},
            {"homeOrganization", named_entity(home != nullptr ? *home : call.org)}};
  info["authorizedScope"] = texts(call.caller.scopes);
  if (token != nullptr && call.org.idle_timeout) info["dateTokenIdles"] = date_time(idles_at(call, *token));
  if (const auto client = find_client(call.world, call.org.name, call.caller.client)) {
    info["OAuthClient"] = {{"id", client->registration->id.value},
                           {"name", client->registration->name},
                           {"authorizedGrantType", authorized_grant_type(*client->registration)},
                           {"scope", texts(client->scopes())},
                           {"state", to_string(client->registration->state)},
                           {"organization", named_entity(*client->registered_in)}};
  }
  return info;
}

std::string date_time(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::string_view authorized_grant_type(const OAuthClient& client) {
  if (has(client, GrantType::authorization_code) || has(client, GrantType::refresh_token)) return "CODE";
  if (has(client, GrantType::client_credentials)) return "CLIENT-CREDENTIALS";
  if (has(client, GrantType::implicit)) return "TOKEN";
  if (has(client, GrantType::saml2_bearer)) return "SAML2-BEARER";
  if (has(client, GrantType::password)) return "PASSWORD";
  return "CODE";
}

}  // namespace gcmock
