// What is read of an authorization request, from the query or from the consent page's form.
#include "wire/authorization_request_parser.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ParsedAuthorization by_query(const std::string& query) {
  HttpRequest request;
  request.method = "GET";
  request.target = "/oauth/authorize?" + query;
  return parse_authorization(request);
}

ParsedAuthorization by_form(const std::string& body) {
  HttpRequest request;
  request.method = "POST";
  request.target = "/oauth/consent";
  request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = body;
  return parse_authorization(request);
}

TEST(AuthorizationRequestParser, ReadsEveryParameterThatTheVendorKnows) {
  const auto request =
      by_query(
          "response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fa%2Fcb%3Fx%3D1&state=s%26t&scope=a+b"
          "&code_challenge=c&code_challenge_method=S256&org=acme&provider=okta&target=id-1"
          "&login_hint=ada%40x%3Aacme&prompt=login&unknown=1")
          .request;

  EXPECT_EQ(request.client, ClientId("app"));
  EXPECT_EQ(request.redirect_uri, "https://a/cb?x=1");
  EXPECT_EQ(request.response_type, "code");
  EXPECT_EQ(request.state, "s&t");
  EXPECT_THAT(request.scope, ElementsAre(Scope("a"), Scope("b")));
  EXPECT_EQ(request.code_challenge, "c");
  EXPECT_EQ(request.code_challenge_method, "S256");
  EXPECT_EQ(request.org, "acme");
  EXPECT_EQ(request.provider, "okta");
  EXPECT_EQ(request.target, "id-1");
  EXPECT_EQ(request.login_hint, "ada@x:acme");
  EXPECT_EQ(request.fault, "");
}

TEST(AuthorizationRequestParser, TrustsNothingThatIsSaidTwice) {
  const auto request = by_query("client_id=a&client_id=b&redirect_uri=u&redirect_uri=v&sekrit=1&sekrit=2").request;

  EXPECT_TRUE(request.client.empty());
  EXPECT_EQ(request.redirect_uri, "");
  EXPECT_THAT(request.fault, HasSubstr("repeated"));
  EXPECT_THAT(by_query("sekrit=1&sekrit=2").request.fault, Not(HasSubstr("sekrit")));
}

TEST(AuthorizationRequestParser, SaysOfAQueryThatItIsNoForm) {
  EXPECT_THAT(by_query("client_id=%").request.fault, HasSubstr("query"));
}

TEST(AuthorizationRequestParser, ReadsTheDecisionAndTheLoginFromTheFormAlone) {
  const auto form = by_form("client_id=app&decision=deny&login=acme%2F%2Fada");

  EXPECT_EQ(form.request.decision, Decision::deny);
  EXPECT_EQ(form.request.login, "acme//ada");
  EXPECT_FALSE(by_query("client_id=app&decision=approve").request.decision);
  EXPECT_THAT(by_form("client_id=app").request.fault, HasSubstr("decision"));
}

TEST(LogoutParser, ReadsWhereTo) {
  HttpRequest request;
  request.target = "/logout?client_id=app&redirect_uri=https%3A%2F%2Fa%2F";

  EXPECT_EQ(parse_logout(request).client, ClientId("app"));
  EXPECT_EQ(parse_logout(request).redirect_uri, "https://a/");
}

}  // namespace
}  // namespace gcmock
