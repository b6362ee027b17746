// Requests looked into, answers written out.
#include "wire/http_message.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HttpRequest, FindsHeadersInAnyCaseAndTheFirstOfEqualNames) {
  HttpRequest request;
  request.headers = {{"Host", "a"}, {"X-One", "1"}, {"x-one", "2"}};

  ASSERT_NE(request.header("x-ONE"), nullptr);
  EXPECT_EQ(*request.header("x-ONE"), "1");
  EXPECT_EQ(request.header("X-Two"), nullptr);
}

TEST(HttpRequest, SplitsTheTargetAtTheFirstQuestionMark) {
  HttpRequest request;
  request.target = "/a/b?c=d?e";

  EXPECT_EQ(request.path(), "/a/b");
  EXPECT_EQ(request.query(), "c=d?e");

  request.target = "/a";

  EXPECT_EQ(request.path(), "/a");
  EXPECT_EQ(request.query(), "");
}

TEST(Serialise, WritesHeadAndBody) {
  const auto serialised =
      serialise({200, {{"Content-Type", "text/plain"}}, "hello"}, BodyBytes::sent, Persistence::keep_alive);

  EXPECT_EQ(serialised.bytes,
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello");
  EXPECT_EQ(serialised.bytes.substr(serialised.head_size), "hello");
}

TEST(Serialise, StatesTheLengthOfABodyThatHeadLeavesOut) {
  const auto serialised = serialise({200, {}, "hello"}, BodyBytes::left_out, Persistence::close);

  EXPECT_THAT(serialised.bytes, HasSubstr("Content-Length: 5\r\nConnection: close\r\n"));
  EXPECT_EQ(serialised.head_size, serialised.bytes.size());
}

TEST(Serialise, LetsAScriptStateItsOwnFraming) {
  const auto serialised = serialise({200, {{"content-length", "9"}, {"CONNECTION", "close"}}, "hello"}, BodyBytes::sent,
                                    Persistence::close);

  EXPECT_THAT(serialised.bytes, Not(HasSubstr("Content-Length")));
  EXPECT_THAT(serialised.bytes, Not(HasSubstr("Connection: ")));
}

TEST(Serialise, WritesNoBodyForNoContent) {
  const auto serialised = serialise({204, {}, "hello"}, BodyBytes::sent, Persistence::keep_alive);

  EXPECT_EQ(serialised.bytes, "HTTP/1.1 204 No Content\r\nConnection: keep-alive\r\n\r\n");
}

TEST(ReasonPhrase, IsThereForStatusesThatNobodyNamed) {
  EXPECT_EQ(reason_phrase(429), "Too Many Requests");
  EXPECT_EQ(reason_phrase(599), "Unknown");
}

}  // namespace
}  // namespace gcmock
