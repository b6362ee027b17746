// The reference client as a browser's application: what it asks the login host, and what it makes of coming back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/browser.h"
#include "client/code_proof.h"
#include "client/form_encoding.h"
#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string callback = "https://app.example.com/cb";

ClientSettings settings_of_an_app() {
  ClientSettings settings;
  settings.client_id = "app";
  settings.client_secret = "s3cret";
  settings.redirect_uri = callback;
  return settings;
}

std::string parameter_in(const std::string& text, const std::string& name) {
  const auto start = text.find(name + "=");
  if (start == std::string::npos) return "";
  const auto value = start + name.size() + 1;
  return decode_percent(text.substr(value, text.find('&', value) - value));
}

ScriptedAnswer redirect_to(const std::string& location) {
  return {302, "", "Location: " + location + "\r\n"};
}

// Sends the browser back with `told` and the state that was sent.
ScriptedServer::Script login_host(const std::string& told) {
  return [told](const SeenRequest& request) -> std::optional<ScriptedAnswer> {
    if (is_token_request(request)) return tokens("new", "refresh-2");
    if (request.target.starts_with("/oauth/authorize"))
      return redirect_to(callback + "?" + told + "&state=" + parameter_in(request.target, "state"));
    return ScriptedAnswer{carries(request, "new") ? 200 : 401, "{}", ""};
  };
}

ClientReply authorize_on(const ScriptedServer& server) {
  Configured client(server, settings_of_an_app());
  return client.perform(Verb::authorize);
}

TEST(ReferenceClientAuthorize, AsksWithStateAndProofKeyAndRedeemsTheCode) {
  ScriptedServer server(login_host("code=c%2Bd"));
  Configured client(server, settings_of_an_app());

  const ClientReply reply = client.perform(Verb::authorize);
  const Outcome call = client.call();

  EXPECT_EQ(reply.outcome, Outcome::ok);
  EXPECT_EQ(call, Outcome::ok);
  const auto seen = server.seen();
  EXPECT_THAT(seen[0].target, HasSubstr("response_type=code&client_id=app&redirect_uri=https%3A%2F%2Fapp"));
  EXPECT_THAT(seen[0].target, HasSubstr("code_challenge_method=S256"));
  EXPECT_THAT(seen[0].target, HasSubstr("login_hint=acme"));
  EXPECT_THAT(seen[1].body, HasSubstr("code=c%2Bd&"));
  EXPECT_EQ(parameter_in(seen[1].body, "code_verifier").size(), 43U);
}

TEST(ReferenceClientAuthorize, MakesUpStateAndProofKeyForEachRequest) {
  ScriptedServer server(login_host("code=c"));
  Configured client(server, settings_of_an_app());

  client.perform(Verb::authorize);
  client.perform(Verb::authorize);

  const auto seen = server.seen();
  EXPECT_NE(parameter_in(seen[0].target, "state"), parameter_in(seen[2].target, "state"));
  EXPECT_NE(parameter_in(seen[0].target, "code_challenge"), parameter_in(seen[2].target, "code_challenge"));
}

TEST(ReferenceClientAuthorize, PassesOnWhoIsToLogInAndWhere) {
  ScriptedServer server(login_host("code=c"));
  Configured client(server, settings_of_an_app());

  client.ask({Verb::authorize, OrgName("acme"), me, "GET", 1, {}, "application/json", "ada@x:acme", "id-1"});

  EXPECT_EQ(parameter_in(server.seen()[0].target, "login_hint"), "ada@x:acme");
  EXPECT_EQ(parameter_in(server.seen()[0].target, "target"), "id-1");
}

TEST(ReferenceClientAuthorize, RedeemsNothingThatComesBackWithAnotherState) {
  ScriptedServer server([](const SeenRequest&) { return redirect_to(callback + "?code=c&state=another"); });

  const ClientReply reply = authorize_on(server);

  EXPECT_EQ(reply.outcome, Outcome::failed);
  EXPECT_EQ(server.count("/oauth/token"), 0);
}

TEST(ReferenceClientAuthorize, SaysWhoMustActWhereItComesBackWithAnError) {
  const auto outcome_of = [](const std::string& error) {
    ScriptedServer server(login_host("error=" + error));
    return authorize_on(server).outcome;
  };

  EXPECT_EQ(outcome_of("access_denied"), Outcome::needs_admin);
  EXPECT_EQ(outcome_of("unauthorized_client"), Outcome::needs_admin);
  EXPECT_EQ(outcome_of("temporarily_unavailable"), Outcome::retry_later);
  EXPECT_EQ(outcome_of("invalid_request"), Outcome::failed);
}

