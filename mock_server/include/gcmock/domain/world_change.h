// Changes of a world while it is served: what an administrator does, through the API or behind the client's back. Each
// is a small value that replaces, adds or removes one thing; what it was before does not matter.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/domain/names.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// Registers a client in an org, or replaces the registration that is there.
struct PutClient {
  OrgName org;
  OAuthClient client;
  bool operator==(const PutClient&) const = default;
};
/// Replaces a registration by one of the same id. Changes that say what of it is different come with this one: it has
/// no place of its own.
struct EditClient {
  OrgName org;
  OAuthClient client;
  bool operator==(const EditClient&) const = default;
};
/// Its tokens are dead from now on.
struct RemoveClient {
  OrgName org;
  ClientId client;
  bool operator==(const RemoveClient&) const = default;
};
struct SetClientState {
  OrgName org;  ///< that registered it
  ClientId client;
  ClientState state = ClientState::active;
  bool operator==(const SetClientState&) const = default;
};
/// The secret before is wrong at once.
struct SetClientSecret {
  OrgName org;  ///< that registered it
  ClientId client;
  std::string secret;  ///< never printed
  bool operator==(const SetClientSecret&) const = default;
};
struct SetClientGrantTypes {
  OrgName org;  ///< that registered it
  ClientId client;
  std::vector<GrantType> grant_types;
  bool operator==(const SetClientGrantTypes&) const = default;
};
struct SetClientRedirectUris {
  OrgName org;  ///< that registered it
  ClientId client;
  std::vector<std::string> redirect_uris;
  bool operator==(const SetClientRedirectUris&) const = default;
};
/// Scopes that the org grants the client: by its registration there, or by its authorization.
struct SetClientScopes {
  OrgName org;
  ClientId client;
  std::vector<Scope> scopes;
  bool operator==(const SetClientScopes&) const = default;
};
/// Roles that the client has in the org, likewise.
struct SetClientRoles {
  OrgName org;
  ClientId client;
  std::vector<RoleName> roles;
  RoleDivisions role_divisions = {};
  bool operator==(const SetClientRoles&) const = default;
};
/// Gives and takes scopes of what the org grants the client, whatever else it grants.
struct AdjustClientScopes {
  OrgName org;
  ClientId client;
  std::vector<Scope> give, take;
  bool operator==(const AdjustClientScopes&) const = default;
};
/// The same of roles.
struct AdjustClientRoles {
  OrgName org;
  ClientId client;
  std::vector<RoleName> give, take;
  bool operator==(const AdjustClientRoles&) const = default;
};
struct AdjustUserRoles {
  OrgName org;
  UserName user;
  std::vector<RoleName> give, take;
  bool operator==(const AdjustUserRoles&) const = default;
};
/// State of another org's client's authorization in this org.
struct SetAuthorizationState {
  OrgName org;
  ClientId client;
  AuthorizationState state = AuthorizationState::authorized;
  bool operator==(const SetAuthorizationState&) const = default;
};
struct PutAuthorization {
  OrgName org;
  ClientAuthorization authorization;
  bool operator==(const PutAuthorization&) const = default;
};
struct RemoveAuthorization {
  OrgName org;
  ClientId client;
  bool operator==(const RemoveAuthorization&) const = default;
};
struct SetOrgStatus {
  OrgName org;
  OrgStatus status = OrgStatus::active;
  bool operator==(const SetOrgStatus&) const = default;
};
struct SetOrgDetails {
  OrgName org;
  OrgDetails details;
  bool operator==(const SetOrgDetails&) const = default;
};
struct SetIdleTimeout {
  OrgName org;
  std::optional<std::chrono::seconds> timeout;  ///< none: tokens do not idle out
  bool operator==(const SetIdleTimeout&) const = default;
};
struct SetUserStatus {
  OrgName org;
  UserName user;
  UserStatus status = UserStatus::active;
  bool operator==(const SetUserStatus&) const = default;
};
struct SetUserRoles {
  OrgName org;
  UserName user;
  std::vector<RoleName> roles;
  RoleDivisions role_divisions = {};
  bool operator==(const SetUserRoles&) const = default;
};
struct PutRole {
  OrgName org;
  Role role;
  bool operator==(const PutRole&) const = default;
};
/// Whoever had it has it no more.
struct RemoveRole {
  OrgName org;
  RoleName role;
  bool operator==(const RemoveRole&) const = default;
};
struct SetRoleSettings {
  OrgName org;
  RoleSettings settings;
  bool operator==(const SetRoleSettings&) const = default;
};
struct PutDivision {
  OrgName org;
  Division division;
  bool operator==(const PutDivision&) const = default;
};
/// What differs from the trust that is there goes to the trustor's audits.
struct PutTrust {
  OrgName org;  ///< the trustor
  Trust trust;
  std::optional<UserOfOrg> by = {};  ///< for the audit
  bool operator==(const PutTrust&) const = default;
};
struct RemoveTrust {
  OrgName org;  ///< the trustor
  OrgName trustee;
  std::optional<UserOfOrg> by = {};  ///< for the audit
  bool operator==(const RemoveTrust&) const = default;
};
struct PutPairing {
  OrgName org;  ///< the trustee, which made it
  Pairing pairing;
  bool operator==(const PutPairing&) const = default;
};
struct PutIntegration {
  OrgName org;
  Integration integration;
  bool operator==(const PutIntegration&) const = default;
};
struct RemoveIntegration {
  OrgName org;
  IntegrationId integration;
  bool operator==(const RemoveIntegration&) const = default;
};
struct SetLimit {
  OrgName org;
  LimitOf of = LimitOf::token_requests;
  std::optional<RateLimit> limit;  ///< none: unlimited
  bool operator==(const SetLimit&) const = default;
};

