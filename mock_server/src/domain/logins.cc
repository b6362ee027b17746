// Goes through every account of the world: worlds are small, and people log in seldom.
#include "domain/logins.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "domain/trusts.h"

namespace gcmock {

namespace {

/// What a request says of who logs in. Empty: nothing.
struct Wanted {
  std::string home;    ///< short name of the org of the account
  std::string email;   ///< of the account
  std::string target;  ///< id of the org to act in
};

/// "email", "orgName" or "email:orgName" (source: vendor_doc, additional parameters). Only an email has an '@'.
Wanted wanted_by(const AuthorizationRequest& request) {
  Wanted wanted{.home = {}, .email = {}, .target = request.target};
  const std::string& hint = request.login_hint;
  const auto colon = hint.rfind(':');
  const bool has_email = hint.substr(0, colon).find('@') != std::string::npos;
  if (has_email) wanted.email = hint.substr(0, colon);
  if (!has_email) wanted.home = hint;
  if (has_email && colon != std::string::npos) wanted.home = hint.substr(colon + 1);
  if (!request.org.empty()) wanted.home = request.org;
  return wanted;
}

bool is_trusted_in(const Org& target, const Org& home, const UserName& user) {
  const Trust* const trust = find_trust(target, home.name);
  return trust != nullptr && is_trusted(*trust, home, user);
}

/// Those of `home` that act in `target`, or at home where there is none. A user who was named is listed even where
/// nobody trusts him: policy says then what he lacks.
void add_logins(std::vector<Login>& logins, const Org& home, const Org* target, const Wanted& wanted) {
  const bool is_named = !wanted.home.empty() || !wanted.email.empty();
  for (const auto& [name, user] : home.users) {
    if (!wanted.email.empty() && user.email != wanted.email) continue;
    if (target == nullptr || target == &home) {
      logins.push_back({.org = home.name, .user = name, .home = std::nullopt});
    } else if (is_named || is_trusted_in(*target, home, name)) {
      logins.push_back({.org = target->name, .user = name, .home = home.name});
    }
  }
}

bool knows(const Org& org, const ClientId& client) {
  return org.clients.contains(client) || org.authorizations.contains(client);
}

}  // namespace

std::string key_of(const Login& login) {
  return login.org.value + "/" + (login.home ? login.home->value : "") + "/" + login.user.value;
}

const User* find_user(const World& world, const Login& login) {
  const Org* const org = find_org(world, login.home.value_or(login.org));
  if (org == nullptr) return nullptr;
  const auto found = org->users.find(login.user);
  return found == org->users.end() ? nullptr : &found->second;
}

PossibleLogins possible_logins(const World& world, const AuthorizationRequest& request) {
  const Wanted wanted = wanted_by(request);
  PossibleLogins possible;
  const Org* const target = wanted.target.empty() ? nullptr : find_org(world, OrgId(wanted.target));
  if (!wanted.target.empty() && target == nullptr) possible.unknown_org = wanted.target;
  if (!wanted.home.empty() && find_org(world, OrgName(wanted.home)) == nullptr) possible.unknown_org = wanted.home;
  if (!possible.unknown_org.empty()) return possible;
  for (const auto& [name, home] : world.orgs) {
    if (wanted.home.empty() || wanted.home == name.value) add_logins(possible.logins, home, target, wanted);
  }
  const auto unlikeliness = [&](const Login& login) {
    return std::tuple(!knows(world.orgs.at(login.org), request.client),
                      find_user(world, login)->status != UserStatus::active);
  };
  std::ranges::stable_sort(possible.logins, std::less{}, unlikeliness);
  return possible;
}

}  // namespace gcmock
