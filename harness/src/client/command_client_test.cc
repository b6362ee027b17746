#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/process_clients.h"
#include "gcmock/error.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using How = ClientBroke::How;

constexpr milliseconds long_enough{30000};
const ClientCall any_call{Verb::call, OrgName("acme"), "/api/v2/users/me", "GET", 1};

ClientProfile profile_of(const std::string& script) {
  ClientProfile profile;
  profile.name = "test";
  profile.driver = ClientProfile::Driver::command;
  profile.command = {"/bin/sh", "-c", script};
  return profile;
}

std::unique_ptr<ClientUnderTest> started(const ClientProfile& profile, const ClientEnvironment& environment = {}) {
  auto client = make_client_factory(profile)();
  EXPECT_FALSE(client->start(environment));
  return client;
}

Outcome outcome_of(const std::string& script) {
  return std::get<ClientReply>(started(profile_of(script))->perform(any_call, long_enough)).outcome;
}

TEST(CommandClient, TellsItsOutcomeByItsExitCode) {
  EXPECT_EQ(outcome_of("exit 0"), Outcome::ok);
  EXPECT_EQ(outcome_of("exit 10"), Outcome::needs_user);
  EXPECT_EQ(outcome_of("exit 11"), Outcome::needs_admin);
  EXPECT_EQ(outcome_of("exit 12"), Outcome::retry_later);
  EXPECT_EQ(outcome_of("exit 1"), Outcome::failed);
}

TEST(CommandClient, GivesExitCodesTheMeaningThatItsProfileSays) {
  ClientProfile profile = profile_of("exit 3");
  profile.exit_codes = {{3, Outcome::needs_user}};

  const ClientAnswer answer = started(profile)->perform(any_call, long_enough);

  EXPECT_EQ(std::get<ClientReply>(answer).outcome, Outcome::needs_user);
}

TEST(CommandClient, TellsItsOutcomeByItsLastLineBeforeItsExitCode) {
  EXPECT_EQ(outcome_of(R"(echo talk; echo '{"outcome":"needs_admin"}'; exit 0)"), Outcome::needs_admin);
  EXPECT_EQ(outcome_of(R"(echo '{"outcome":"needs_admin"}'; echo talk; exit 0)"), Outcome::ok);
}

TEST(CommandClient, RunsOnceAndAnswersEveryCallWithThat) {
  ClientEnvironment environment;
  environment.calls = {any_call, {Verb::refresh, OrgName("other"), "/api/v2/users/me", "GET", 1}};
  const auto client = started(profile_of("echo \"$GENESYS_CALLS\"; exit 10"), environment);

  const ClientAnswer first = client->perform(environment.calls[0], long_enough);
  const ClientAnswer second = client->perform(environment.calls[1], long_enough);

  EXPECT_EQ(client->pace(), Pace::all_at_once);
  EXPECT_EQ(std::get<ClientReply>(first).outcome, Outcome::needs_user);
  EXPECT_EQ(std::get<ClientReply>(second).outcome, Outcome::needs_user);
  EXPECT_EQ(client->finish(long_enough).standard_output, "call:acme refresh:other\n");
}

TEST(CommandClient, DoesNotRunBeforeTheFirstCall) {
  const auto client = started(profile_of("echo ran"));

  const ClientOutput output = client->finish(long_enough);

  EXPECT_EQ(output.standard_output, "");
  EXPECT_EQ(output.exit_code, std::nullopt);
}

TEST(CommandClient, IsKilledWhenItsTimeIsUp) {
  const auto client = started(profile_of("echo half; exec sleep 1000"));

  const ClientAnswer answer = client->perform(any_call, milliseconds{200});

  EXPECT_EQ(std::get<ClientBroke>(answer).how, How::timed_out);
  EXPECT_TRUE(client->finish(long_enough).had_to_be_killed);
}

TEST(CommandClient, ThatASignalEndedHasNoOutcome) {
  const auto client = started(profile_of("kill -9 $$"));

  const ClientAnswer answer = client->perform(any_call, long_enough);

  EXPECT_EQ(std::get<ClientBroke>(answer).how, How::exited);
}

TEST(CommandClient, CannotBeAskedWhatItsVariablesHaveNoWordsFor) {
  for (const ClientCall& call : {ClientCall{Verb::call, OrgName("acme"), "/api/v2/users/me", "GET", 2},
                                 ClientCall{Verb::call, OrgName("acme"), "/api/v2/tokens/me", "GET", 1},
                                 ClientCall{Verb::call, OrgName("acme"), "/api/v2/users/me", "POST", 1},
                                 ClientCall{Verb::authorize,
                                            OrgName("acme"),
                                            "/api/v2/users/me",
                                            "GET",
                                            1,
                                            {},
                                            "application/json",
                                            "ada@x:acme",
                                            ""}}) {
    ClientEnvironment environment;
    environment.calls = {call};

    const auto broke = make_client_factory(profile_of("exit 0"))()->start(environment);

    ASSERT_TRUE(broke);
    EXPECT_EQ(broke->how, How::cannot_do);
  }
}

TEST(CommandClient, ThatIsNotThereCannotBeStarted) {
  ClientProfile profile = profile_of("");
  profile.command = {"/no/such/program"};

  const ClientAnswer answer = started(profile)->perform(any_call, long_enough);

  EXPECT_EQ(std::get<ClientBroke>(answer).how, How::could_not_start);
}

TEST(ClientFactory, WantsACommandWhereAProgramIsToBeRun) {
  ClientProfile profile = profile_of("");
  profile.command.clear();

  EXPECT_THROW(make_client_factory(profile), Error);
}

TEST(ClientFactory, MakesAFreshClientEachTime) {
  const ClientFactory factory = make_client_factory(built_in_profile());

  EXPECT_NE(factory(), factory());
}

}  // namespace
}  // namespace gcmock
