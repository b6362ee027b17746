// Whether a client's clock can be made to jump is found out before a scenario relies on it.
#include <gmock/gmock.h>

#include "client/clock_preflight.h"

namespace gcmock {
namespace {

using testing::Eq;
using testing::HasSubstr;
using testing::Optional;

ClientProfile profile_of(std::vector<std::string> command,
                         ClientProfile::Driver driver = ClientProfile::Driver::session) {
  ClientProfile profile;
  profile.name = "probe";
  profile.driver = driver;
  profile.command = std::move(command);
  return profile;
}

std::optional<std::string> why_clock_stays(const ClientProfile& profile) {
  return ClockPreflight(profile).why_clock_stays({});
}

TEST(ClockPreflight, SeesThatASessionsClockJumps) {
  EXPECT_THAT(why_clock_stays(profile_of({CLOCK_PROBE})), Eq(std::nullopt));
}

TEST(ClockPreflight, SeesThatTheClockOfAProgramInAShellJumps) {
  const auto profile = profile_of({"sh", "-c", R"(while read -r line; do echo "{\"now_ms\":$(date +%s)000}"; done)"});

  EXPECT_THAT(why_clock_stays(profile), Eq(std::nullopt));
}

TEST(ClockPreflight, SeesThatACommandsClockJumps) {
  const auto profile = profile_of({"sh", "-c", R"([ "$GENESYS_CALLS" = now ] && echo "{\"now_ms\":$(date +%s)000}")"},
                                  ClientProfile::Driver::command);

  EXPECT_THAT(why_clock_stays(profile), Eq(std::nullopt));
}

TEST(ClockPreflight, SaysThatAStaticProgramDoesNotSeeTheJump) {
  EXPECT_THAT(why_clock_stays(profile_of({CLOCK_PROBE_STATIC})),
              Optional(HasSubstr("it did not see a jump of 25h; programs that are linked statically")));
}

TEST(ClockPreflight, SaysThatAProgramThatMakesUpItsTimeDoesNotSeeTheJump) {
  EXPECT_THAT(why_clock_stays(profile_of({"sh", "-c", R"(while read -r line; do echo '{"now_ms":5}'; done)"})),
              Optional(HasSubstr("it did not see a jump of 25h")));
}

TEST(ClockPreflight, SaysThatAClientDoesNotTellItsTime) {
  for (const char* reply : {R"({"outcome":"failed"})", "what?", R"({"now_ms":"today"})", R"({"now_ms":-1})"}) {
    const auto profile = profile_of({"sh", "-c", "while read -r line; do echo '" + std::string(reply) + "'; done"});

    EXPECT_THAT(why_clock_stays(profile), Optional(HasSubstr("it does not say what time it is"))) << reply;
  }
  EXPECT_THAT(why_clock_stays(profile_of({"true"})), Optional(HasSubstr("it does not say what time it is")));
}

TEST(ClockPreflight, LeavesAClientThatDoesNotStartToTheScenario) {
  EXPECT_THAT(why_clock_stays(profile_of({"/no/such/program"})), Eq(std::nullopt));
}

TEST(ClockPreflight, TellsTheClientOfNoHostThatIsThere) {
  ClientEnvironment environment;
  environment.login_url = environment.api_url = "http://127.0.0.1:1234/of-the-scenario";
  const auto profile = profile_of({"sh", "-c",
                                   R"([ "$GENESYS_LOGIN_URL$GENESYS_API_URL" = http://127.0.0.1:9http://127.0.0.1:9 ] )"
                                   R"(&& echo "{\"now_ms\":$(date +%s)000}")"},
                                  ClientProfile::Driver::command);

  EXPECT_THAT(ClockPreflight(profile).why_clock_stays(environment), Eq(std::nullopt));
}

}  // namespace
}  // namespace gcmock
