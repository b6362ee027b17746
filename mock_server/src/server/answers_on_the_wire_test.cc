// Actions that make or change an answer, as a raw client sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/wire_in_tests.h"

namespace gcmock {
namespace {

using std::chrono::seconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using Ending = RawClient::Ending;
using nlohmann::json;

Seen seen_instead(std::vector<Action> actions) {
  return seen_after(Stage::instead_of_ruling, std::move(actions));
}

TEST(FailOnTheWire, IsWordedAsTheApiDoesAsAGatewayDoesOrNotAtAll) {
  for (const int status : {429, 500, 502, 503, 504}) {
    const auto line = "HTTP/1.1 " + std::to_string(status) + " ";

    const auto worded = seen_instead({Fail{status, ErrorBodyForm::json, {}}});
    const auto page = seen_instead({Fail{status, ErrorBodyForm::html, {}}});
    const auto bare = seen_instead({Fail{status, ErrorBodyForm::none, {}}});

    EXPECT_THAT(worded.bytes, StartsWith(line));
    EXPECT_EQ(json::parse(worded.body()).at("status"), status);
    EXPECT_EQ(worded.header("Retry-After"), "");
    EXPECT_THAT(page.bytes, StartsWith(line));
    EXPECT_EQ(page.header("Content-Type"), "text/html");
    EXPECT_THAT(page.body(), StartsWith("<html>"));
    EXPECT_THAT(bare.bytes, StartsWith(line));
    EXPECT_EQ(bare.header("Content-Length"), "0");
    EXPECT_EQ(bare.header("Content-Type"), "");
    EXPECT_EQ(bare.exchange.status, status);
    EXPECT_EQ(bare.exchange.rule->what, "fail with " + std::to_string(status) + " and no body");
  }
}

TEST(FailOnTheWire, SaysRetryAfterAsSecondsAsADateAndAsNonsense) {
  const auto later = seen_instead({Fail{429, ErrorBodyForm::none, seconds{30}}});
  const auto date = seen_instead({Fail{429, ErrorBodyForm::none, DateIn{seconds{30}}}});
  const auto soon = seen_instead({Fail{429, ErrorBodyForm::none, VerbatimText{"soon"}}});
  const auto past = seen_instead({Fail{429, ErrorBodyForm::none, VerbatimText{"-1"}}});
  const auto huge = seen_instead({Fail{429, ErrorBodyForm::none, VerbatimText{"99999999999"}}});

  EXPECT_EQ(later.header("Retry-After"), "30");
  EXPECT_EQ(later.exchange.retry_after, seconds{30});
  EXPECT_EQ(date.header("Date"), "Thu, 01 Jan 2026 00:00:00 GMT");
  EXPECT_EQ(date.header("Retry-After"), "Thu, 01 Jan 2026 00:00:30 GMT");
  EXPECT_EQ(date.exchange.retry_after, seconds{30});
  EXPECT_EQ(soon.header("Retry-After"), "soon");
  EXPECT_EQ(soon.exchange.retry_after, std::nullopt);
  EXPECT_EQ(past.header("Retry-After"), "-1");
  EXPECT_EQ(past.exchange.retry_after, std::nullopt);
  EXPECT_EQ(huge.header("Retry-After"), "99999999999");
}

TEST(RedirectOnTheWire, IsAStatusAndALocation) {
  for (const int status : {302, 307, 308}) {
    const auto seen = seen_instead({Redirect{"https://login.other.example/oauth/token", status}});

    EXPECT_THAT(seen.bytes, StartsWith("HTTP/1.1 " + std::to_string(status) + " "));
    EXPECT_EQ(seen.header("Location"), "https://login.other.example/oauth/token");
    EXPECT_EQ(seen.body(), "");
    EXPECT_EQ(seen.exchange.status, status);
  }
}

TEST(SetOnTheWire, ChangesAndAddsMembersOfTheAnswerAndOfTheJournal) {
  const auto seen = seen_after_settling({SetMembers{{{"token_type", "\"mac\""}, {"unheard_of", "[1,null]"}}}});

  const auto body = json::parse(seen.body());
  EXPECT_EQ(body.at("token_type"), "mac");
  EXPECT_EQ(body.at("unheard_of"), json::parse("[1,null]"));
  EXPECT_TRUE(body.contains("access_token"));
  EXPECT_EQ(seen.header("Content-Length"), std::to_string(seen.body().size()));
  EXPECT_THAT(seen.exchange.answer_body, HasSubstr(R"("token_type":"mac")"));
  EXPECT_THAT(seen.exchange.answer_body, Not(HasSubstr(body.at("access_token").get<std::string>())));
}

TEST(SetOnTheWire, TellsOfNoRefreshTokenWhereItIsTakenAway) {
  const auto seen = seen_after_settling({SetMembers{{{"refresh_token", "null"}}}});

  EXPECT_TRUE(json::parse(seen.body()).at("refresh_token").is_null());
  EXPECT_FALSE(seen.exchange.answer_has_refresh_token);
}

TEST(SetHeadersOnTheWire, ChangesAddsAndLeavesOut) {
  const auto seen =
      seen_after_settling({SetHeaders{{{"content-type", "text/plain"}, {"X-Odd", "1"}, {"ININ-Correlation-Id", {}}}}});

  EXPECT_EQ(seen.header("content-type"), "text/plain");
  EXPECT_EQ(seen.header("Content-Type"), "");
  EXPECT_EQ(seen.header("X-Odd"), "1");
  EXPECT_EQ(seen.header("ININ-Correlation-Id"), "");
  EXPECT_TRUE(json::accept(seen.body()));
}

TEST(SetHeadersOnTheWire, TakesRetryAfterFromARefusalAndFromTheJournal) {
  const auto seen =
      seen_instead({Refuse{RefusalReason::rate_limited, seconds{9}}, SetHeaders{{{"Retry-After", std::nullopt}}}});

  EXPECT_EQ(seen.exchange.status, 429);
  EXPECT_EQ(seen.header("Retry-After"), "");
  EXPECT_EQ(seen.exchange.retry_after, std::nullopt);
}

TEST(ReplaceBodyOnTheWire, SendsHtmlOrNothingUnderTheSameStatus) {
  const auto page = seen_after_settling({ReplaceBody{ReplaceBody::With::html}});
  const auto empty = seen_after_settling({ReplaceBody{ReplaceBody::With::nothing}});

  EXPECT_THAT(page.bytes, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
  EXPECT_THAT(page.body(), StartsWith("<!DOCTYPE html>"));
  EXPECT_FALSE(page.exchange.answer_has_refresh_token);
  EXPECT_EQ(page.exchange.delivery.state, DeliveryState::complete);
  EXPECT_THAT(empty.bytes, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(empty.header("Content-Length"), "0");
  EXPECT_EQ(empty.body(), "");
}

TEST(TruncateBodyOnTheWire, StatesTheLengthOfWhatIsLeft) {
  const auto whole = seen_after_settling({Delay{}});
  const auto seen = seen_after_settling({TruncateBody{10}});

  EXPECT_EQ(seen.body(), whole.body().substr(0, whole.body().size() - 10));
  EXPECT_EQ(seen.header("Content-Length"), std::to_string(seen.body().size()));
  EXPECT_FALSE(json::accept(seen.body()));
  EXPECT_FALSE(seen.exchange.answer_has_refresh_token);
}

TEST(TruncateBodyOnTheWire, LeavesNothingOfAShortBody) {
  EXPECT_EQ(seen_instead({Respond{200, {}, "short"}, TruncateBody{10}}).body(), "");
}

TEST(WrongLengthOnTheWire, IsTooLongOrTooShortAndIsNoAnswer) {
  const auto whole = seen_after_settling({Delay{}});
  const auto length = static_cast<int>(whole.body().size());

  const auto longer = seen_after_settling({MisstateLength{10, Afterwards::close}});
  const auto shorter = seen_after_settling({MisstateLength{-10, Afterwards::close}});

  EXPECT_EQ(longer.header("Content-Length"), std::to_string(length + 10));
  EXPECT_EQ(longer.body(), whole.body());
  EXPECT_EQ(longer.ending, Ending::fin);
  EXPECT_EQ(longer.exchange.delivery.state, DeliveryState::cut);
  EXPECT_EQ(shorter.header("Content-Length"), std::to_string(length - 10));
  EXPECT_EQ(shorter.body(), whole.body());
  EXPECT_EQ(shorter.exchange.delivery.state, DeliveryState::cut);
}

TEST(WrongLengthOnTheWire, MayPromiseBytesThatNeverCome) {
  const MockServer server{lasting_orgs(),
                          at_the_first(Stage::after_settling, {MisstateLength{10, Afterwards::stay_open}})};
  RawClient client{server.port()};

  client.send(refresh_request("close")).read_past("}");

  EXPECT_TRUE(client.hears_nothing_for(std::chrono::milliseconds{20}));
}

TEST(WrongLengthOnTheWire, MayLeaveTheConnectionOpenForTheNextRequest) {
  const MockServer server{lasting_orgs(),
                          at_the_first(Stage::after_settling, {MisstateLength{-10, Afterwards::stay_open}})};
  RawClient client{server.port()};
  client.send(refresh_request()).read_answer();

  const auto rest = client.send(refresh_request()).read_past("HTTP/1.1 ");

  EXPECT_EQ(rest.size(), 10 + std::string_view{"HTTP/1.1 "}.size());
  EXPECT_EQ(server.journal().at(1).connection, server.journal().at(0).connection);
}

TEST(BrokenChunksOnTheWire, AreBrokenAsTheRuleSays) {
  const std::string body = R"({"a":1})";
  const auto answer = [&](ChunkFault how) { return seen_instead({Respond{200, {}, body}, BreakChunks{how}}); };

  const auto bad_size = answer(ChunkFault::bad_size);
  const auto short_chunk = answer(ChunkFault::short_chunk);
  const auto no_last_chunk = answer(ChunkFault::no_last_chunk);

  EXPECT_EQ(bad_size.body(), "3\r\n{\"a\r\nnone\r\n\":1}\r\n");
  EXPECT_EQ(short_chunk.body(), "3\r\n{\"a\r\n14\r\n\":1}");
  EXPECT_EQ(no_last_chunk.body(), "3\r\n{\"a\r\n4\r\n\":1}\r\n");
  for (const auto& seen : {bad_size, short_chunk, no_last_chunk}) {
    EXPECT_EQ(seen.header("Transfer-Encoding"), "chunked");
    EXPECT_EQ(seen.header("Content-Length"), "");
    EXPECT_EQ(seen.ending, Ending::fin);
    EXPECT_EQ(seen.exchange.delivery.state, DeliveryState::cut);
  }
}

TEST(GarbageOnTheWire, IsNoHttpAndTheSameForTheSameSeed) {
  const auto seen = seen_after_settling({SendGarbage{64}});

  EXPECT_EQ(seen.bytes.size(), 64U);
  for (const char byte : seen.bytes) EXPECT_GE(static_cast<unsigned char>(byte), 0x80);
  EXPECT_EQ(seen.ending, Ending::fin);
  EXPECT_EQ(seen.exchange.delivery.state, DeliveryState::cut);
  EXPECT_EQ(seen.exchange.status, 200);
  EXPECT_EQ(seen_after_settling({SendGarbage{64}}).bytes, seen.bytes);
  EXPECT_NE(seen_after(Stage::after_settling, {SendGarbage{64}}, refresh_request(), 2).bytes, seen.bytes);
}

TEST(GarbageOnTheWire, CanStandInPlaceOfARuling) {
  const auto seen = seen_instead({SendGarbage{8}});

  EXPECT_EQ(seen.bytes.size(), 8U);
  EXPECT_EQ(seen.exchange.status, 0);
}

}  // namespace
}  // namespace gcmock
