#include "inquiry/written_request.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

TEST(WrittenRequest, OnOneLineIsMethodTargetAndBody) {
  const WrittenRequest written = read_request("POST /oauth/token grant_type=client_credentials\n");

  ASSERT_TRUE(written.request) << written.mistake;
  EXPECT_EQ(written.request->method, "POST");
  EXPECT_EQ(written.request->target, "/oauth/token");
  EXPECT_EQ(written.request->body, "grant_type=client_credentials");
  EXPECT_THAT(written.request->headers, ElementsAre(Pair("Content-Type", "application/x-www-form-urlencoded")));
}

TEST(WrittenRequest, AsHttpWritesItHasHeadersAndABody) {
  const WrittenRequest written = read_request(
      "POST /api/v2/oauth/clients HTTP/1.1\r\nHost: api.mypurecloud.com\r\nContent-Length: "
      "99\r\n\r\n{\"name\":\n\"x\"}\n");

  ASSERT_TRUE(written.request) << written.mistake;
  EXPECT_EQ(written.request->body, "{\"name\":\n\"x\"}");
  EXPECT_THAT(written.request->headers,
              ElementsAre(Pair("Host", "api.mypurecloud.com"), Pair("Content-Type", "application/json")));
}

TEST(WrittenRequest, MayNameAWholeUrl) {
  const WrittenRequest written = read_request("GET https://api.mypurecloud.ie/api/v2/users/me?expand=groups");

  ASSERT_TRUE(written.request) << written.mistake;
  EXPECT_EQ(written.request->target, "/api/v2/users/me?expand=groups");
  EXPECT_THAT(written.request->headers, ElementsAre(Pair("Host", "api.mypurecloud.ie")));
  EXPECT_THAT(written.request->body, IsEmpty());
}

TEST(WrittenRequest, SaysWhatIsWrong) {
  EXPECT_THAT(read_request("  ").mistake, HasSubstr("is empty"));
  EXPECT_THAT(read_request("/oauth/token").mistake, HasSubstr("method in capitals"));
  EXPECT_THAT(read_request("GET api/v2/users/me").mistake, HasSubstr("a path, or a URL"));
  EXPECT_THAT(read_request("GET /x HTTP/1.1\nno header\n\n").mistake, HasSubstr("a header line is"));
  EXPECT_THAT(read_request("POST /x a=b\nHost: y\n\n").mistake, HasSubstr("more than method"));
}

}  // namespace
}  // namespace gcmock
