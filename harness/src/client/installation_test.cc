// Tests of whether a client is installed.
#include "client/installation.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>

namespace gcmock {
namespace {

using std::chrono::seconds;
using testing::AllOf;
using testing::HasSubstr;
using testing::Optional;

ClientProfile profile_that_needs(const ClientNeeds& needs) {
  ClientProfile profile;
  profile.name = "x";
  profile.driver = ClientProfile::Driver::session;
  profile.command = {"sh", "-c", "read line; echo '{\"outcome\":\"ok\"}'"};
  profile.working_directory = GCMOCK_SOURCE_DIR;
  profile.needs = needs;
  return profile;
}

TEST(Installation, IsCompleteWhereAllThatTheProfileRequiresIsThere) {
  EXPECT_EQ(what_is_missing(profile_that_needs({{"sh", "ls"}, {"README.md", "docs"}})), std::nullopt);
  EXPECT_EQ(what_is_missing(profile_that_needs({})), std::nullopt);
}

TEST(Installation, NamesTheProgramThatIsNotInPath) {
  EXPECT_THAT(what_is_missing(profile_that_needs({{"sh", "no-such-runtime"}, {}})),
              Optional(HasSubstr("no program no-such-runtime in PATH")));
}

TEST(Installation, LooksInThePathThatTheProfileSets) {
  ClientProfile profile = profile_that_needs({{"sh"}, {}});
  profile.environment["PATH"] = "/nowhere";

  EXPECT_THAT(what_is_missing(profile), Optional(HasSubstr("no program sh in PATH")));
}

TEST(Installation, SaysHowToInstallAFileThatIsMissing) {
  ClientProfile profile = profile_that_needs({{}, {"no_such_modules"}});
  profile.install = {"npm", "ci"};

  EXPECT_THAT(what_is_missing(profile), Optional(AllOf(HasSubstr("run \"npm ci\" in " GCMOCK_SOURCE_DIR),
                                                       HasSubstr("no_such_modules is missing"))));
}

TEST(ClientFactory, MakesAClientThatIsNotStartedWhereSomethingIsMissing) {
  const auto client = make_client_factory(profile_that_needs({{"no-such-runtime"}, {}}))();

  const auto broke = client->start({});

  ASSERT_TRUE(broke.has_value());
  EXPECT_EQ(broke->how, ClientBroke::How::not_installed);
  EXPECT_THAT(broke->why, HasSubstr("no-such-runtime"));
}

TEST(ClientFactory, StartsAClientWhereNothingIsMissing) {
  const auto client = make_client_factory(profile_that_needs({{"sh"}, {"README.md"}}))();

  ASSERT_FALSE(client->start({}));
  const ClientAnswer answer = client->perform(ClientCall{.org = OrgName("acme")}, seconds{10});

  ASSERT_TRUE(std::holds_alternative<ClientReply>(answer));
  EXPECT_EQ(std::get<ClientReply>(answer).outcome, Outcome::ok);
}

}  // namespace
}  // namespace gcmock
