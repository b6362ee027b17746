#include "api/client_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "api/client_roles.h"
#include "api/json_body.h"
#include "api/vendor_scopes.h"

namespace gcmock {
namespace {

struct Reading {
  const ApiCall& call;
  const Json& body;
  OAuthClient& client;
};

using Fault = std::optional<ApiFault>;

struct GrantWord {
  std::string_view word;
  std::vector<GrantType> grants;
};

const std::array<GrantWord, 5>& grant_words() {
  static const std::array<GrantWord, 5> words{{
      {"CODE", {GrantType::authorization_code, GrantType::refresh_token}},
      {"TOKEN", {GrantType::implicit}},
      {"SAML2-BEARER", {GrantType::saml2_bearer}},
      {"PASSWORD", {GrantType::password}},
      {"CLIENT-CREDENTIALS", {GrantType::client_credentials}},
  }};
  return words;
}

Fault read_grant_type(const Reading& reading) {
  const auto word = text_member(reading.body, "authorizedGrantType");
  if (word.fault()) return word.fault();
  if (!word.value() || word.value()->empty()) {
    return ApiFault{Check::body_is_acceptable,
                    RefusalReason::client_grant_type_required,
                    "a member authorizedGrantType",
                    "none",
                    {}};
  }
  auto& grants = reading.client.authorized_grant_types;
  if (!grants.empty() && authorized_grant_type(reading.client) == *word.value()) return std::nullopt;
  const auto found = std::ranges::find(grant_words(), *word.value(), &GrantWord::word);
  if (found == grant_words().end()) {
    return ApiFault{Check::body_is_acceptable,
                    RefusalReason::client_grant_type_invalid,
                    "CODE, TOKEN, SAML2-BEARER, PASSWORD or CLIENT-CREDENTIALS",
                    *word.value(),
                    {}};
  }
  grants = found->grants;
  return std::nullopt;
}

bool is_own_account(const OAuthClient& client) {
  return authorized_grant_type(client) == "CLIENT-CREDENTIALS";
}

Fault read_name(const Reading& reading) {
  if (auto missing = missing_member(reading.body, reading.call)) return missing;
  const auto name = text_member(reading.body, "name");
  const auto description = text_member(reading.body, "description");
  if (name.fault()) return name.fault();
  if (description.fault()) return description.fault();
  reading.client.name = *name.value();
  reading.client.description = description.value().value_or("");
  return std::nullopt;
}

/// A `reported` world has scopes of its own: the report's `integration:manage` is none of the vendor's.
bool may_be_scope(const World& world, const std::string& scope) {
  return world.dialect == Dialect::reported || is_vendor_scope(scope);
}

/// "Scopes only apply to clients not using the client_credential grant" (vendor_openapi): such a client keeps none.
Fault read_scopes(const Reading& reading) {
  const auto scopes = texts_member(reading.body, "scope");
  if (scopes.fault()) return scopes.fault();
  reading.client.scopes.clear();
  for (const auto& scope : scopes.value().value_or(std::vector<std::string>())) {
    if (!may_be_scope(reading.call.world, scope)) {
      return ApiFault{
          Check::body_is_acceptable, RefusalReason::client_scope_invalid, "a scope of the Platform API", scope, {}};
    }
    reading.client.scopes.emplace_back(scope);
  }
  if (reading.client.scopes.empty() && !is_own_account(reading.client)) {
    return ApiFault{Check::body_is_acceptable, RefusalReason::client_scope_missing, "a scope", "none", {}};
  }
  return std::nullopt;
}

Fault read_roles(const Reading& reading) {
  auto read = read_roles(reading.call, reading.body);
  if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
  auto& given = std::get<GivenRoles>(read);
  if (given.roles.empty() && is_own_account(reading.client)) {
    return ApiFault{Check::body_is_acceptable, RefusalReason::client_roles_missing, "a role", "none", {}};
  }
  if (auto fault = exceeds_caller(reading.call, given.roles)) return fault;
  reading.client.roles = std::move(given.roles);
  reading.client.role_divisions = std::move(given.divisions);
  return std::nullopt;
}

bool is_for_scim_only(const OAuthClient& client) {
  return !client.scopes.empty() && std::ranges::all_of(client.scopes, [](const Scope& scope) {
    return scope.value == "scim" || scope.value == "scim:readonly";
  });
}

/// 5 minutes to 48 hours, and 450 days where all is for SCIM (vendor_openapi, sdk_source).
Fault read_lifetime(const Reading& reading) {
  constexpr long long least = 300;
  const long long most = is_for_scim_only(reading.client) ? 38'880'000 : 172'800;
  const auto seconds = integer_member(reading.body, "accessTokenValiditySeconds");
  if (seconds.fault()) return seconds.fault();
  const auto lifetime = seconds.value().value_or(86'400);
  if (lifetime < least || lifetime > most) {
    return wrong_value("accessTokenValiditySeconds", std::to_string(lifetime), fmt::format("{} to {}", least, most));
  }
  reading.client.access_token_lifetime = std::chrono::seconds(lifetime);
  return std::nullopt;
}

/// A scheme and what follows (RFC 3986 §4.3), without a fragment (RFC 6749 §3.1.2).
bool is_absolute_uri(std::string_view uri) {
  const auto colon = uri.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == uri.size()) return false;
  if (std::isalpha(static_cast<unsigned char>(uri.front())) == 0) return false;
  const auto in_scheme = [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.'; };
  const auto is_visible = [](unsigned char c) { return c > ' ' && c < 0x7F && c != '#'; };
  return std::ranges::all_of(uri.substr(0, colon), in_scheme) && std::ranges::all_of(uri, is_visible);
}

Fault read_redirect_uris(const Reading& reading) {
  const auto uris = texts_member(reading.body, "registeredRedirectUri");
  if (uris.fault()) return uris.fault();
  reading.client.redirect_uris = uris.value().value_or(std::vector<std::string>());
  for (const auto& uri : reading.client.redirect_uris) {
    if (!is_absolute_uri(uri)) return wrong_value("registeredRedirectUri", uri, "absolute URIs without a fragment");
  }
  return std::nullopt;
}

Fault read_state(const Reading& reading) {
  const auto word = text_member(reading.body, "state");
  if (word.fault()) return word.fault();
  if (!word.value()) return std::nullopt;
  for (const auto state : {ClientState::active, ClientState::inactive, ClientState::disabled}) {
    if (*word.value() != to_string(state)) continue;
    reading.client.state = state;
    return std::nullopt;
  }
  return wrong_value("state", *word.value(), "active, disabled, inactive");
}

}  // namespace

std::variant<OAuthClient, ApiFault> read_client(const ApiCall& call, OAuthClient before) {
  const auto document = read_json(call, BodyKind::object);
  if (const auto* fault = std::get_if<ApiFault>(&document)) return *fault;
  const Reading reading{call, std::get<Json>(document), before};
  using Read = Fault (*)(const Reading&);
  constexpr std::array<Read, 7> steps{read_grant_type, read_name,          read_scopes, read_roles,
                                      read_lifetime,   read_redirect_uris, read_state};
  for (const auto& read : steps) {
    if (auto fault = read(reading)) return *std::move(fault);
  }
  // Only now: how long its tokens may live depended on them.
  if (is_own_account(before)) before.scopes.clear();
  return before;
}

}  // namespace gcmock
