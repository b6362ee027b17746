// The pages of the login host through the whole engine: what comes of an authorization request, and what the journal
// says.
#include <gmock/gmock.h>

#include <sstream>

#include "domain/fingerprints.h"
#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::SizeIs;

HttpRequest get(std::string target) {
  return api_request("GET", std::move(target), "");
}

HttpRequest authorize(const std::string& more, const std::string& response_type = "code") {
  return get("/oauth/authorize?response_type=" + response_type +
             "&client_id=app&redirect_uri=" + percent_encoded(callback) + "&state=s-1" + more);
}

std::string header_of(const Delivery& delivery, const std::string& name) {
  const auto start = delivery.bytes.find("\r\n" + name + ": ");
  if (start == std::string::npos) return "";
  const auto text = start + name.size() + 4;
  return delivery.bytes.substr(text, delivery.bytes.find("\r\n", text) - text);
}

std::string parameter_of(const std::string& location, const std::string& name) {
  const auto start = location.find(name + "=");
  return start == std::string::npos
             ? ""
             : location.substr(start + name.size() + 1, location.find('&', start) - start - name.size() - 1);
}

World world_for_everything() {
  World world = two_orgs();
  for (const auto& org : {primary, secondary}) {
    app_in(world, org).authorized_grant_types.push_back(GrantType::implicit);
    app_in(world, org).authorized_grant_types.push_back(GrantType::saml2_bearer);
    org_in(world, org).saml_assertions = {token_for(ClientId{}, "assertion of " + org.value)};
  }
  return world;
}

std::string saml_body(const OrgName& org) {
  return "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Asaml2-bearer&orgName=" + org.value +
         "&assertion=" + percent_encoded("assertion of " + org.value);
}

TEST(EngineAuthorize, SendsTheBrowserBackWithACodeThatCanBeRedeemedOnce) {
  Mock mock(two_orgs());
  const auto sent_back =
      mock.send(authorize("&login_hint=secondary&code_challenge_method=S256&code_challenge=" + challenge));
  const auto location = header_of(sent_back, "Location");
  const auto body = "grant_type=authorization_code&code=" + parameter_of(location, "code") +
                    "&redirect_uri=" + percent_encoded(callback) + "&code_verifier=" + verifier + "&client_id=app";

  const auto first = mock.send(token_request(body, app, secret_of(app, secondary)));
  const auto second = mock.send(token_request(body, app, secret_of(app, secondary)));

  EXPECT_EQ(status_of(sent_back), 302);
  EXPECT_EQ(parameter_of(location, "state"), "s-1");
  EXPECT_EQ(status_of(first), 200);
  EXPECT_EQ(mock.last().refusal, RefusalReason::code_used);
  EXPECT_EQ(status_of(second), 400);
}

TEST(EngineAuthorize, JournalsWhatWasIssuedWithoutShowingIt) {
  Mock mock(world_for_everything());

  const auto code = parameter_of(header_of(mock.send(authorize("")), "Location"), "code");
  const auto with_code = mock.last();
  const auto token = parameter_of(header_of(mock.send(authorize("", "token")), "Location"), "access_token");
  const auto with_token = mock.last();

  EXPECT_THAT(with_code.answer_headers, Contains(Pair("Location", callback + "?code=‹primary/code-1›&state=s-1")));
  EXPECT_THAT(with_token.answer_headers, Contains(Pair("Location", HasSubstr("#access_token=‹primary/access-1›&"))));
  EXPECT_EQ(with_code.issued.at(0).label, "primary/code-1");
  EXPECT_EQ(with_token.issued.at(0).label, "primary/access-1");
  EXPECT_EQ(with_code.grant, GrantType::authorization_code);
  EXPECT_EQ(with_token.grant, GrantType::implicit);
  EXPECT_EQ(with_code.subject.user, alice);
  for (const auto* text : {&code, &token}) {
    EXPECT_FALSE(text->empty());
    for (const auto& exchange : mock.engine.journal()) {
      for (const auto& [name, value] : exchange.answer_headers) EXPECT_THAT(value, Not(HasSubstr(*text)));
    }
  }
}

TEST(EngineAuthorize, TellsARefusalInTheAddressAndWhyInTheTrail) {
  World world = two_orgs();
  org_in(world, secondary).clients.clear();
  Mock mock(world);

  const auto location = header_of(mock.send(authorize("&login_hint=secondary")), "Location");

  EXPECT_EQ(location, callback +
                          "?error=access_denied&error_description=client%20is%20not%20authorized%20in%20this%20"
                          "organization&state=s-1");
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_not_registered_in_org);
  EXPECT_EQ(mock.last().error_code, "access_denied");
  EXPECT_EQ(mock.last().trail.back().check, Check::client_is_registered_in_org);
}

TEST(EngineAuthorize, ShowsAPageToWhomItMustNotSendBack) {
  Mock mock(two_orgs());

  const auto page =
      mock.send(get("/oauth/authorize?response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fevil%2F"));

  EXPECT_EQ(status_of(page), 400);
  EXPECT_EQ(header_of(page, "Location"), "");
  EXPECT_EQ(mock.last().refusal, RefusalReason::redirect_uri_not_registered);
}

