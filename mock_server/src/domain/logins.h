// Who can log in at the authorization endpoint, and in which org he acts then.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "domain/authorization_request.h"
#include "gcmock/domain/world.h"

namespace gcmock {

/// A user, and the org that his token will belong to (source: vendor_doc, blog of 2018-10-25: it is the one that the
/// user logged in to or selected).
struct Login {
  OrgName org;
  UserName user;
  std::optional<OrgName> home;  ///< org of a user who acts in `org` by trust; none: he is of `org`

  bool operator==(const Login&) const = default;
};

/// Names the login in the consent page's form: "secondary//alice", "secondary/partner/alice".
std::string key_of(const Login& login);

/// His account; null where there is none.
const User* find_user(const World& world, const Login& login);

/// Those whom the request may be about, the likeliest first.
struct PossibleLogins {
  std::string unknown_org;  ///< name or id of an org that the request asks for and the world has not; then nobody is
  std::vector<Login> logins;
};

/// `target` says the org to act in; `org`, or else the hint, the org of the account; the hint its email. What is not
/// said may be anyone. First come active users, of orgs that know the client; then by org and user name. That order is
/// ours (assumed): the vendor shows a login page.
PossibleLogins possible_logins(const World& world, const AuthorizationRequest& request);

}  // namespace gcmock
