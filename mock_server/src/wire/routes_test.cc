// Which operation a request is for.
#include "wire/routes.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Route route(std::string_view method, std::string_view path, Dialect dialect = Dialect::genesys) {
  return find_route(method, path, {dialect, "", ""});
}

TEST(Routes, KnowTheOperationsOfTheVendor) {
  const struct {
    std::string_view method, path;
    Endpoint endpoint;
  } known[] = {
      {"POST", "/oauth/token", Endpoint::token},
      {"GET", "/api/v2/oauth/clients", Endpoint::oauth_clients},
      {"GET", "/api/v2/oauth/clients/abc", Endpoint::oauth_client},
      {"GET", "/api/v2/users/me", Endpoint::users_me},
      {"GET", "/api/v2/organizations/me", Endpoint::organizations_me},
      {"GET", "/api/v2/tokens/me", Endpoint::tokens_me},
      {"HEAD", "/api/v2/tokens/me", Endpoint::tokens_me},
      {"DELETE", "/api/v2/tokens/me", Endpoint::tokens_me},
  };

  for (const auto& [method, path, endpoint] : known) {
    EXPECT_EQ(route(method, path).match, RouteMatch::found) << method << " " << path;
    EXPECT_EQ(route(method, path).endpoint, endpoint) << method << " " << path;
  }
}

TEST(Routes, TellTheHostByThePath) {
  EXPECT_EQ(route("POST", "/oauth/token").host, Host::login);
  EXPECT_EQ(route("GET", "/api/v2/users/me").host, Host::api);
  EXPECT_EQ(route("GET", "/favicon.ico").host, Host::login);
}

TEST(Routes, HaveTheReportedTokenEndpointInReportedWorldsOnly) {
  EXPECT_EQ(route("POST", "/api/v2/oauth/token", Dialect::reported).answerer, AnsweredBy::reported_token);
  EXPECT_EQ(route("POST", "/api/v2/oauth/token", Dialect::reported).host, Host::api);
  EXPECT_EQ(route("POST", "/oauth/token", Dialect::reported).answerer, AnsweredBy::oauth_token);
  EXPECT_EQ(route("POST", "/api/v2/oauth/token", Dialect::genesys).match, RouteMatch::path_unknown);
  EXPECT_EQ(route("POST", "/api/v2/oauth/token", Dialect::genesys).endpoint, Endpoint::unknown);
}

TEST(Routes, HaveThePagesOfTheLoginHost) {
  EXPECT_EQ(route("GET", "/oauth/authorize").endpoint, Endpoint::authorize);
  EXPECT_EQ(route("GET", "/oauth/authorize").answerer, AnsweredBy::authorize);
  EXPECT_EQ(route("POST", "/oauth/consent").endpoint, Endpoint::authorize);
  EXPECT_EQ(route("GET", "/logout").endpoint, Endpoint::logout);
  EXPECT_EQ(route("GET", "/.well-known/oauth-authorization-server").endpoint, Endpoint::metadata);
  EXPECT_EQ(route("GET", "/.well-known/openid-configuration").match, RouteMatch::path_unknown);
  EXPECT_EQ(route("POST", "/oauth/authorize").match, RouteMatch::method_not_allowed);
  EXPECT_EQ(route("GET", "/api/v2/oauth/authorize").match, RouteMatch::path_unknown);
  EXPECT_EQ(route("GET", "/api/v2/oauth/authorize", Dialect::reported).endpoint, Endpoint::authorize);
}

TEST(Routes, SayWhichPrefixWasAsked) {
  const RouteOptions options{Dialect::genesys, "/login", "/api-prefix"};

  EXPECT_EQ(find_route("GET", "/login/logout", options).prefix, "/login");
  EXPECT_EQ(find_route("GET", "/logout", options).prefix, "");
}

TEST(Routes, SayWhichMethodsAPathTakes) {
  const auto wrong = route("POST", "/api/v2/tokens/me");

  EXPECT_EQ(wrong.match, RouteMatch::method_not_allowed);
  EXPECT_EQ(wrong.endpoint, Endpoint::tokens_me);
  EXPECT_EQ(wrong.allowed_methods, "GET, HEAD, DELETE");
  EXPECT_EQ(route("GET", "/oauth/token").match, RouteMatch::method_not_allowed);
  EXPECT_EQ(route("HEA", "/api/v2/tokens/me").match, RouteMatch::method_not_allowed);
  EXPECT_EQ(route("post", "/oauth/token").match, RouteMatch::method_not_allowed);
}

TEST(Routes, ReadTheIdOfAPathAsOneSegment) {
  EXPECT_EQ(route("GET", "/api/v2/oauth/clients/a%2Fb").parameters[0], "a%2Fb");
  EXPECT_EQ(route("GET", "/api/v2/oauth/clients/").match, RouteMatch::path_unknown);
  EXPECT_EQ(route("GET", "/api/v2/oauth/clients/a/b").match, RouteMatch::path_unknown);
}

TEST(Routes, AskWhatTheVendorsApiDescriptionAsks) {
  const auto clients = route("GET", "/api/v2/oauth/clients");
  const auto user = route("GET", "/api/v2/users/me");

  EXPECT_THAT(clients.demands->permissions_any, ElementsAre(Permission("oauth:client:view")));
  EXPECT_THAT(clients.demands->scopes_any, ElementsAre(Scope("oauth:readonly"), Scope("oauth")));
  EXPECT_THAT(user.demands->permissions_any, IsEmpty());
  EXPECT_THAT(user.demands->scopes_any, ElementsAre(Scope("user-basic-info")));
  EXPECT_TRUE(user.demands->needs_user);
  EXPECT_EQ(route("POST", "/oauth/token").operation, nullptr);
}

TEST(Routes, StripThePrefixesOfBothHosts) {
  const RouteOptions options{Dialect::reported, "/login", "/gateway/api-host"};

  EXPECT_EQ(find_route("POST", "/login/oauth/token", options).answerer, AnsweredBy::oauth_token);
  EXPECT_EQ(find_route("POST", "/login/api/v2/oauth/token", options).answerer, AnsweredBy::reported_token);
  EXPECT_EQ(find_route("GET", "/gateway/api-host/api/v2/users/me", options).endpoint, Endpoint::users_me);
  EXPECT_EQ(find_route("GET", "/api/v2/users/me", options).endpoint, Endpoint::users_me);
  EXPECT_EQ(find_route("POST", "/loginoauth/token", options).match, RouteMatch::path_unknown);
}

}  // namespace
}  // namespace gcmock
