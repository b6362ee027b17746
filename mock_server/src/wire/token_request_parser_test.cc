// Which requests at the token endpoint are token requests, and which ones.
#include "wire/token_request_parser.h"

#include <gmock/gmock.h>

#include "wire/basic_auth.h"

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

HttpRequest post(std::string body) {
  HttpRequest request;
  request.method = "POST";
  request.target = "/oauth/token";
  request.headers = {{"content-type", "application/x-www-form-urlencoded; charset=UTF-8"}};
  request.body = std::move(body);
  return request;
}

HttpRequest with_basic(HttpRequest request, std::string_view id_and_secret) {
  request.headers.emplace_back("Authorization", "Basic " + base64_encode(id_and_secret));
  return request;
}

template <class Grant>
Grant parsed_as(const HttpRequest& request) {
  const auto parsed = parse_token_request(request).request;
  const auto* token_request = std::get_if<TokenRequest>(&parsed);
  const auto* grant = token_request == nullptr ? nullptr : std::get_if<Grant>(token_request);
  EXPECT_NE(grant, nullptr) << (token_request == nullptr ? std::get<Malformed>(parsed).detail : "another grant");
  return grant == nullptr ? Grant{} : *grant;
}

Malformed refused(const HttpRequest& request) {
  const auto parsed = parse_token_request(request).request;
  const auto* malformed = std::get_if<Malformed>(&parsed);
  EXPECT_NE(malformed, nullptr);
  return malformed == nullptr ? Malformed{} : *malformed;
}

TEST(TokenRequestParser, ReadsARefreshAsTheOfficialSdksSendIt) {
  const auto refresh =
      parsed_as<RefreshRequest>(with_basic(post("grant_type=refresh_token&refresh_token=R1"), "app:s3"));

  EXPECT_EQ(refresh.client.id, ClientId("app"));
  EXPECT_EQ(refresh.client.secret, "s3");
  EXPECT_EQ(refresh.client.method, ClientAuthMethod::basic);
  EXPECT_EQ(refresh.refresh_token, "R1");
  EXPECT_TRUE(refresh.scope.empty());
}

TEST(TokenRequestParser, ReadsAuthenticationInTheBody) {
  const auto refresh = parsed_as<RefreshRequest>(
      post("grant_type=refresh_token&refresh_token=R1&client_id=app&client_secret=a%2Bb&scope=x%20y++z"));

  EXPECT_EQ(refresh.client.id, ClientId("app"));
  EXPECT_EQ(refresh.client.secret, "a+b");
  EXPECT_EQ(refresh.client.method, ClientAuthMethod::body);
  EXPECT_THAT(refresh.scope, ElementsAre(Scope("x"), Scope("y"), Scope("z")));
}

TEST(TokenRequestParser, ReadsACodeOfAPublicClientWithItsVerifier) {
  const auto code = parsed_as<AuthorizationCodeRequest>(
      post("grant_type=authorization_code&code=C1&code_verifier=V1&client_id=app&redirect_uri=https%3A%2F%2Fa%2Fcb"));

  EXPECT_EQ(code.client.id, ClientId("app"));
  EXPECT_EQ(code.client.secret, std::nullopt);
  EXPECT_EQ(code.client.method, ClientAuthMethod::none);
  EXPECT_EQ(code.code, "C1");
  EXPECT_EQ(code.code_verifier, "V1");
  EXPECT_EQ(code.redirect_uri, "https://a/cb");
}

TEST(TokenRequestParser, ReadsClientCredentials) {
  const auto credentials =
      parsed_as<ClientCredentialsRequest>(with_basic(post("grant_type=client_credentials"), "app:s3"));

  EXPECT_EQ(credentials.client.id, ClientId("app"));
}