TEST(EngineAuthorize, AnswersARefusalOfTheScriptWhereTheRequestCanHearIt) {
  Script script;
  Rule rule;
  rule.when.endpoint = Endpoint::authorize;
  rule.actions = {Refuse{RefusalReason::consent_denied, {}}};
  script.rules = {rule};
  Mock mock(two_orgs(), script);

  const auto location = header_of(mock.send(authorize("")), "Location");

  EXPECT_EQ(parameter_of(location, "error"), "access_denied");
  EXPECT_EQ(parameter_of(location, "state"), "s-1");
  EXPECT_THAT(mock.last().issued, IsEmpty());
}

TEST(EngineAuthorize, KnowsNoClientAtTheLoginHostOfAnotherRegion) {
  Mock mock(two_orgs());
  auto request = authorize("");
  request.headers = {{"Host", "login.mypurecloud.ie"}};

  const auto page = mock.send(request);

  EXPECT_EQ(status_of(page), 400);
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_unknown);
}

TEST(EngineAuthorize, AsksOnAPageAndTakesItsForm) {
  World world = two_orgs();
  world.consent = Consent::page;
  Mock mock(world);
  const auto page = mock.send(authorize(""));
  const auto form = "client_id=app&response_type=code&state=s-1&redirect_uri=" + percent_encoded(callback) +
                    "&login=secondary%2F%2Falice&decision=";

  const auto denied = mock.send(token_request(form + "deny", app, "", "/oauth/consent"));
  const auto denial = mock.last().refusal;
  const auto approved = mock.send(token_request(form + "approve", app, "", "/oauth/consent"));

  EXPECT_EQ(status_of(page), 200);
  EXPECT_THAT(body_of(page), HasSubstr("secondary//alice"));
  EXPECT_EQ(parameter_of(header_of(denied, "Location"), "error"), "access_denied");
  EXPECT_EQ(denial, RefusalReason::consent_denied);
  EXPECT_THAT(parameter_of(header_of(approved, "Location"), "code"), Not(IsEmpty()));
  EXPECT_EQ(mock.last().subject.org, secondary);
  EXPECT_THAT(mock.last().request_fields, Contains(Pair("decision", "approve")));
}

TEST(EngineAuthorize, JournalsTheAuthorizationThatALoginMade) {
  World world = vendor_and_customer();
  org_in(world, customer).authorizations.clear();
  Mock mock(world);

  mock.send(authorize("&login_hint=customer"));

  ASSERT_THAT(mock.last().changes, SizeIs(1));
  EXPECT_EQ(mock.last().changes[0].place, "/orgs/customer/authorizations/app");
  EXPECT_EQ(mock.last().subject.registered_in, vendor);
}

TEST(EngineSaml, GrantsAnAssertionOnceAndHidesIt) {
  Mock mock(world_for_everything());

  const auto first = mock.send(token_request(saml_body(secondary), app, secret_of(app, secondary)));
  const auto granted = mock.last();
  mock.send(token_request(saml_body(secondary), app, secret_of(app, secondary)));

  EXPECT_EQ(status_of(first), 200);
  EXPECT_EQ(member_of(first, "refresh_token"), "");
  EXPECT_EQ(granted.grant, GrantType::saml2_bearer);
  EXPECT_THAT(granted.request_fields, Contains(Pair("assertion", "‹secondary/assertion-main›")));
  EXPECT_NE(granted.presented(CredentialKind::saml_assertion), nullptr);
  EXPECT_EQ(mock.last().refusal, RefusalReason::saml_assertion_used);
  EXPECT_EQ(mock.last().error_code, "invalid_grant");
}

TEST(EngineSaml, WantsBothTheAssertionAndTheNameOfItsOrg) {
  Mock mock(world_for_everything());

  mock.send(token_request("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Asaml2-bearer&orgName=primary", app,
                          secret_of(app, primary)));

  EXPECT_EQ(mock.last().refusal, RefusalReason::malformed_request);
  EXPECT_EQ(mock.last().trail.back().found, "assertion is missing");
}

TEST(EngineToken, ChallengesAnInvalidClientOfBasicWhereTheWorldWantsTheRfc) {
  World world = two_orgs();
  world.token_errors = TokenErrors::rfc;
  Mock mock(world);

  const auto answer = mock.send(token_request(refresh_body(refresh_token_of(primary)), app, "wrong"));

  EXPECT_EQ(status_of(answer), 401);
  EXPECT_THAT(header_of(answer, "WWW-Authenticate"), HasSubstr("Basic"));
  EXPECT_EQ(member_of(answer, "error"), "invalid_client");
}

TEST(EngineLogin, TellsItsMetadataUnderThePrefixThatWasAsked) {
  Mock mock(two_orgs(), {}, {"/login", "/api-prefix"});

  const auto answer = mock.send(get("/login/.well-known/oauth-authorization-server"));
  const auto none = mock.send(get("/login/.well-known/openid-configuration"));

  EXPECT_EQ(member_of(answer, "issuer"), "http://localhost/login");
  EXPECT_EQ(status_of(none), 404);
}

TEST(EngineLogin, LogsOutToARegisteredAddressOnly) {
  Mock mock(two_orgs());

  const auto right = mock.send(get("/logout?client_id=app&redirect_uri=" + percent_encoded(callback)));
  const auto wrong = mock.send(get("/logout?client_id=app&redirect_uri=https%3A%2F%2Fevil%2F"));

  EXPECT_EQ(header_of(right, "Location"), callback);
  EXPECT_EQ(status_of(wrong), 400);
  EXPECT_EQ(mock.last().endpoint, Endpoint::logout);
}

}  // namespace
}  // namespace gcmock::tests
