// The pages that a person sees: what they list, and that nothing of a request gets into them as markup.
#include "wire/login_pages.h"

#include <gmock/gmock.h>

#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;
using testing::HasSubstr;
using testing::Not;

AuthorizationRequest some_request() {
  AuthorizationRequest request;
  request.client = app;
  request.redirect_uri = callback;
  request.response_type = "code";
  request.state = "\"><script>alert('1')</script>";
  request.code_challenge = challenge;
  request.code_challenge_method = "S256";
  return request;
}

ConsentNeeded both_orgs() {
  return {{{secondary, alice, std::nullopt}, {primary, alice, std::nullopt}}};
}

TEST(ConsentPage, ListsWhoCanLogInWhereAndChoosesTheLikeliest) {
  const auto page = consent_page(two_orgs(), some_request(), both_orgs(), "c-1");

  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr(R"(name="login" value="secondary//alice" checked>)"));
  EXPECT_THAT(page.body, HasSubstr(R"(name="login" value="primary//alice">)"));
  EXPECT_THAT(page.body, HasSubstr(R"(<button name="decision" value="approve">)"));
  EXPECT_THAT(page.body, HasSubstr(R"(<button name="decision" value="deny">)"));
}

TEST(ConsentPage, SaysTheRequestAgainInItsForm) {
  const auto page = consent_page(two_orgs(), some_request(), both_orgs(), "c-1");

  EXPECT_THAT(page.body, HasSubstr(R"(<form method="post" action="consent">)"));
  EXPECT_THAT(page.body, HasSubstr(R"(name="redirect_uri" value="https://app.example.com/callback")"));
  EXPECT_THAT(page.body, HasSubstr("name=\"code_challenge\" value=\"" + challenge + "\""));
}

TEST(ConsentPage, HasNoCredentialAndNoMarkupOfTheRequest) {
  const auto page = consent_page(two_orgs(), some_request(), both_orgs(), "c-1");

  EXPECT_THAT(page.body, Not(HasSubstr("<script>")));
  EXPECT_THAT(page.body, HasSubstr("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)"));
  EXPECT_THAT(page.body, Not(HasSubstr(secret_of(app, primary))));
}

TEST(ErrorPage, SaysWhyThereIsNoWayBack) {
  const auto page = error_page(400, "No <way>.", "c-1");

  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("No &lt;way&gt;."));
  EXPECT_THAT(page.headers, testing::Contains(testing::Pair("Content-Type", "text/html; charset=utf-8")));
}

}  // namespace
}  // namespace gcmock
