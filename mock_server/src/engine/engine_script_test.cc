// What a script does to requests, at both of its stages.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Script one_rule(Stage stage, std::vector<Action> actions, When when = {}) {
  return {{Rule{std::move(when), stage, std::move(actions), "scenario.json:12"}}};
}

TokenLife life_of(const Mock& mock, const std::string& label) {
  for (const auto& entry : mock.engine.ledger()) {
    if (entry.credential.label == label) return entry.life;
  }
  ADD_FAILURE() << label << " is not on the ledger";
  return TokenLife::live;
}

HttpRequest refresh_primary() {
  return refresh(refresh_token_of(primary), primary);
}

TEST(InsteadOfRuling, RefusesWithoutAskingPolicyOrChangingTheLedger) {
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling, {Refuse{RefusalReason::refresh_token_expired, {}}}));

  const auto answer = mock.send(refresh_primary());

  EXPECT_EQ(status_of(answer), 400);
  EXPECT_EQ(member_of(answer, "error"), "invalid_grant");
  EXPECT_EQ(mock.last().refusal, RefusalReason::refresh_token_expired);
  EXPECT_EQ(mock.last().subject.org, primary);
  EXPECT_THAT(mock.last().trail, IsEmpty());
  EXPECT_EQ(life_of(mock, "primary/refresh-main"), TokenLife::live);
}

TEST(InsteadOfRuling, RefusesInTheWordsOfTheEndpointThatWasAsked) {
  Mock mock(two_orgs(),
            one_rule(Stage::instead_of_ruling, {Refuse{RefusalReason::rate_limited, std::chrono::seconds(7)}}));

  const auto answer = mock.send(api_request("GET", "/api/v2/users/me", access_token_of(primary)));

  EXPECT_EQ(status_of(answer), 429);
  EXPECT_THAT(answer.bytes, HasSubstr("Retry-After: 7\r\n"));
  EXPECT_EQ(mock.last().retry_after, std::chrono::seconds(7));
}

TEST(InsteadOfRuling, RespondsWithExactlyWhatItSays) {
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling,
                                 {Respond{503, {{"Retry-After", "3"}, {"X-Odd", "yes"}}, "down for maintenance"}}));

  const auto answer = mock.send(refresh_primary());

  EXPECT_EQ(answer.bytes,
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 3\r\nX-Odd: yes\r\nContent-Length: 20\r\n"
            "Connection: keep-alive\r\n\r\ndown for maintenance");
  EXPECT_EQ(mock.last().status, 503);
  EXPECT_EQ(mock.last().retry_after, std::chrono::seconds(3));
  EXPECT_EQ(mock.last().refusal, std::nullopt);
  EXPECT_EQ(mock.last().error_code, "");
}

TEST(InsteadOfRuling, TellsTheErrorCodeOfAScriptedBody) {
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling, {Respond{400, {}, R"({"error": "invalid_grant"})"}}));

  mock.send(refresh_primary());

  EXPECT_EQ(mock.last().error_code, "invalid_grant");
}

TEST(InsteadOfRuling, LosesTheRequestWhereItOnlyCuts) {
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling, {Cut{CutPoint::before_headers, CutHow::reset}}));

  const auto lost = mock.send(refresh_primary());

  EXPECT_EQ(lost.bytes, "");
  ASSERT_THAT(lost.steps, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<Reset>(lost.steps[0]));
  EXPECT_EQ(mock.last().status, 0);
  EXPECT_EQ(life_of(mock, "primary/refresh-main"), TokenLife::live);
}

TEST(AfterSettling, LosesTheAnswerOfARotationThatHappened) {
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {Cut{CutPoint::before_headers, CutHow::close}}));

  const auto lost = mock.send(refresh_primary());

  ASSERT_THAT(lost.steps, SizeIs(1));
  EXPECT_TRUE(std::holds_alternative<Close>(lost.steps[0]));
  EXPECT_EQ(mock.last().status, 200);
  EXPECT_TRUE(mock.last().answer_has_refresh_token);
  EXPECT_THAT(mock.last().issued, SizeIs(2));
  EXPECT_THAT(mock.last().trail, Not(IsEmpty()));
  EXPECT_EQ(life_of(mock, "primary/refresh-main"), TokenLife::spent);
  EXPECT_EQ(life_of(mock, "primary/refresh-1"), TokenLife::live);
}

TEST(AfterSettling, ReplacesTheAnswerOfARotationThatHappened) {
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {Respond{502, {}, ""}}));

  const auto answer = mock.send(refresh_primary());

  EXPECT_EQ(status_of(answer), 502);
  EXPECT_EQ(mock.last().status, 502);
  EXPECT_FALSE(mock.last().answer_has_refresh_token);
  EXPECT_EQ(life_of(mock, "primary/refresh-main"), TokenLife::spent);
}