// Of the ledger: what was issued is good no more.

struct RevokeAccessToken {
  std::string value;  ///< never printed
  bool operator==(const RevokeAccessToken&) const = default;
};
/// This token or code, by its label: "secondary/refresh-main".
struct RevokeToken {
  std::string label;
  bool operator==(const RevokeToken&) const = default;
};
/// All that descends from the grant that this token came of.
struct RevokeFamily {
  std::string label;
  bool operator==(const RevokeFamily&) const = default;
};
struct RevokeTokensOfUser {
  OrgName org;
  UserName user;
  bool operator==(const RevokeTokensOfUser&) const = default;
};
struct RevokeTokensOfClient {
  OrgName org;
  ClientId client;
  bool operator==(const RevokeTokensOfClient&) const = default;
};
/// Its lifetime is over now.
struct ExpireToken {
  std::string label;
  bool operator==(const ExpireToken&) const = default;
};

using WorldChange = std::variant<PutClient, EditClient, RemoveClient, SetClientState, SetClientSecret, SetClientGrantTypes, SetClientRedirectUris, SetClientScopes, SetClientRoles, AdjustClientScopes, AdjustClientRoles, AdjustUserRoles, SetAuthorizationState, PutAuthorization, RemoveAuthorization, SetOrgStatus, SetOrgDetails, SetIdleTimeout, SetUserStatus, SetUserRoles, PutRole, RemoveRole, SetRoleSettings, PutDivision, PutTrust, RemoveTrust, PutPairing, PutIntegration, RemoveIntegration, SetLimit, RevokeAccessToken, RevokeToken, RevokeFamily, RevokeTokensOfUser, RevokeTokensOfClient, ExpireToken>;

/// What changed, for people: "client app of org acme was deleted". Never a credential.
std::string describe(const WorldChange& change);

/// JSON pointer into the world of what it changed, "/orgs/acme/clients/app/state"; empty for changes of the ledger, and
/// for EditClient.
std::string place(const WorldChange& change);

/// A change as the journal has it.
struct ChangeMade {
  std::string place;  ///< as place() has it
  std::string what;   ///< as describe() has it
  bool operator==(const ChangeMade&) const = default;
};

std::ostream& operator<<(std::ostream& out, const ChangeMade& change);

}  // namespace gcmock
