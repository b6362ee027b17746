// No credential gets into the journal, wherever a client puts it; and each place where one was seen is told.
#include <gmock/gmock.h>

#include <sstream>

#include "domain/fingerprints.h"
#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

// Everything of an exchange that is text.
std::string all_text(const Exchange& exchange) {
  std::ostringstream text;
  text << exchange.method << '\n' << exchange.path << '\n' << exchange.query << '\n' << exchange.answer_body << '\n';
  for (const auto& [name, value] : exchange.request_headers) text << name << ": " << value << '\n';
  for (const auto& [name, value] : exchange.request_fields) text << name << "= " << value << '\n';
  for (const auto& [name, value] : exchange.answer_headers) text << name << ": " << value << '\n';
  for (const auto& step : exchange.trail) text << step.expected << '\n' << step.found << '\n';
  for (const auto& scope : exchange.requested_scope) text << scope << '\n';
  for (const auto& sighting : exchange.sightings) text << sighting.name << '\n' << sighting.credential.label << '\n';
  for (const auto& issued : exchange.issued) text << issued.label << '\n';
  for (const auto& finding : exchange.contract_findings) text << finding << '\n';
  text << exchange.subject.token << '\n';
  if (exchange.subject.client) text << *exchange.subject.client << '\n';
  return text.str();
}

auto seen(const std::string& label, SightingPlace where) {
  return Contains(
      testing::AllOf(Field(&Sighting::credential, Field(&Fingerprint::label, label)), Field(&Sighting::where, where)));
}

HttpRequest with_header(HttpRequest request, const char* name, std::string value) {
  request.headers.emplace_back(name, std::move(value));
  return request;
}

TEST(Redaction, HidesWhatARefreshPresentsAndWhatItGets) {
  Mock mock(two_orgs());

  const auto answer = mock.send(refresh(refresh_token_of(primary), primary));

  const auto text = all_text(mock.last());
  EXPECT_THAT(text, Not(HasSubstr(refresh_token_of(primary))));
  EXPECT_THAT(text, Not(HasSubstr(secret_of(app, primary))));
  EXPECT_THAT(text, Not(HasSubstr(member_of(answer, "access_token"))));
  EXPECT_THAT(text, Not(HasSubstr(member_of(answer, "refresh_token"))));
  EXPECT_THAT(text, Not(HasSubstr(basic(app, secret_of(app, primary)).substr(6))));
  EXPECT_THAT(mock.last().request_fields, Contains(Pair("refresh_token", "‹primary/refresh-main›")));
  EXPECT_THAT(mock.last().request_headers, Contains(Pair("Authorization", "Basic ‹primary/secret-app›")));
  EXPECT_THAT(mock.last().answer_body, HasSubstr(R"("refresh_token":"‹primary/refresh-1›")"));
}

TEST(Redaction, HidesWhatThisWorldNeverIssuedByItsHash) {
  Mock mock(two_orgs());

  mock.send(token_request(refresh_body("stolen-token"), app, "guessed-secret"));

  const auto label = "unknown-" + sha256_hex("stolen-token").substr(0, 8);
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr("stolen-token")));
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr("guessed-secret")));
  EXPECT_THAT(mock.last().sightings, seen(label, SightingPlace::body_field));
  EXPECT_EQ(mock.last().presented(CredentialKind::refresh_token)->org, std::nullopt);
}

TEST(Redaction, TellsATokenOfAnotherOrgByItsOwner) {
  Mock mock(two_orgs());

  mock.send(refresh(refresh_token_of(secondary), primary));

  EXPECT_EQ(mock.last().presented(CredentialKind::refresh_token)->org, secondary);
  EXPECT_EQ(mock.last().presented(CredentialKind::client_secret)->org, primary);
}

TEST(Redaction, FindsCredentialsInTheUrl) {
  Mock mock(two_orgs());
  const auto token = percent_encoded(refresh_token_of(primary));

  mock.send(api_request("GET", "/api/v2/users/me?a=1&refresh_token=" + token + "&b=2", ""));
  EXPECT_EQ(mock.last().query, "a=1&refresh_token=‹primary/refresh-main›&b=2");
  EXPECT_THAT(mock.last().sightings, seen("primary/refresh-main", SightingPlace::request_target));

  mock.send(api_request("GET", "/api/v2/oauth/clients/" + token, ""));
  EXPECT_EQ(mock.last().path, "/api/v2/oauth/clients/‹primary/refresh-main›");

  mock.send(api_request("GET", "/x?access_token=nobodys", ""));
  EXPECT_THAT(mock.last().query, StartsWith("access_token=‹unknown-"));
}

TEST(Redaction, HidesACredentialThatTookThePlaceOfAParameterName) {
  Mock mock(two_orgs());
  const auto token = refresh_token_of(primary);

  mock.send(api_request("GET", "/api/v2/users/me?" + percent_encoded(token), access_token_of(primary)));

  ASSERT_EQ(mock.last().contract_findings.size(), 1U);
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr(token)));
}

