#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/process_clients.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::Not;
using How = ClientBroke::How;

constexpr milliseconds long_enough{30000};
constexpr milliseconds short_time{50};
const ClientCall any_call{Verb::call, OrgName("acme"), "/api/v2/users/me", "GET", 1};

std::unique_ptr<ClientUnderTest> started(const std::string& script, const ClientEnvironment& environment = {}) {
  ClientProfile profile;
  profile.name = "test";
  profile.driver = ClientProfile::Driver::session;
  profile.command = {"/bin/sh", "-c", script};
  auto client = make_client_factory(profile)();
  EXPECT_FALSE(client->start(environment));
  return client;
}

How how_it_broke(const ClientAnswer& answer) {
  return std::get<ClientBroke>(answer).how;
}

TEST(SessionClient, RepliesToEachCall) {
  const auto client =
      started(R"(read a; echo '{"outcome":"ok"}'; read b; echo '{"outcome":"needs_admin","detail":"403"}')");

  const ClientAnswer first = client->perform(any_call, long_enough);
  const ClientAnswer second = client->perform(any_call, long_enough);

  EXPECT_EQ(std::get<ClientReply>(first).outcome, Outcome::ok);
  EXPECT_EQ(std::get<ClientReply>(second).outcome, Outcome::needs_admin);
  EXPECT_EQ(std::get<ClientReply>(second).detail, "403");
}

TEST(SessionClient, IsToldTheCallAndTheEnvironment) {
  ClientEnvironment environment;
  environment.login_url = "http://login";
  const auto client =
      started(R"(read line; echo "$GENESYS_LOGIN_URL $line" >&2; echo '{"outcome":"ok"}')", environment);

  client->perform(any_call, long_enough);

  const ClientOutput output = client->finish(long_enough);
  EXPECT_EQ(output.standard_error,
            R"(http://login {"do":"call","method":"GET","org":"acme","parallel":1,"path":"/api/v2/users/me"})"
            "\n");
}

TEST(SessionClient, ThatSaysSomethingElseSpokeNonsense) {
  const auto client = started(R"(read line; echo 'token: s3cret'; cat >&2)");

  const ClientAnswer answer = client->perform(any_call, long_enough);

  EXPECT_EQ(how_it_broke(answer), How::spoke_nonsense);
  EXPECT_THAT(std::get<ClientBroke>(answer).why, Not(HasSubstr("s3cret")));
}

TEST(SessionClient, ThatEndsBeforeItRepliesSaysHow) {
  const auto client = started("read line; exit 3");

  const ClientAnswer answer = client->perform(any_call, long_enough);

  EXPECT_EQ(how_it_broke(answer), How::exited);
  EXPECT_EQ(std::get<ClientBroke>(answer).why, "ended by exit code 3");
}

TEST(SessionClient, ThatEndedBeforeItWasAskedHasExited) {
  const auto client = started("exec 0<&- 1>&-; exit 0");

  const ClientAnswer answer = client->perform(any_call, long_enough);

  EXPECT_EQ(how_it_broke(answer), How::exited);
}

TEST(SessionClient, ThatDoesNotReplyTimesOut) {
  const auto client = started("exec sleep 1000");

  const ClientAnswer answer = client->perform(any_call, short_time);

  EXPECT_EQ(how_it_broke(answer), How::timed_out);
}

TEST(SessionClient, IsNotAskedAgainAfterItFailedToReply) {
  const auto client = started(R"(echo nonsense; while read line; do echo '{"outcome":"ok"}'; done)");

  const ClientAnswer first = client->perform(any_call, long_enough);
  const ClientAnswer second = client->perform(any_call, long_enough);

  EXPECT_EQ(how_it_broke(first), How::spoke_nonsense);
  EXPECT_EQ(how_it_broke(second), How::spoke_nonsense);
}

TEST(SessionClient, EndsByItselfWhenNoMoreCallsCome) {
  const auto client = started("cat >/dev/null; echo bye >&2; exit 4");

  const ClientOutput output = client->finish(long_enough);

  EXPECT_EQ(output.exit_code, 4);
  EXPECT_FALSE(output.had_to_be_killed);
  EXPECT_EQ(output.standard_error, "bye\n");
}

TEST(SessionClient, IsKilledWhereItStaysBeyondItsGrace) {
  const auto client = started("echo here >&2; exec sleep 1000");

  const ClientOutput output = client->finish(short_time);

  EXPECT_TRUE(output.had_to_be_killed);
  EXPECT_EQ(output.exit_code, std::nullopt);
}

TEST(SessionClient, ThatIsNotThereCannotBeStarted) {
  ClientProfile profile;
  profile.driver = ClientProfile::Driver::session;
  profile.command = {"/no/such/program"};
  const auto client = make_client_factory(profile)();

  const auto broke = client->start({});

  ASSERT_TRUE(broke);
  EXPECT_EQ(broke->how, How::could_not_start);
  EXPECT_THAT(broke->why, HasSubstr("No such file or directory"));
}

}  // namespace
}  // namespace gcmock
