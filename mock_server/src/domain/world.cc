// Looks things up in a world, and words its states.
#include "gcmock/domain/world.h"

namespace gcmock {

namespace {

std::optional<RateLimit> Org::*member_of(LimitOf of) {
  switch (of) {
    case LimitOf::token_requests:
      return &Org::token_requests;
    case LimitOf::api_requests:
      return &Org::api_requests;
    case LimitOf::api_requests_per_token:
      return &Org::api_requests_per_token;
    case LimitOf::api_requests_per_user:
      return &Org::api_requests_per_user;
    case LimitOf::api_requests_per_client:
      return &Org::api_requests_per_client;
  }
  return &Org::api_requests;
}

}  // namespace

const std::vector<Scope>& ClientInOrg::scopes() const {
  return authorization != nullptr ? authorization->scopes : registration->scopes;
}

const std::vector<RoleName>& ClientInOrg::roles() const {
  return authorization != nullptr ? authorization->roles : registration->roles;
}

const Org* find_org(const World& world, const OrgName& org) {
  const auto found = world.orgs.find(org);
  return found == world.orgs.end() ? nullptr : &found->second;
}

const std::optional<RateLimit>& limit_in(const Org& org, LimitOf of) {
  return org.*member_of(of);
}

std::optional<RateLimit>& limit_in(Org& org, LimitOf of) {
  return org.*member_of(of);
}

std::vector<const Org*> orgs_that_registered(const World& world, const ClientId& client) {
  std::vector<const Org*> orgs;
  for (const auto& [name, org] : world.orgs) {
    if (org.clients.contains(client)) orgs.push_back(&org);
  }
  return orgs;
}

Division home_division(const Org& org) {
  for (const auto& [id, division] : org.divisions) {
    if (division.is_home) return division;
  }
  Division home;
  home.id = DivisionId(org.id.value);
  home.name = "Home";
  home.is_home = true;
  return home;
}

std::optional<ClientInOrg> find_client(const World& world, const OrgName& org, const ClientId& client) {
  const Org* const asked = find_org(world, org);
  if (asked == nullptr) return std::nullopt;
  if (const auto own = asked->clients.find(client); own != asked->clients.end()) {
    return ClientInOrg{.registration = &own->second, .authorization = nullptr, .registered_in = asked};
  }
  const auto authorized = asked->authorizations.find(client);
  if (authorized == asked->authorizations.end()) return std::nullopt;
  for (const auto& [name, home] : world.orgs) {
    const auto registered = home.clients.find(client);
    if (registered == home.clients.end()) continue;
    return ClientInOrg{
        .registration = &registered->second, .authorization = &authorized->second, .registered_in = &home};
  }
  return std::nullopt;
}

std::string_view to_string(Dialect value) {
  switch (value) {
    case Dialect::genesys:
      return "genesys";
    case Dialect::reported:
      return "reported";
  }
  return "?";
}

std::string_view to_string(OrgStatus value) {
  switch (value) {
    case OrgStatus::active:
      return "active";
    case OrgStatus::inactive:
      return "inactive";
    case OrgStatus::deleted:
      return "deleted";
  }
  return "?";
}

std::string_view to_string(UserStatus value) {
  switch (value) {
    case UserStatus::active:
      return "active";
    case UserStatus::inactive:
      return "inactive";
  }
  return "?";
}

std::string_view to_string(ClientState value) {
  switch (value) {
    case ClientState::active:
      return "active";
    case ClientState::inactive:
      return "inactive";
    case ClientState::disabled:
      return "disabled";
  }
  return "?";
}

std::string_view to_string(AuthorizationState value) {
  switch (value) {
    case AuthorizationState::unauthorized:
      return "unauthorized";
    case AuthorizationState::requested:
      return "requested";
    case AuthorizationState::authorized:
      return "authorized";
    case AuthorizationState::revoked:
      return "revoked";
  }
  return "?";
}

std::string_view to_string(Rotation value) {
  switch (value) {
    case Rotation::rotate:
      return "rotate";
    case Rotation::same_token:
      return "same_token";
    case Rotation::none_returned:
      return "none_returned";
  }
  return "?";
}

std::string_view to_string(ReuseDetection value) {
  switch (value) {
    case ReuseDetection::off:
      return "off";
    case ReuseDetection::revoke_family:
      return "revoke_family";
  }
  return "?";
}

std::string_view to_string(InitialLife value) {
  switch (value) {
    case InitialLife::live:
      return "live";
    case InitialLife::spent:
      return "spent";
    case InitialLife::revoked:
      return "revoked";
  }
  return "?";
}

std::string_view to_string(LimitOf value) {
  switch (value) {
    case LimitOf::token_requests:
      return "token_requests";
    case LimitOf::api_requests:
      return "api_requests";
    case LimitOf::api_requests_per_token:
      return "api_requests_per_token";
    case LimitOf::api_requests_per_user:
      return "api_requests_per_user";
    case LimitOf::api_requests_per_client:
      return "api_requests_per_client";
  }
  return "?";
}

}  // namespace gcmock