TEST(TokenRequestParser, AllowsAClientIdBesideBasicWhereItSaysTheSame) {
  parsed_as<RefreshRequest>(with_basic(post("grant_type=refresh_token&refresh_token=R&client_id=app"), "app:s3"));

  EXPECT_THAT(refused(with_basic(post("grant_type=refresh_token&refresh_token=R&client_id=other"), "app:s3")).detail,
              HasSubstr("differs"));
}

TEST(TokenRequestParser, RefusesTwoMethodsOfClientAuthentication) {
  const auto request =
      with_basic(post("grant_type=refresh_token&refresh_token=R&client_id=app&client_secret=s3"), "app:s3");

  EXPECT_EQ(refused(request).reason, RefusalReason::malformed_request);
  EXPECT_EQ(parse_token_request(request).client.method, ClientAuthMethod::basic_and_body);
}

TEST(TokenRequestParser, RefusesRepeatedParametersAndNamesOnlyThoseItKnows) {
  EXPECT_THAT(refused(post("grant_type=refresh_token&refresh_token=a&refresh_token=a")).detail,
              HasSubstr("refresh_token"));
  EXPECT_THAT(refused(post("grant_type=refresh_token&sekrit&sekrit")).detail, Not(HasSubstr("sekrit")));
}

TEST(TokenRequestParser, RefusesWhatIsMissingOrEmpty) {
  for (const char* body :
       {"", "refresh_token=R", "grant_type=", "grant_type=refresh_token",
        "grant_type=refresh_token&refresh_token=", "grant_type=authorization_code&redirect_uri=x", "grant_type=%"}) {
    EXPECT_EQ(refused(post(body)).reason, RefusalReason::malformed_request) << body;
  }
}

TEST(TokenRequestParser, RefusesGrantsThatItDoesNotServe) {
  for (const char* body : {"grant_type=magic", "grant_type=password&username=u", "grant_type=implicit"}) {
    EXPECT_EQ(refused(post(body)).reason, RefusalReason::unsupported_grant_type) << body;
  }
}

TEST(TokenRequestParser, ReadsASamlAssertionWithTheNameOfItsOrg) {
  const std::string grant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Asaml2-bearer";

  const auto request = parsed_as<Saml2BearerRequest>(post(grant + "&orgName=acme&assertion=PHNhbWw%2B"));

  EXPECT_EQ(request.org_name, "acme");
  EXPECT_EQ(request.assertion, "PHNhbWw+");
  EXPECT_EQ(refused(post(grant + "&orgName=acme")).reason, RefusalReason::malformed_request);
  EXPECT_EQ(refused(post(grant + "&assertion=x")).reason, RefusalReason::malformed_request);
}

TEST(TokenRequestParser, RefusesABodyThatIsNotSaidToBeAForm) {
  auto json = post(R"({"grant_type":"refresh_token"})");
  json.headers = {{"Content-Type", "application/json"}};
  auto untyped = post("grant_type=refresh_token&refresh_token=R");
  untyped.headers.clear();

  EXPECT_EQ(refused(json).reason, RefusalReason::malformed_request);
  EXPECT_EQ(refused(untyped).reason, RefusalReason::malformed_request);
}

TEST(TokenRequestParser, LeavesTheClientUnidentifiedWhereBasicCannotBeRead) {
  auto request = post("grant_type=refresh_token&refresh_token=R");
  request.headers.emplace_back("Authorization", "Basic %%%");

  const auto refresh = parsed_as<RefreshRequest>(request);

  EXPECT_TRUE(refresh.client.id.empty());
  EXPECT_EQ(refresh.client.method, ClientAuthMethod::basic);
}

TEST(TokenRequestParser, TellsGrantAndClientOfAMalformedRequest) {
  const auto parsed = parse_token_request(with_basic(post("grant_type=refresh_token"), "app:s3"));

  EXPECT_EQ(parsed.grant, GrantType::refresh_token);
  EXPECT_EQ(parsed.client.id, ClientId("app"));
}

}  // namespace
}  // namespace gcmock
