// For tests: a premium app in two orgs, and a refresh of it as a client sends it.
#pragma once

#include <string>
#include <string_view>

#include "gcmock/domain/world.h"

namespace gcmock {

inline Org org_with_app(const std::string& name, const OAuthClient& app) {
  User user;
  user.name = UserName{"agent"};
  user.id = UserId{"22222222-2222-4222-8222-" + std::string(12, name.front() == 'p' ? '1' : '2')};
  user.display_name = "Agent of " + name;

  InitialToken refresh_token;
  refresh_token.name = "initial";
  refresh_token.value = name + "-refresh-token";
  refresh_token.client = app.id;
  refresh_token.user = user.name;
  refresh_token.scopes = app.scopes;

  Org org;
  org.name = OrgName{name};
  org.id = OrgId{"11111111-1111-4111-8111-" + std::string(12, name.front() == 'p' ? '1' : '2')};
  org.details.display_name = name;
  org.users.emplace(user.name, user);
  org.clients.emplace(app.id, app);
  org.refresh_tokens = {refresh_token};
  return org;
}

/// Orgs `primary` and `secondary`, each with client `app`, its refresh token "<org>-refresh-token" and a user.
inline World two_orgs(Dialect dialect) {
  OAuthClient app;
  app.id = ClientId{"app"};
  app.secret = "app-secret";
  app.authorized_grant_types = {GrantType::refresh_token};
  app.scopes = {Scope{"user-basic-info"}};

  World world;
  world.dialect = dialect;
  world.scopes_judged_at = world.roles_judged_at =
      dialect == Dialect::reported ? JudgedAt::token_request : JudgedAt::api_request;
  for (const char* name : {"primary", "secondary"}) world.orgs.emplace(OrgName{name}, org_with_app(name, app));
  return world;
}

inline Org& org_in(World& world, const char* name) {
  return world.orgs.at(OrgName{name});
}

/// "app:app-secret"
constexpr std::string_view app_authorization = "Basic YXBwOmFwcC1zZWNyZXQ=";

inline std::string refresh_body(const std::string& refresh_token) {
  return "grant_type=refresh_token&refresh_token=" + refresh_token;
}

}  // namespace gcmock
