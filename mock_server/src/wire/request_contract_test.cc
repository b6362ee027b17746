// What a client may be told about the requests that it sends.
#include "wire/request_contract.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

HttpRequest request(const std::string& method, const std::string& target, const std::string& body = "",
                    const std::string& content_type = "application/json") {
  HttpRequest made;
  made.method = method;
  made.target = target;
  made.body = body;
  if (!body.empty() && !content_type.empty()) made.headers = {{"content-type", content_type}};
  return made;
}

std::vector<std::string> findings(const HttpRequest& sent) {
  return contract_findings(sent, find_route(sent.method, sent.path(), {}));
}

TEST(RequestContract, FindsNothingWhereTheRequestIsDeclared) {
  EXPECT_THAT(findings(request("GET", "/api/v2/users/me?expand=organization&expand=token")), IsEmpty());
  EXPECT_THAT(findings(request("POST", "/api/v2/oauth/clients", R"({"name":"a","authorizedGrantType":"CODE"})",
                               "Application/JSON ; charset=utf-8")),
              IsEmpty());
  EXPECT_THAT(findings(request("PUT", "/api/v2/tokens/timeout")), IsEmpty()) << "its body is optional";
}

TEST(RequestContract, FindsUndeclaredQueryParametersOnceEach) {
  EXPECT_THAT(findings(request("GET", "/api/v2/oauth/clients?pageSize=25&page%53ize=3&pageNumber=1")),
              ElementsAre("GET /api/v2/oauth/clients sends undeclared query parameter pageSize",
                          "GET /api/v2/oauth/clients sends undeclared query parameter pageNumber"));
  EXPECT_THAT(findings(request("GET", "/api/v2/oauth/clients?a=%zz")),
              ElementsAre("GET /api/v2/oauth/clients sends a query whose percent-encoding is broken"));
}

TEST(RequestContract, TellsThePathOfTheDescriptionAndNoNamesThatAreNoWords) {
  EXPECT_THAT(
      findings(request("GET", "/api/v2/oauth/clients/some-id?%1b%5b31m=1")),
      ElementsAre("GET /api/v2/oauth/clients/{clientId} sends undeclared query parameter whose name is no word"));
}

TEST(RequestContract, FindsABodyThatIsNotDeclaredOrMissing) {
  EXPECT_THAT(findings(request("DELETE", "/api/v2/tokens/me", "{}")),
              ElementsAre("DELETE /api/v2/tokens/me sends a body where none is declared"));
  EXPECT_THAT(findings(request("POST", "/api/v2/oauth/clients")),
              ElementsAre("POST /api/v2/oauth/clients sends no body where one is required"));
}

TEST(RequestContract, FindsAWrongMediaTypeAndNoJson) {
  EXPECT_THAT(findings(request("PUT", "/api/v2/tokens/timeout", "{", "text/plain")),
              ElementsAre("PUT /api/v2/tokens/timeout sends a body as text/plain where application/json is declared",
                          "PUT /api/v2/tokens/timeout sends a body that is no JSON"));
  EXPECT_THAT(findings(request("PUT", "/api/v2/tokens/timeout", "{}", "")),
              ElementsAre("PUT /api/v2/tokens/timeout sends a body without Content-Type"));
}

TEST(RequestContract, FindsRequiredMembersThatAreMissingOrNull) {
  EXPECT_THAT(findings(request("POST", "/api/v2/oauth/clients", R"({"name":null})")),
              ElementsAre("POST /api/v2/oauth/clients leaves out required member authorizedGrantType",
                          "POST /api/v2/oauth/clients leaves out required member name"));
}

TEST(RequestContract, FindsMethodsThatAPathHasNot) {
  EXPECT_THAT(findings(request("PATCH", "/api/v2/oauth/clients/some-id")),
              ElementsAre("PATCH is no declared method of /api/v2/oauth/clients/{clientId}"));
  EXPECT_THAT(findings(request("GET", "/oauth/token")), ElementsAre("GET is no declared method of /oauth/token"));
}

TEST(RequestContract, LetsATokenRequestHaveParametersThatNobodyKnows) {
  const std::string form = "grant_type=client_credentials&audience=x";

  EXPECT_THAT(findings(request("POST", "/oauth/token?a=b", form, "application/x-www-form-urlencoded")), IsEmpty());
  EXPECT_THAT(findings(request("POST", "/oauth/token", "{}")),
              ElementsAre("POST /oauth/token sends a body as application/json where "
                          "application/x-www-form-urlencoded is declared"));
}

TEST(RequestContract, SaysNothingOfPathsThatNobodyDeclares) {
  EXPECT_THAT(findings(request("GET", "/api/v2/voicemail/me?x=1")), IsEmpty());
}

}  // namespace
}  // namespace gcmock
