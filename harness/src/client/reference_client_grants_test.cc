// The reference client's other grants: authorization code and client credentials.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/reference_client_for_tests.h"

namespace gcmock {
namespace {

ClientSettings settings_with_code() {
  ClientSettings settings;
  settings.client_id = "app";
  settings.client_secret = "s3cret";
  settings.auth_code = "c0de";
  settings.redirect_uri = "https://app.example.com/cb";
  return settings;
}

ClientSettings settings_of_a_service() {
  ClientSettings settings;
  settings.client_id = "app";
  settings.client_secret = "s3cret";
  return settings;
}

ScriptedAnswer granting(const SeenRequest& request) {
  if (is_token_request(request)) return tokens("new", "refresh-2");
  return {carries(request, "new") ? 200 : 401, "{}", ""};
}

TEST(ReferenceClient, ExchangesItsCodeAndUsesWhatItGot) {
  ScriptedServer server(granting);
  Configured client(server, settings_with_code());

  const ClientReply login = client.perform(Verb::login);
  const Outcome call = client.call();

  EXPECT_EQ(login.outcome, Outcome::ok);
  EXPECT_EQ(call, Outcome::ok);
  EXPECT_EQ(server.seen().front().body,
            "grant_type=authorization_code&code=c0de&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb");
}

TEST(ReferenceClient, PresentsACodeOnceWhateverCameOfIt) {
  ScriptedServer server([](const SeenRequest&) { return ScriptedAnswer{503, "", ""}; });
  Configured client(server, settings_with_code());

  const ClientReply first = client.perform(Verb::login);
  const ClientReply second = client.perform(Verb::login);

  EXPECT_EQ(first.outcome, Outcome::needs_user);
  EXPECT_EQ(second.outcome, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

TEST(ReferenceClient, AsksTheUserToLogInBeforeACallThatNeedsIt) {
  ScriptedServer server(granting);
  Configured client(server, settings_with_code());

  const Outcome outcome = client.call();

  EXPECT_EQ(outcome, Outcome::needs_user);
  EXPECT_TRUE(server.seen().empty());
}

TEST(ReferenceClient, GetsATokenWithItsOwnCredentialsAndUsesItAgain) {
  ScriptedServer server(granting);
  Configured client(server, settings_of_a_service());

  const Outcome first = client.call();
  const Outcome second = client.call();

  EXPECT_EQ(first, Outcome::ok);
  EXPECT_EQ(second, Outcome::ok);
  EXPECT_EQ(server.seen().front().body, "grant_type=client_credentials");
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

TEST(ReferenceClient, DoesNotFallBackToItsOwnCredentialsForAUsersLostAuthorization) {
  ScriptedServer server([](const SeenRequest& request) {
    return is_token_request(request) ? token_error(400, "invalid_grant") : ScriptedAnswer{401, "{}", ""};
  });
  Configured client(server, settings_with_tokens());

  client.call();
  const Outcome second = client.call();

  EXPECT_EQ(second, Outcome::needs_user);
  EXPECT_EQ(server.count("/oauth/token"), 1);
}

TEST(ReferenceClient, CannotDoWhatIsAskedForAnOrgThatItWasNotToldOf) {
  const auto client = make_reference_client();
  client->start({});

  const ClientAnswer answer = client->perform({Verb::call, OrgName("acme"), me, "GET", 1}, std::chrono::seconds{1});

  EXPECT_EQ(std::get<ClientBroke>(answer).how, ClientBroke::How::cannot_do);
}

}  // namespace
}  // namespace gcmock