TEST(AfterSettling, OmitsMembersAndStatesTheLengthOfWhatIsLeft) {
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {OmitMembers{{"refresh_token", "expires_in", "nonsense"}}}));

  const auto answer = mock.send(refresh_primary());

  EXPECT_EQ(member_of(answer, "refresh_token"), "");
  EXPECT_THAT(body_of(answer), Not(HasSubstr("expires_in")));
  EXPECT_THAT(answer.bytes, HasSubstr("Content-Length: " + std::to_string(body_of(answer).size()) + "\r\n"));
  EXPECT_THAT(body_of(answer), HasSubstr(R"("token_type":"bearer")"));
  EXPECT_FALSE(mock.last().answer_has_refresh_token);
  EXPECT_EQ(mock.last().answer_body, R"({"access_token":"‹primary/access-1›","token_type":"bearer"})");
}

TEST(AfterSettling, DelaysAndThenCuts) {
  Mock mock(two_orgs(),
            one_rule(Stage::after_settling, {Delay{milliseconds(200)}, Cut{CutPoint::inside_body, CutHow::close}}));

  const auto delivery = mock.send(refresh_primary());

  ASSERT_THAT(delivery.steps, SizeIs(3));
  EXPECT_EQ(std::get<Wait>(delivery.steps[0]).by, milliseconds(200));
  const auto head_size = delivery.bytes.find("\r\n\r\n") + 4;
  EXPECT_GT(std::get<SendUntil>(delivery.steps[1]).offset, head_size);
  EXPECT_LT(std::get<SendUntil>(delivery.steps[1]).offset, delivery.bytes.size());
  EXPECT_TRUE(std::holds_alternative<Close>(delivery.steps[2]));
}

TEST(AfterSettling, DoesNothingBehindACut) {
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {Cut{}, Delay{milliseconds(5)}, Cut{}}));

  EXPECT_THAT(mock.send(refresh_primary()).steps, SizeIs(1));
}

TEST(AfterSettling, CutsAtThePointThatTheRuleNames) {
  const auto offset_at = [](CutPoint point) {
    Mock mock(two_orgs(), one_rule(Stage::after_settling, {Cut{point, CutHow::close}}));
    const auto delivery = mock.send(refresh_primary());
    const auto* send = std::get_if<SendUntil>(&delivery.steps[0]);
    return std::pair(send == nullptr ? 0 : send->offset, delivery.bytes);
  };

  const auto [inside_headers, bytes] = offset_at(CutPoint::inside_headers);
  const auto [after_body, all] = offset_at(CutPoint::after_body);

  EXPECT_GT(inside_headers, 0U);
  EXPECT_LT(inside_headers, bytes.find("\r\n\r\n"));
  EXPECT_EQ(after_body, all.size());
}

TEST(AfterSettling, CutsInsideTheHeadOfAnAnswerWithoutABody) {
  Mock mock(two_orgs(),
            one_rule(Stage::after_settling, {Respond{200, {}, ""}, Cut{CutPoint::inside_body, CutHow::close}}));

  const auto delivery = mock.send(refresh_primary());

  EXPECT_EQ(std::get<SendUntil>(delivery.steps[0]).offset, delivery.bytes.size() - 1);
}

TEST(Script, IsRecordedWhereItSpokeAndCounted) {
  When second;
  second.nth = 2;
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {Delay{milliseconds(5)}}, second));

  mock.send(refresh_primary());
  EXPECT_EQ(mock.last().rule, std::nullopt);
  mock.send(refresh_primary());

  EXPECT_EQ(mock.last().rule, (RuleSpoke{0, Stage::after_settling, "delay 5ms", "scenario.json:12"}));
  EXPECT_EQ(mock.last().author, Author::mock) << "a late answer is still policy's";
  EXPECT_THAT(mock.engine.rules_fired(), ElementsAre(1U));
}

TEST(Script, MatchesTheOrgOfTheTokenAndTheGrant) {
  When when;
  when.org = secondary;
  when.grant = GrantType::refresh_token;
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling, {Respond{500, {}, ""}}, when));

  EXPECT_EQ(status_of(mock.send(refresh_primary())), 200);
  EXPECT_EQ(status_of(mock.send(refresh(refresh_token_of(secondary), secondary))), 500);
  EXPECT_EQ(status_of(mock.send(api_request("GET", "/api/v2/organizations/me", access_token_of(secondary)))), 200);
}

TEST(Script, DelaysARequestThatPolicyThenRulesOn) {
  Mock mock(two_orgs(), one_rule(Stage::instead_of_ruling, {Delay{milliseconds(5)}}));

  const auto answer = mock.send(refresh_primary());

  EXPECT_EQ(status_of(answer), 200);
  ASSERT_THAT(answer.steps, SizeIs(1));
}

TEST(Script, MayEndTheConnectionByItsOwnHeader) {
  Mock mock(two_orgs(), one_rule(Stage::after_settling, {Respond{200, {{"connection", "close"}}, "x"}}));

  EXPECT_EQ(mock.send(refresh_primary()).after, Persistence::close);
}

}  // namespace
}  // namespace gcmock::tests