TEST(Redaction, FindsGeneratedTokensAnywhereInAText) {
  Mock mock(two_orgs());
  const auto token = member_of(mock.send(refresh(refresh_token_of(primary), primary)), "refresh_token");
  ASSERT_THAT(token, StartsWith("gcmock-"));

  mock.send(with_header(api_request("GET", "/x", ""), "Cookie", "a=gcmock-; t=x" + token + "y; b=2"));

  EXPECT_THAT(mock.last().request_headers, Contains(Pair("Cookie", "a=gcmock-; t=x‹primary/refresh-1›y; b=2")));
  EXPECT_THAT(mock.last().sightings, seen("primary/refresh-1", SightingPlace::other_header));
}

TEST(Redaction, FindsCredentialsInTheReferer) {
  Mock mock(two_orgs());
  const auto code = percent_encoded(code_of(primary));

  mock.send(with_header(api_request("GET", "/x", ""), "Referer", "https://app/cb?code=" + code + "&state=1"));

  EXPECT_THAT(mock.last().request_headers,
              Contains(Pair("Referer", "https://app/cb?code=‹primary/code-main›&state=1")));
  EXPECT_THAT(mock.last().sightings, seen("primary/code-main", SightingPlace::referer));
}

TEST(Redaction, FindsSecretsInPlacesWhereNoneBelongs) {
  Mock mock(two_orgs());
  const auto secret = secret_of(app, primary);

  mock.send(with_header(api_request("GET", "/x", ""), "X-Debug", "secret is " + secret));
  EXPECT_THAT(mock.last().sightings, seen("primary/secret-app", SightingPlace::other_header));
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr(secret)));

  mock.send(token_request(refresh_body("x") + "&scope=" + percent_encoded(secret), ClientId(secret), "x"));
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr(secret)));
  EXPECT_EQ(mock.last().subject.client, ClientId("‹primary/secret-app›"));

  mock.send(with_header(api_request("GET", "/x", ""), "Authorization", "Token " + secret));
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr(secret)));
  EXPECT_THAT(mock.last().sightings, seen("primary/secret-app", SightingPlace::authorization_header));
}

TEST(Redaction, TellsTwoAuthorizationHeadersApart) {
  Mock mock(two_orgs());

  mock.send(with_header(refresh(refresh_token_of(primary), primary), "Authorization",
                        "Bearer " + access_token_of(secondary)));

  EXPECT_THAT(mock.last().request_headers, Contains(Pair("Authorization", "Basic ‹primary/secret-app›")));
  EXPECT_THAT(mock.last().request_headers, Contains(Pair("Authorization", "Bearer ‹secondary/access-main›")));
}

TEST(Redaction, SeesCredentialsInABodyThatIsNoForm) {
  Mock mock(two_orgs());
  auto request = api_request("POST", "/x", "");
  request.body = R"({"token":")" + access_token_of(primary) + R"("})";

  mock.send(request);

  EXPECT_THAT(mock.last().sightings, seen("primary/access-main", SightingPlace::body_field));
}

TEST(Redaction, KeepsABodyThatIsNoFormWithoutItsCredentials) {
  Mock mock(two_orgs());
  auto request = api_request("POST", "/x", "");
  request.body = R"({"a":")" + access_token_of(primary) + R"(","password":"hush","b":1})";
  mock.send(request);
  EXPECT_EQ(mock.last().request_body, R"({"a":"‹primary/access-main›","password":"‹hidden›","b":1})");

  request.body.assign(5000, 'x');
  mock.send(request);
  EXPECT_EQ(mock.last().request_body, std::string(4096, 'x'));
}

TEST(Redaction, KeepsNothingOfATokenRequestThatIsNoForm) {
  Mock mock(two_orgs());
  auto request = refresh(refresh_token_of(primary), primary);
  request.headers = {{"Content-Type", "application/json"}};
  request.body = R"({"grant_type":"refresh_token","x":"hush"})";

  mock.send(request);

  EXPECT_EQ(mock.last().endpoint, Endpoint::token);
  EXPECT_EQ(mock.last().request_body, "");
}

TEST(Redaction, SaysInWhatEncodingACredentialStood) {
  Mock mock(two_orgs());
  const auto token = refresh_token_of(primary);
  const auto encodings = [&] { return mock.last().sightings.at(0).encodings; };

  mock.send(with_header(api_request("GET", "/x", ""), "X-State", base64_encode("{\"t\":\"" + token + "\"}")));
  EXPECT_THAT(encodings(), testing::ElementsAre(TextEncoding::base64));
  EXPECT_THAT(mock.last().sightings, seen("primary/refresh-main", SightingPlace::other_header));
  EXPECT_EQ(mock.last().sightings.at(0).name, "X-State");

  mock.send(api_request("GET", "/x?state=" + base64_encode(token), ""));
  EXPECT_THAT(encodings(), testing::ElementsAre(TextEncoding::base64));
  EXPECT_EQ(mock.last().sightings.at(0).name, "state");

  mock.send(api_request("GET", "/x?state=" + percent_encoded(token), ""));
  EXPECT_THAT(encodings(), IsEmpty()) << "a query is percent-encoded anyway";

  auto request = api_request("POST", "/x", "");
  request.body = R"({"t":"\u0072)" + token.substr(1) + R"("})";
  ASSERT_EQ(token[0], 'r');
  mock.send(request);
  EXPECT_THAT(encodings(), testing::ElementsAre(TextEncoding::json));
}

