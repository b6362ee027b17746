#include "client/reply_line.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(RequestLine, SaysAllOfACall) {
  const ClientCall call{Verb::call, OrgName("acme"), "/api/v2/tokens/me", "DELETE", 3};

  EXPECT_EQ(request_line(call),
            R"({"do":"call","method":"DELETE","org":"acme","parallel":3,"path":"/api/v2/tokens/me"})");
}

TEST(RequestLine, HasABodyAsJsonOrAsATextWithItsType) {
  ClientCall call{Verb::call, OrgName("acme"), "/x", "POST", 1};
  call.body = R"({"a":1})";
  const std::string json = request_line(call);
  call.content_type = "text/plain";
  const std::string text = request_line(call);

  EXPECT_EQ(json, R"({"body":{"a":1},"do":"call","method":"POST","org":"acme","parallel":1,"path":"/x"})");
  EXPECT_EQ(
      text,
      R"({"body":"{\"a\":1}","content_type":"text/plain","do":"call","method":"POST","org":"acme","parallel":1,"path":"/x"})");
}

TEST(RequestLine, HasNoPathWhereNothingIsCalled) {
  const ClientCall call{Verb::login, OrgName("acme"), "/api/v2/users/me", "GET", 1};

  EXPECT_EQ(request_line(call), R"({"do":"login","org":"acme","parallel":1})");
}

TEST(RequestLine, SaysWhoIsToLogInAndWhere) {
  ClientCall call{Verb::authorize, OrgName("acme"), "/api/v2/users/me", "GET", 1};
  const std::string anyone = request_line(call);
  call.login_hint = "ada@x:partner";
  call.target = "id-1";
  const std::string by_trust = request_line(call);

  EXPECT_EQ(anyone, R"({"do":"authorize","login_hint":"acme","org":"acme","parallel":1})");
  EXPECT_EQ(by_trust, R"({"do":"authorize","login_hint":"ada@x:partner","org":"acme","parallel":1,"target":"id-1"})");
}

TEST(Reply, IsAnOutcomeAndPerhapsADetail) {
  const auto reply = read_reply(R"({"outcome":"needs_user","detail":"invalid_grant","more":[1]})");

  ASSERT_TRUE(reply);
  EXPECT_EQ(std::get<ClientReply>(*reply).outcome, Outcome::needs_user);
  EXPECT_EQ(std::get<ClientReply>(*reply).detail, "invalid_grant");
}

TEST(Reply, MayBeThatTheClientCannotBeAskedThis) {
  const auto reply = read_reply(R"({"cannot_do":"two origins"})");

  ASSERT_TRUE(reply);
  EXPECT_EQ(std::get<ClientBroke>(*reply).how, ClientBroke::How::cannot_do);
  EXPECT_EQ(std::get<ClientBroke>(*reply).why, "two origins");
}

TEST(Reply, IsNothingElse) {
  for (const char* line : {"", "ok", "\"ok\"", "{}", R"({"outcome":"okay"})", R"({"outcome":1})",
                           R"({"cannot_do":true})", R"({"outcome":"ok")", R"(["outcome"])", "[[[[[[[[[[", "\xFF"})
    EXPECT_FALSE(read_reply(line)) << line;
}

}  // namespace
}  // namespace gcmock
