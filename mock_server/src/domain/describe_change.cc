// Words and places of changes: see gcmock/domain/world_change.h.
#include <fmt/format.h>

#include <ostream>

#include "gcmock/domain/world_change.h"

namespace gcmock {

namespace {

/// One segment of a JSON pointer (RFC 6901 §3).
std::string segment(std::string_view text) {
  std::string escaped = "/";
  for (const char c : text) {
    if (c == '~') {
      escaped += "~0";
    } else if (c == '/') {
      escaped += "~1";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string in(const OrgName& org, std::string_view below) {
  return "/orgs" + segment(org.value) + std::string(below);
}

std::string client_in(const OrgName& org, const ClientId& client, std::string_view below) {
  return in(org, "/clients") + segment(client.value) + std::string(below);
}

template <class Names>
std::string listed(const Names& names) {
  std::string text = "[";
  for (const auto& name : names) text.append(text.size() > 1 ? ", " : "").append(name.value);
  return text + "]";
}

template <class Names>
std::string adjusted(std::string_view what, const Names& given, const Names& taken) {
  std::string text;
  if (!taken.empty()) text = fmt::format("lost {} {}", what, listed(taken));
  if (!given.empty()) text += fmt::format("{}got {} {}", text.empty() ? "" : " and ", what, listed(given));
  return text;
}

struct Describe {
  std::string operator()(const PutClient& put) const {
    return fmt::format("client {} of org {} was registered", put.client.id.value, put.org.value);
  }
  std::string operator()(const EditClient& edit) const {
    return fmt::format("client {} of org {} was edited", edit.client.id.value, edit.org.value);
  }
  std::string operator()(const RemoveClient& remove) const {
    return fmt::format("client {} of org {} was deleted", remove.client.value, remove.org.value);
  }
  std::string operator()(const SetClientState& set) const {
    return fmt::format("client {} of org {} became {}", set.client.value, set.org.value, to_string(set.state));
  }
  std::string operator()(const SetClientSecret& set) const {
    return fmt::format("the secret of client {} of org {} was rotated", set.client.value, set.org.value);
  }
  std::string operator()(const SetClientGrantTypes& set) const {
    return fmt::format("the grant types of client {} of org {} were changed", set.client.value, set.org.value);
  }
  std::string operator()(const SetClientRedirectUris& set) const {
    return fmt::format("the redirect URIs of client {} of org {} were changed", set.client.value, set.org.value);
  }
  std::string operator()(const SetClientScopes& set) const {
    return fmt::format("the scopes of client {} in org {} became {}", set.client.value, set.org.value,
                       listed(set.scopes));
  }
  std::string operator()(const SetClientRoles& set) const {
    return fmt::format("the roles of client {} in org {} became {}", set.client.value, set.org.value,
                       listed(set.roles));
  }
  std::string operator()(const AdjustClientScopes& adjust) const {
    return fmt::format("client {} in org {} {}", adjust.client.value, adjust.org.value,
                       adjusted("scopes", adjust.give, adjust.take));
  }
  std::string operator()(const AdjustClientRoles& adjust) const {
    return fmt::format("client {} in org {} {}", adjust.client.value, adjust.org.value,
                       adjusted("roles", adjust.give, adjust.take));
  }
  std::string operator()(const AdjustUserRoles& adjust) const {
    return fmt::format("user {} of org {} {}", adjust.user.value, adjust.org.value,
                       adjusted("roles", adjust.give, adjust.take));
  }
  std::string operator()(const SetAuthorizationState& set) const {
    return fmt::format("the authorization of client {} in org {} became {}", set.client.value, set.org.value,
                       to_string(set.state));
  }
  std::string operator()(const PutAuthorization& put) const {
    return fmt::format("the authorization of client {} in org {} became {}", put.authorization.client.value,
                       put.org.value, to_string(put.authorization.state));
  }
  std::string operator()(const RemoveAuthorization& remove) const {
    return fmt::format("the authorization of client {} in org {} was removed", remove.client.value, remove.org.value);
  }
  std::string operator()(const SetOrgStatus& set) const {
    return fmt::format("org {} became {}", set.org.value, to_string(set.status));
  }
  std::string operator()(const SetOrgDetails& set) const { return fmt::format("org {} was edited", set.org.value); }
  std::string operator()(const SetIdleTimeout& set) const {
    return set.timeout ? fmt::format("tokens of org {} idle out after {} s", set.org.value, set.timeout->count())
                       : fmt::format("tokens of org {} idle out no more", set.org.value);
  }
  std::string operator()(const SetUserStatus& set) const {
    return fmt::format("user {} of org {} became {}", set.user.value, set.org.value, to_string(set.status));
  }
  std::string operator()(const SetUserRoles& set) const {
    return fmt::format("the roles of user {} of org {} became {}", set.user.value, set.org.value, listed(set.roles));
  }
  std::string operator()(const PutRole& put) const {
    return fmt::format("role {} of org {} became {}", put.role.name.value, put.org.value, listed(put.role.permissions));
  }
  std::string operator()(const RemoveRole& remove) const {
    return fmt::format("role {} of org {} was deleted", remove.role.value, remove.org.value);
  }
  std::string operator()(const SetRoleSettings& set) const {
    return fmt::format("the role settings of org {} were set", set.org.value);
  }
  std::string operator()(const PutDivision& put) const {
    return fmt::format("division {} of org {} was set", put.division.id.value, put.org.value);
  }
  std::string operator()(const PutTrust& put) const {
    return fmt::format("the trust of org {} in org {} became {}", put.org.value, put.trust.trustee.value,
                       put.trust.use == Trust::Use::enabled ? "enabled" : "disabled");
  }
  std::string operator()(const RemoveTrust& remove) const {
    return fmt::format("the trust of org {} in org {} was removed", remove.org.value, remove.trustee.value);
  }
  std::string operator()(const PutPairing& put) const { return fmt::format("org {} offered a pairing", put.org.value); }
  std::string operator()(const PutIntegration& put) const {
    return fmt::format("integration {} of org {} was set", put.integration.id.value, put.org.value);
  }
  std::string operator()(const RemoveIntegration& remove) const {
    return fmt::format("integration {} of org {} was deleted", remove.integration.value, remove.org.value);
  }
  std::string operator()(const SetLimit& set) const {
    return set.limit ? fmt::format("limit {} of org {} became {} in {} s", to_string(set.of), set.org.value,
                                   set.limit->requests, set.limit->window.count())
                     : fmt::format("limit {} of org {} was lifted", to_string(set.of), set.org.value);
  }
  std::string operator()(const RevokeAccessToken&) const { return "the access token was revoked"; }
  std::string operator()(const RevokeToken& revoke) const { return fmt::format("{} was revoked", revoke.label); }
  std::string operator()(const RevokeFamily& revoke) const {
    return fmt::format("all that descends from the grant of {} was revoked", revoke.label);
  }
  std::string operator()(const RevokeTokensOfUser& revoke) const {
    return fmt::format("the tokens of user {} of org {} were revoked", revoke.user.value, revoke.org.value);
  }
  std::string operator()(const RevokeTokensOfClient& revoke) const {
    return fmt::format("the tokens of client {} in org {} were revoked", revoke.client.value, revoke.org.value);
  }
  std::string operator()(const ExpireToken& expire) const { return fmt::format("{} expired", expire.label); }
};

struct Place {
  std::string operator()(const PutClient& put) const { return client_in(put.org, put.client.id, ""); }
  std::string operator()(const EditClient&) const { return {}; }
  std::string operator()(const RemoveClient& remove) const { return client_in(remove.org, remove.client, ""); }
  std::string operator()(const SetClientState& set) const { return client_in(set.org, set.client, "/state"); }
  std::string operator()(const SetClientSecret& set) const { return client_in(set.org, set.client, "/secret"); }
  std::string operator()(const SetClientGrantTypes& set) const {
    return client_in(set.org, set.client, "/authorized_grant_types");
  }
  std::string operator()(const SetClientRedirectUris& set) const {
    return client_in(set.org, set.client, "/redirect_uris");
  }
  std::string operator()(const SetClientScopes& set) const { return client_in(set.org, set.client, "/scopes"); }
  std::string operator()(const SetClientRoles& set) const { return client_in(set.org, set.client, "/roles"); }
  std::string operator()(const AdjustClientScopes& adjust) const {
    return client_in(adjust.org, adjust.client, "/scopes");
  }
  std::string operator()(const AdjustClientRoles& adjust) const {
    return client_in(adjust.org, adjust.client, "/roles");
  }
  std::string operator()(const AdjustUserRoles& adjust) const {
    return in(adjust.org, "/users") + segment(adjust.user.value) + "/roles";
  }
  std::string operator()(const SetAuthorizationState& set) const {
    return in(set.org, "/authorizations") + segment(set.client.value) + "/state";
  }
  std::string operator()(const PutAuthorization& put) const {
    return in(put.org, "/authorizations") + segment(put.authorization.client.value);
  }
  std::string operator()(const RemoveAuthorization& remove) const {
    return in(remove.org, "/authorizations") + segment(remove.client.value);
  }
  std::string operator()(const SetOrgStatus& set) const { return in(set.org, "/status"); }
  std::string operator()(const SetOrgDetails& set) const { return in(set.org, "/name"); }
  std::string operator()(const SetIdleTimeout& set) const { return in(set.org, "/idle_timeout"); }
  std::string operator()(const SetUserStatus& set) const {
    return in(set.org, "/users") + segment(set.user.value) + "/status";
  }
  std::string operator()(const SetUserRoles& set) const {
    return in(set.org, "/users") + segment(set.user.value) + "/roles";
  }
  std::string operator()(const PutRole& put) const { return in(put.org, "/roles") + segment(put.role.name.value); }
  std::string operator()(const RemoveRole& remove) const {
    return in(remove.org, "/roles") + segment(remove.role.value);
  }
  std::string operator()(const SetRoleSettings& set) const { return in(set.org, "/role_settings"); }
  std::string operator()(const PutDivision& put) const {
    return in(put.org, "/divisions") + segment(put.division.id.value);
  }
  std::string operator()(const PutTrust& put) const {
    return in(put.org, "/trusts") + segment(put.trust.trustee.value);
  }
  std::string operator()(const RemoveTrust& remove) const {
    return in(remove.org, "/trusts") + segment(remove.trustee.value);
  }
  std::string operator()(const PutPairing&) const { return {}; }
  std::string operator()(const PutIntegration& put) const {
    return in(put.org, "/integrations") + segment(put.integration.id.value);
  }
  std::string operator()(const RemoveIntegration& remove) const {
    return in(remove.org, "/integrations") + segment(remove.integration.value);
  }
  std::string operator()(const SetLimit& set) const { return in(set.org, "/limits") + segment(to_string(set.of)); }
  std::string operator()(const RevokeAccessToken&) const { return {}; }
  std::string operator()(const RevokeToken&) const { return {}; }
  std::string operator()(const RevokeFamily&) const { return {}; }
  std::string operator()(const RevokeTokensOfUser&) const { return {}; }
  std::string operator()(const RevokeTokensOfClient&) const { return {}; }
  std::string operator()(const ExpireToken&) const { return {}; }
};

}  // namespace

std::string describe(const WorldChange& change) {
  return std::visit(Describe{}, change);
}

std::string place(const WorldChange& change) {
  return std::visit(Place{}, change);
}

std::ostream& operator<<(std::ostream& out, const ChangeMade& change) {
  return out << change.what;
}

}  // namespace gcmock
