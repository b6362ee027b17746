// What can be told of a server by what went by.
#include "record/reconstruct.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "record/seen_credentials.h"

namespace gcmock {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

RecordedExchange call(const std::string& token, int status, const std::string& body = "{}") {
  return {"GET",
          "/api/v2/users/me",
          {{"Authorization", "Bearer " + token}},
          "",
          status,
          {{"Content-Type", "application/json"}},
          body,
          {},
          {}};
}

RecordedExchange refresh(const std::string& token, int status, const std::string& answer) {
  return {"POST",
          "/oauth/token",
          {{"Content-Type", "application/x-www-form-urlencoded"}},
          "grant_type=refresh_token&refresh_token=" + token + "&client_id=my-app&client_secret=the%2Fvery-secret",
          status,
          {{"Content-Type", "application/json"}},
          answer,
          {},
          {}};
}

const std::string dead = R"({"message":"Invalid login credentials.","code":"bad.credentials","status":401})";
const std::string granted =
    R"({"access_token":"ACCESS-2-value","refresh_token":"REFRESH-2-value","token_type":"bearer","expires_in":3600})";

class Reconstruct : public testing::Test {
 protected:
  Reconstruct() : folder_(std::filesystem::temp_directory_path() / ("gcmock-drafts-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Reconstruct() override { std::filesystem::remove_all(folder_); }

  Reconstructed of(const std::vector<RecordedExchange>& recorded) {
    return reconstruct(recorded, {{"acme"}, "Recorded", "w.json", "", "", folder_.string()});
  }

  std::filesystem::path folder_;
};

TEST_F(Reconstruct, TellsARenewalAndReplaysIt) {
  const Reconstructed made =
      of({call("ACCESS-1-value", 401, dead), refresh("REFRESH-1-value", 200, granted),
          call("ACCESS-2-value", 200, R"({"id":"9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00","name":"Alice Real"})")});

  EXPECT_EQ(made.same, 3U) << testing::PrintToString(made.remarks) << made.world << made.scenario;
  EXPECT_THAT(made.scenario, HasSubstr(R"({ "do": "call", "org": "acme", "outcome": "ok" })"));
  EXPECT_THAT(made.world, AllOf(HasSubstr(R"("my-app")"), HasSubstr(R"("access_token_lifetime": "1h")"),
                                HasSubstr(R"("expires_in": "-1h")"), HasSubstr(R"("rotation": "rotate")")));
}

TEST_F(Reconstruct, WritesNoCredentialAndNobodysName) {
  const Reconstructed made = of(
      {call("ACCESS-1-value", 200, R"({"id":"9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00","name":"Alice Real"})"),
       refresh("REFRESH-1-value", 418, R"({"error":"odd","error_description":"the/very-secret of alice@real.com"})")});

  const std::string written = made.world + made.scenario;
  for (const char* secret : {"ACCESS-1-value", "REFRESH-1-value", "very-secret", "Alice Real", "alice@real.com"})
    EXPECT_THAT(written, Not(HasSubstr(secret)));
  EXPECT_THAT(written, HasSubstr("418"));
}

TEST_F(Reconstruct, TakesARefusalOfTheTokenForARevocation) {
  const Reconstructed made = of({call("ACCESS-1-value", 401, dead),
                                 refresh("REFRESH-1-value", 400, R"({"error":"invalid_grant","description":"x"})")});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, AllOf(HasSubstr("revoke_token"), HasSubstr(R"("outcome": "needs_user")")));
}

TEST_F(Reconstruct, AnswersTroubleByARule) {
  const Reconstructed made =
      of({refresh("REFRESH-1-value", 503, "<html>busy</html>"), refresh("REFRESH-1-value", 200, granted)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, AllOf(HasSubstr(R"("nth": 1)"), HasSubstr("503")));
}

RecordedExchange lost(RecordedExchange exchange, AnswerPart came) {
  exchange.came = came;
  return exchange;
}

const std::string refused = R"({"error":"invalid_grant","description":"x"})";

TEST_F(Reconstruct, TakesALostAnswerForARotationWhereTheTokenWasSpent) {
  const Reconstructed made =
      of({call("ACCESS-1-value", 401, dead), lost(refresh("REFRESH-1-value", 0, ""), AnswerPart::none),
          refresh("REFRESH-1-value", 400, refused)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, AllOf(HasSubstr(R"("stage": "after_settling", "do": { "cut": "before_headers" })"),
                                   Not(HasSubstr("revoke_token"))));
}

TEST_F(Reconstruct, TakesALostAnswerForALostRequestWhereTheTokenCouldBeSpentLater) {
  const Reconstructed made =
      of({call("ACCESS-1-value", 401, dead), lost(refresh("REFRESH-1-value", 0, ""), AnswerPart::none),
          refresh("REFRESH-1-value", 200, granted)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, HasSubstr(R"("stage": "instead_of_ruling", "do": { "cut": "before_headers" })"));
  EXPECT_THAT(made.world, Not(HasSubstr("grace_window")));
}

TEST_F(Reconstruct, KnowsThatAnAnswerWasGivenWhereItsHeadCame) {
  const Reconstructed made =
      of({call("ACCESS-1-value", 401, dead), lost(refresh("REFRESH-1-value", 200, R"({"access_tok)"), AnswerPart::head),
          refresh("REFRESH-1-value", 200, granted)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, HasSubstr(R"("stage": "after_settling", "do": { "cut": "inside_body" })"));
  EXPECT_THAT(made.world, HasSubstr("grace_window"));
}

TEST_F(Reconstruct, WritesNothingOfAGrantThatIsNoJson) {
  RecordedExchange odd = refresh("REFRESH-1-value", 200, R"({"access_token":"ACCESS-2-value","refr)");
  odd.body = "grant_type=unheard-of&client_id=my-app&client_secret=the%2Fvery-secret";

  const Reconstructed whole = of({call("ACCESS-1-value", 401, dead), odd});
  const Reconstructed part = of({call("ACCESS-1-value", 401, dead), lost(odd, AnswerPart::head)});

  EXPECT_THAT(whole.scenario + part.scenario, Not(HasSubstr("ACCESS-2")));
}

TEST_F(Reconstruct, SpoilsAGrantThatNobodyCouldUse) {
  for (const auto& [answer, action] : std::map<std::string, std::string>{
           {"", R"({ "replace_body": "empty" })"},
           {"<html>", R"({ "replace_body": "html" })"},
           {R"({"access_tok)", R"({ "truncate_body": 10 })"},
           {R"({"token_type":"bearer"})", R"({ "omit": ["access_token"] })"},
           {R"({"access_token":"ACCESS-2-value","token_type":"mac"})", R"({ "set": { "token_type": "another" } })"}}) {
    const Reconstructed made = of({call("ACCESS-1-value", 401, dead), refresh("REFRESH-1-value", 200, answer)});

    EXPECT_THAT(made.remarks, IsEmpty()) << answer;
    EXPECT_THAT(made.scenario, HasSubstr(action));
  }
}

TEST_F(Reconstruct, RefusesAFreshTokenByARule) {
  const Reconstructed made = of(
      {call("ACCESS-1-value", 401, dead), refresh("REFRESH-1-value", 200, granted), call("ACCESS-2-value", 401, dead)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, AllOf(HasSubstr(R"("refuse")"), Not(HasSubstr("expire_token"))));
}

TEST_F(Reconstruct, TakesACallWhoseAnswerWasLostForOneThatWasAllowed) {
  RecordedExchange create = lost(call("ACCESS-1-value", 0, ""), AnswerPart::none);
  create.method = "POST";
  create.target = "/api/v2/oauth/clients";

  EXPECT_THAT(of({create}).world, HasSubstr("oauth:client:add"));
}

TEST_F(Reconstruct, ExplainsARefusalOfWhichOnlyTheHeadCame) {
  const Reconstructed made =
      of({call("ACCESS-1-value", 200, "{}"), lost(call("ACCESS-1-value", 401, ""), AnswerPart::head)});

  EXPECT_THAT(made.remarks, IsEmpty()) << made.scenario;
  EXPECT_THAT(made.scenario, AllOf(HasSubstr("expire_token"), HasSubstr(R"("do": { "cut": "inside_body" })")));
}

TEST_F(Reconstruct, LetsNothingHappenBetweenACallAndItsRenewal) {
  const Reconstructed made = of({call("ACCESS-1-value", 401, dead), refresh("REFRESH-1-value", 400, refused)});

  const std::size_t event = made.scenario.find("revoke_token");
  EXPECT_LT(event, made.scenario.find(R"("do": "call")")) << made.scenario;
}

TEST(SeenCredentials, AreFoundHoweverTheyAreEncoded) {
  const SeenCredentials seen({refresh("REFRESH-1-value", 200, granted)});

  EXPECT_THAT(seen.redacted("was the%2Fvery-secret, and UkVGUkVTSC0xLXZhbHVl"),
              AllOf(Not(HasSubstr("very-secret")), Not(HasSubstr("UkVGUkVT"))));
}

}  // namespace
}  // namespace gcmock