TEST(ReferenceClientAuthorize, NeedsAPersonForAPageAndAnAdministratorForNoWayBack) {
  ScriptedServer asking([](const SeenRequest&) { return ScriptedAnswer{200, "<html>", ""}; });
  ScriptedServer lost([](const SeenRequest&) { return ScriptedAnswer{400, "<html>", ""}; });
  ScriptedServer busy([](const SeenRequest&) { return ScriptedAnswer{503, "", ""}; });

  EXPECT_EQ(authorize_on(asking).outcome, Outcome::needs_user);
  EXPECT_EQ(authorize_on(lost).outcome, Outcome::needs_admin);
  EXPECT_EQ(authorize_on(busy).outcome, Outcome::retry_later);
}

TEST(ReferenceClientAuthorize, DoesNotFallBackToItsOwnCredentialsAfterwards) {
  ScriptedServer server(login_host("error=access_denied"));
  Configured client(server, settings_of_an_app());

  client.perform(Verb::authorize);
  const Outcome call = client.call();

  EXPECT_EQ(call, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 0);
}

TEST(ReferenceClient, LogsInWithItsAssertionOnceWhereItHasNoCode) {
  ScriptedServer server(login_host(""));
  ClientSettings settings = settings_of_an_app();
  settings.saml_assertion = "PHNhbWw+";
  Configured client(server, settings);

  const ClientReply first = client.perform(Verb::login);
  const ClientReply second = client.perform(Verb::login);

  EXPECT_EQ(first.outcome, Outcome::ok);
  EXPECT_EQ(second.outcome, Outcome::needs_user);
  EXPECT_EQ(server.seen().front().body,
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Asaml2-bearer&orgName=acme&assertion=PHNhbWw%2B");
}

TEST(Browser, FollowsRedirectsUntilOneLeadsToTheApplication) {
  ScriptedServer server([](const SeenRequest& request) {
    return request.target == "/a" ? redirect_to("/b") : redirect_to(callback + "?x=1#y");
  });

  const BrowserAnswer answer = browse(server.url() + "/a", callback, "", deadline_in(std::chrono::seconds{5}));

  EXPECT_EQ(std::get<CalledBack>(answer).parameter("x"), "1");
  EXPECT_EQ(server.count("/b"), 1);
}

TEST(Browser, DoesNotTakeAnAddressThatOnlyBeginsAlikeForTheApplications) {
  ScriptedServer server([](const SeenRequest& request) -> std::optional<ScriptedAnswer> {
    if (request.target == "/a") return redirect_to("/callback-of-another");
    return ScriptedAnswer{404, "", ""};
  });

  const BrowserAnswer answer = browse(server.url() + "/a", "/callback", "", deadline_in(std::chrono::seconds{5}));

  EXPECT_EQ(std::get<ShownAPage>(answer).status, 404);
}

TEST(Browser, KnowsAnAddressWhoseCharactersAreEncoded) {
  const std::string encoded = "https://app.example.com/cb?tenant=a%20b";
  ScriptedServer server([&](const SeenRequest&) { return redirect_to(encoded + "&code=c%2Fd"); });

  const BrowserAnswer answer = browse(server.url() + "/a", encoded, "", deadline_in(std::chrono::seconds{5}));

  EXPECT_EQ(std::get<CalledBack>(answer).parameter("code"), "c/d");
}

TEST(Browser, GivesUpWhereRedirectsHaveNoEnd) {
  ScriptedServer server([](const SeenRequest&) { return redirect_to("/a"); });

  const BrowserAnswer answer = browse(server.url() + "/a", callback, "", deadline_in(std::chrono::seconds{5}));

  EXPECT_TRUE(std::holds_alternative<ShownAPage>(answer));
  EXPECT_EQ(server.count("/a"), 10);
}

TEST(CodeProof, HasTheChallengeOfItsVerifier) {
  const CodeProof proof = make_code_proof();

  EXPECT_THAT(proof.verifier, testing::MatchesRegex("[-_A-Za-z0-9]+"));
  EXPECT_EQ(proof.verifier.size(), 43U);
  EXPECT_EQ(proof.challenge.size(), 43U);
  EXPECT_NE(make_state(), make_state());
}

}  // namespace
}  // namespace gcmock
