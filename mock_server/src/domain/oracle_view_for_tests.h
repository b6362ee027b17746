// How the oracle reads a world: see oracle_for_tests.h.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "gcmock/domain/time.h"
#include "gcmock/domain/token_request.h"
#include "gcmock/domain/world.h"

namespace gcmock::tests {

/// What the oracle knows of a token, code or assertion.
struct OracleNote {
  OrgName org;
  ClientId client;
  std::optional<UserName> user;
  std::optional<OrgName> home;
  std::vector<Scope> scopes;
  std::string family;
  std::optional<Instant> expires_at;
  bool revoked = false, spent = false, spent_long_ago = false;
  Instant spent_at, used_at;
  std::string redirect_uri, challenge;
  int number = 0;  // in the order in which they were noted
};

/// One of the same grant.
inline OracleNote like(const OracleNote& parent) {
  OracleNote child;
  child.org = parent.org;
  child.client = parent.client;
  child.user = parent.user;
  child.home = parent.home;
  child.scopes = parent.scopes;
  child.family = parent.family;
  return child;
}

class OracleView {
 protected:
  explicit OracleView(const World& world) : world_(world) {}

  bool registered_somewhere(const ClientId& id) const {
    for (const auto& [name, org] : world_.orgs) {
      if (org.clients.contains(id)) return true;
    }
    return false;
  }
  bool known_in(const Org& org, const ClientId& id) const {
    return org.clients.contains(id) || (org.authorizations.contains(id) && registered_somewhere(id));
  }
  static bool lacks_authorization(const Org& org, const ClientId& id) {
    return !org.clients.contains(id) && org.authorizations.at(id).state != AuthorizationState::authorized;
  }
  const OAuthClient& registration(const Org& org, const ClientId& id) const {
    if (org.clients.contains(id)) return org.clients.at(id);
    for (const auto& [name, other] : world_.orgs) {
      if (other.clients.contains(id)) return other.clients.at(id);
    }
    throw std::logic_error("not registered");
  }
  static const std::vector<Scope>& granted_scopes(const Org& org, const ClientId& id) {
    return org.clients.contains(id) ? org.clients.at(id).scopes : org.authorizations.at(id).scopes;
  }
  static const std::vector<RoleName>& assigned_roles(const Org& org, const ClientId& id) {
    return org.clients.contains(id) ? org.clients.at(id).roles : org.authorizations.at(id).roles;
  }

  static bool proves_itself(const ClientAuthentication& who, const OAuthClient& client) {
    return who.secret.value_or("") == client.secret;
  }
  bool proves_itself_somewhere(const ClientAuthentication& who) const {
    for (const auto& [name, org] : world_.orgs) {
      if (org.clients.contains(who.id) && proves_itself(who, org.clients.at(who.id))) return true;
    }
    return false;
  }
  static RefusalReason secret_refusal(const ClientAuthentication& who) {
    return who.secret.value_or("").empty() ? RefusalReason::client_secret_missing : RefusalReason::client_secret_wrong;
  }
  const Org& org_of_credentials(const ClientAuthentication& who) const {
    const Org* first = nullptr;
    for (const auto& [name, org] : world_.orgs) {
      if (!org.clients.contains(who.id)) continue;
      if (who.secret && *who.secret == org.clients.at(who.id).secret) return org;
      if (!first) first = &org;
    }
    return *first;
  }

  static bool may_use(const OAuthClient& client, GrantType grant) {
    return std::count(client.authorized_grant_types.begin(), client.authorized_grant_types.end(), grant) > 0;
  }
  static bool user_is_away(const Org& org, const std::optional<UserName>& user) {
    return user && (!org.users.contains(*user) || org.users.at(*user).status != UserStatus::active);
  }
  /// By every way to write a permission that covers `one`: "a:b:c", "a:b:*", "a:*:c", "a:*:*".
  static bool is_covered(const Permission& one, const std::set<Permission>& held) {
    const std::string domain = one.value.substr(0, one.value.find(':'));
    const std::string action = one.value.substr(one.value.rfind(':') + 1);
    const std::string entity = one.value.substr(domain.size(), one.value.size() - domain.size() - action.size());
    for (const std::string& written : {one.value, domain + entity + "*", domain + ":*:" + action, domain + ":*:*"}) {
      if (held.contains(Permission(written))) return true;
    }
    return false;
  }
  template <class Some, class Others>
  static bool all_in(const Some& some, const Others& others) {
    for (const auto& one : some) {
      if (std::count(others.begin(), others.end(), one) == 0) return false;
    }
    return true;
  }
  template <class Some, class Others>
  static bool any_in(const Some& some, const Others& others) {
    for (const auto& one : some) {
      if (others.contains(one)) return true;
    }
    return false;
  }

  const World& world_;
};

}  // namespace gcmock::tests
