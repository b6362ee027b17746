// What the body of a token answer told the client.
#include "reading/token_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

Exchange answered(const std::string& body, int status = 200) {
  Exchange exchange;
  exchange.status = status;
  exchange.answer_body = body;
  return exchange;
}

TEST(TokenAnswer, BringsAnAccessToken) {
  EXPECT_FALSE(lacks_access_token(answered(R"({"access_token":"‹acme/access-1›","expires_in":60})")));
  EXPECT_FALSE(lacks_access_token(answered("\n{ \"access_token\" : \"x\" }\n")));
}

TEST(TokenAnswer, LacksAnAccessToken) {
  for (const auto* body : {"", "  ", "<html></html>", "[]", "null", "{}", R"({"access_token":"x)",
                           R"({"access_token":null})", R"({"access_token":""})", R"({"token":"x"})"}) {
    EXPECT_TRUE(lacks_access_token(answered(body))) << body;
  }
}

TEST(TokenAnswer, IsJudgedOnlyWhereItGrantsAndIsShownWhole) {
  EXPECT_FALSE(lacks_access_token(answered("", 503)));
  EXPECT_FALSE(lacks_access_token(answered(std::string(4096, ' '))));
}

TEST(TokenAnswer, TellsItsLifetime) {
  EXPECT_EQ(lifetime_told(answered(R"({"access_token":"x","expires_in":60})")), 60s);
  EXPECT_EQ(lifetime_told(answered(R"({"expires_in" : 60 , "access_token":"x"})")), 60s);
}

TEST(TokenAnswer, TellsNoLifetimeBeyondTenYears) {
  EXPECT_EQ(lifetime_told(answered(R"({"expires_in":9223372036854775807})")),
            std::chrono::seconds(std::chrono::years{10}));
}

TEST(TokenAnswer, TellsItsType) {
  EXPECT_EQ(token_type_told(answered(R"({"token_type":"mac","expires_in":60})")), "mac");
  EXPECT_EQ(token_type_told(answered("{\"token_type\" : 7\n}")), "7");
  EXPECT_EQ(token_type_told(answered("{}")), "");
  EXPECT_EQ(token_type_told(answered(R"({"token_type":"ma)")), "") << "a client cannot read that either";
}

TEST(TokenAnswer, TellsTheNamesOfItsMembers) {
  EXPECT_THAT(members_told(answered(R"({"a":"b\"}","c" : {"d":1,"e":["f",{"g":2}]},"h":null})")),
              testing::ElementsAre("a", "c", "h"));
  EXPECT_THAT(members_told(answered("{}")), testing::IsEmpty());
  EXPECT_THAT(members_told(answered(R"(["a"])")), testing::IsEmpty());
  EXPECT_THAT(members_told(answered(R"({"a":"b\)")), testing::IsEmpty());
}

TEST(TokenAnswer, DoesNotTellItsLifetime) {
  for (const auto* body : {"", "{}", R"({"expires_in":"60"})", R"({"expires_in":-1})", R"({"expires_in":1.5})",
                           R"({"expires_in":60)", R"({"expires_in":null})"}) {
    EXPECT_EQ(lifetime_told(answered(body)), std::nullopt) << body;
  }
}

}  // namespace
}  // namespace gcmock