TEST(Redaction, FindsCredentialsInTheNamesOfHeadersAndInTheUserAgent) {
  Mock mock(two_orgs());
  const auto token = access_token_of(primary);

  mock.send(with_header(api_request("GET", "/x", ""), "User-Agent", "app (" + token + ")"));
  EXPECT_THAT(mock.last().sightings, seen("primary/access-main", SightingPlace::other_header));

  mock.send(with_header(api_request("GET", "/x", ""), ("X-" + token).c_str(), "1"));
  EXPECT_THAT(mock.last().sightings, seen("primary/access-main", SightingPlace::other_header));
  EXPECT_THAT(all_text(mock.last()), Not(HasSubstr(token)));
}

TEST(Redaction, TellsWhetherASecretWasFormEncodedForBasic) {
  auto world = two_orgs();
  app_in(world, primary).secret = "a:b%c+d";
  app_in(world, secondary).secret = "plain-~secret";
  Mock mock(world);
  const auto form_of = [&](const std::string& written) {
    auto request = token_request(refresh_body("x"), app, "");
    for (auto& [name, value] : request.headers) {
      if (name == "Authorization") value = "Basic " + base64_encode("app:" + written);
    }
    mock.send(request);
    return mock.last().basic_form;
  };

  EXPECT_EQ(form_of("a:b%c+d"), BasicForm::as_it_stands);
  EXPECT_EQ(form_of("a%3Ab%25c%2Bd"), BasicForm::form_encoded);
  EXPECT_EQ(form_of("plain-~secret"), BasicForm::no_matter);
  EXPECT_EQ(form_of("nobody's:secret"), BasicForm::no_matter);
}

TEST(Redaction, NamesASharedSecretAfterTheOrgThatIsJudged) {
  auto world = two_orgs();
  for (const auto& org : {primary, secondary}) app_in(world, org).secret = "one secret for all";
  Mock mock(world);

  mock.send(token_request(refresh_body(refresh_token_of(secondary)), app, "one secret for all"));

  EXPECT_EQ(mock.last().presented(CredentialKind::client_secret)->label, "secondary/secret-app");
}

TEST(Redaction, HidesCredentialsOfAScriptedBody) {
  Script script{{Rule{{}, Stage::instead_of_ruling, {Respond{200, {}, "here: " + secret_of(app, primary)}}, ""}}};
  Mock mock(two_orgs(), script);

  const auto answer = mock.send(refresh(refresh_token_of(primary), primary));

  EXPECT_THAT(body_of(answer), HasSubstr(secret_of(app, primary)));
  EXPECT_EQ(mock.last().answer_body, "here: ‹primary/secret-app›");
}

TEST(Redaction, OfCapturedTextHidesEveryFormOfACredential) {
  auto world = two_orgs();
  app_in(world, primary).secret = "quo\"ted sec/ret";
  Mock mock(world);
  const auto issued = member_of(
      mock.send(token_request(refresh_body(refresh_token_of(primary)), app, "quo\"ted sec/ret")), "access_token");

  for (const std::string& text :
       {std::string("quo\"ted sec/ret"), std::string("quo\\\"ted sec/ret"), std::string("quo%22ted%20sec%2Fret"),
        std::string("quo%22ted%20sec%2fret"), std::string("quo%22ted+sec%2Fret"), base64_encode("quo\"ted sec/ret")}) {
    EXPECT_THAT(mock.engine.redact("<" + text + ">"), testing::MatchesRegex("<‹primary/secret-app›=*>")) << text;
  }
  EXPECT_EQ(mock.engine.redact("<" + base64_encode("app:quo\"ted sec/ret") + ">"), "<YXBwO‹primary/secret-app›==>");
  EXPECT_EQ(mock.engine.redact("<" + basic(app, "quo\"ted sec/ret").substr(6) + ">"), "<YXBwO‹primary/secret-app›==>");
  EXPECT_EQ(mock.engine.redact(issued + issued), "‹primary/access-1›‹primary/access-1›");
  EXPECT_EQ(mock.engine.redact("nothing of the kind, gcmock-rt-abc"), "nothing of the kind, gcmock-rt-abc");
  EXPECT_EQ(mock.engine.redact(""), "");
}

TEST(Redaction, LeavesHarmlessRequestsAsTheyWere) {
  Mock mock(two_orgs());

  mock.send(with_header(api_request("GET", "/api/v2/users/me?expand=a%2Cb&x", ""), "X-Request", "caf\xC3\xA9"));

  EXPECT_EQ(mock.last().query, "expand=a%2Cb&x");
  EXPECT_THAT(mock.last().request_headers, Contains(Pair("X-Request", "caf\xC3\xA9")));
  EXPECT_THAT(mock.last().sightings, IsEmpty());
}

}  // namespace
}  // namespace gcmock::tests
