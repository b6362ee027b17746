// Each action as it is written, and what it means.
#include "scenario/action_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/json_document.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

std::vector<Action> read(const std::string& json) {
  const TestFolder folder;
  Mistakes mistakes;
  const auto value = read_json_file(folder.write("actions.json", json), mistakes);
  std::vector<Action> actions;
  for (ActionReading& reading : read_actions(*value, Cast(), 1, mistakes)) actions.push_back(std::move(reading.action));
  EXPECT_EQ(text_of(mistakes.sorted()), "");
  return actions;
}

Action one(const std::string& json) {
  const auto actions = read(json);
  EXPECT_EQ(actions.size(), 1U);
  return actions.at(0);
}

TEST(Actions, ThatMakeAnAnswer) {
  EXPECT_EQ(one(R"({"fail": 503})"), Action(Fail{503, ErrorBodyForm::json, {}}));
  EXPECT_EQ(one(R"({"fail": 429, "body": "none", "retry_after": "30s"})"), Action(Fail{429, ErrorBodyForm::none, 30s}));
  EXPECT_EQ(one(R"({"fail": 429, "body": "html", "retry_after": {"date": "-1m"}})"),
            Action(Fail{429, ErrorBodyForm::html, DateIn{-60s}}));
  EXPECT_EQ(one(R"({"fail": 429, "retry_after": {"text": "soon"}})"),
            Action(Fail{429, ErrorBodyForm::json, VerbatimText{"soon"}}));
  EXPECT_EQ(one(R"({"redirect": "https://other.example/x"})"), Action(Redirect{"https://other.example/x", 302}));
  EXPECT_EQ(one(R"({"redirect": "/x", "status": 308})"), Action(Redirect{"/x", 308}));
}

TEST(Actions, ThatChangeAnAnswer) {
  EXPECT_EQ(one(R"({"set": {"token_type": "mac", "deep": {"a": [1, null]}}})"),
            Action(SetMembers{{{"token_type", "\"mac\""}, {"deep", R"({"a":[1,null]})"}}}));
  EXPECT_EQ(one(R"({"set_headers": {"Content-Type": "text/plain", "Retry-After": null}})"),
            Action(SetHeaders{{{"Content-Type", "text/plain"}, {"Retry-After", std::nullopt}}}));
  EXPECT_EQ(one(R"({"replace_body": "empty"})"), Action(ReplaceBody{ReplaceBody::With::nothing}));
  EXPECT_EQ(one(R"({"truncate_body": 10})"), Action(TruncateBody{10}));
  EXPECT_EQ(one(R"({"wrong_length": 10})"), Action(MisstateLength{10, Afterwards::close}));
  EXPECT_EQ(one(R"({"wrong_length": -1, "then": "stay_open"})"), Action(MisstateLength{-1, Afterwards::stay_open}));
  EXPECT_EQ(one(R"({"broken_chunks": "short_chunk"})"), Action(BreakChunks{ChunkFault::short_chunk}));
}

TEST(Actions, ThatShapeTheDelivery) {
  EXPECT_EQ(one(R"({"delay": "20ms"})"), Action(Delay{20ms}));
  EXPECT_EQ(one(R"({"delay": {"uniform": ["100ms", "1s"]}})"), Action(Delay{UniformTime{100ms, 1s}}));
  EXPECT_EQ(one(R"({"delay": {"lognormal": {"median": "200ms", "sigma": 0.5, "at_most": "2s"}}})"),
            Action(Delay{LognormalTime{200ms, 0.5, 2s}}));
  EXPECT_EQ(one(R"({"delay": {"lognormal": {"median": "200ms", "sigma": 1}}})"),
            Action(Delay{LognormalTime{200ms, 1, std::nullopt}}));
  EXPECT_EQ(one(R"({"drip": {"bytes": 5, "every": "20ms"}})"), Action(Drip{5, 20ms}));
  EXPECT_EQ(one(R"({"cut": "inside_body", "how": "half_close"})"),
            Action(Cut{CutPoint::inside_body, CutHow::half_close}));
  EXPECT_EQ(one(R"({"silence": "inside_headers"})"), Action(FallSilent{CutPoint::inside_headers}));
  EXPECT_EQ(one(R"({"garbage": 64})"), Action(SendGarbage{64}));
}

TEST(Actions, ThatAreAboutConnectionsAndTime) {
  EXPECT_EQ(one(R"({"close_idle": "at_next_request"})"), Action(CloseIdle{}));
  EXPECT_EQ(one(R"({"close_idle": "20ms"})"), Action(CloseIdle{20ms}));
  EXPECT_EQ(one(R"({"next_connections": "refused"})"), Action(NextConnections{ConnectionFate::refused, 1}));
  EXPECT_EQ(one(R"({"next_connections": "wrong_host", "count": 3})"),
            Action(NextConnections{ConnectionFate::wrong_host, 3}));
  EXPECT_EQ(one(R"({"advance_clock": "-1h"})"), Action(AdvanceClock{-1h}));
}

TEST(Actions, AreDoneInTheOrderOfTheList) {
  EXPECT_THAT(read(R"([{"delay": "1ms"}, {"drip": {"bytes": 1, "every": "1ms"}}, {"silence": "before_headers"}])"),
              ElementsAre(Action(Delay{1ms}), Action(Drip{1, 1ms}), Action(FallSilent{CutPoint::before_headers})));
}

}  // namespace
}  // namespace gcmock
