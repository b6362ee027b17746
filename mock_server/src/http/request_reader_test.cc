// What the reader finds in well-formed bytes, however they are split.
#include "http/request_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::Pair;
using Finding = RequestReader::Finding;

HttpRequest read_one(std::string_view bytes) {
  RequestReader reader{RequestLimits{}};
  EXPECT_EQ(reader.feed(bytes), Finding::request) << reader.fault().what << "\n" << bytes;
  return reader.finding() == Finding::request ? reader.take() : HttpRequest{};
}

TEST(RequestReader, ReadsMethodTargetAndHeadersAsSent) {
  const auto request = read_one("GET /a%20b?c=%7E HTTP/1.1\r\nHost: h:80\r\nX-Y: \t v w \t\r\nx-y:\r\n\r\n");

  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.target, "/a%20b?c=%7E");
  EXPECT_EQ(request.minor_version, 1);
  EXPECT_THAT(request.headers, ElementsAre(Pair("Host", "h:80"), Pair("X-Y", "v w"), Pair("x-y", "")));
  EXPECT_EQ(request.body, "");
}

TEST(RequestReader, DoesNotDecodeAnAuthorizationHeader) {
  const auto request = read_one("GET / HTTP/1.1\r\nHost: h\r\nAuthorization: Basic YTpi%3D+/=\r\n\r\n");

  EXPECT_THAT(request.headers.at(1), Pair("Authorization", "Basic YTpi%3D+/="));
}

TEST(RequestReader, ReadsABodyByItsLength) {
  using namespace std::string_literals;

  EXPECT_EQ(read_one("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\na\r\n\0b"s).body, "a\r\n\0b"s);
}

TEST(RequestReader, ReadsTheBodyOfAGet) {
  EXPECT_EQ(read_one("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc").body, "abc");
}

TEST(RequestReader, TakesAPostWithoutLengthAsEmpty) {
  EXPECT_EQ(read_one("POST / HTTP/1.1\r\nHost: h\r\n\r\n").body, "");
}

TEST(RequestReader, UndoesChunkedCoding) {
  const auto request = read_one(
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
      "3\r\nabc\r\n00a;x=\"a;b\";y \t;z=1\r\n0123456789\r\n0\r\nTrailer: dropped\r\n\r\n");

  EXPECT_EQ(request.body, "abc0123456789");
  EXPECT_THAT(request.headers, ElementsAre(Pair("Host", "h"), Pair("Transfer-Encoding", "Chunked")));
}

TEST(RequestReader, TurnsAbsoluteFormIntoOriginForm) {
  EXPECT_EQ(read_one("GET http://login.mypurecloud.com/oauth?x=/ HTTP/1.1\r\nHost: h\r\n\r\n").target, "/oauth?x=/");
  EXPECT_EQ(read_one("GET HTTPS://h:443?x HTTP/1.1\r\nHost: h\r\n\r\n").target, "/?x");
  EXPECT_EQ(read_one("GET http://[::1]:80 HTTP/1.1\r\nHost: h\r\n\r\n").target, "/");
}

TEST(RequestReader, TakesAsteriskFormForOptions) {
  EXPECT_EQ(read_one("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").target, "*");
}

TEST(RequestReader, SkipsOneEmptyLineBeforeARequest) {
  EXPECT_EQ(read_one("\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n").target, "/a");
}

TEST(RequestReader, KeepsAliveByVersionAndConnectionHeader) {
  const auto keeps_alive = [](const std::string& version, const std::string& connection) {
    return read_one("GET / " + version + "\r\nHost: h\r\n" + connection + "\r\n").keep_alive;
  };

  EXPECT_TRUE(keeps_alive("HTTP/1.1", ""));
  EXPECT_TRUE(keeps_alive("HTTP/1.1", "Connection: upgrade, , TE\r\n"));
  EXPECT_TRUE(keeps_alive("HTTP/1.0", "Connection: Keep-Alive\r\n"));
  EXPECT_FALSE(keeps_alive("HTTP/1.0", ""));
  EXPECT_FALSE(keeps_alive("HTTP/1.1", "Connection: TE, Close\r\n"));
  EXPECT_FALSE(keeps_alive("HTTP/1.1", "Connection: keep-alive\r\nConnection: close\r\n"));
}

TEST(RequestReader, CallsForContinueOnceAndOnlyWhereABodyIsAwaited) {
  const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 1\r\n\r\n";
  RequestReader waiting{RequestLimits{}};
  RequestReader with_body{RequestLimits{}};
  RequestReader old{RequestLimits{}};

  waiting.feed(head);
  with_body.feed(head + "b");
  old.feed("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");

  EXPECT_TRUE(waiting.take_call_for_continue());
  EXPECT_FALSE(waiting.take_call_for_continue());
  EXPECT_FALSE(with_body.take_call_for_continue());
  EXPECT_FALSE(old.take_call_for_continue());
}

TEST(RequestReader, KnowsWhetherARequestHasBegun) {
  RequestReader reader{RequestLimits{}};

  EXPECT_TRUE(reader.is_between_requests());
  reader.feed("G");
  EXPECT_FALSE(reader.is_between_requests());
  reader.feed("ET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_FALSE(reader.is_between_requests());
  reader.take();
  EXPECT_TRUE(reader.is_between_requests());
}

// Requests of every kind of framing, one after the other: what each split must find again.
const std::string several_requests =
    "\r\nPOST /1 HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n\r\nGE"
    "GET http://a/2?q HTTP/1.1\r\nHost: h\r\nX: y\r\n\r\n"
    "POST /3 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
    "1\r\n\n\r\n0b;e=\"x\"\r\n12345678\r\n9\r\n00\r\nT: u\r\nV: w\r\n\r\n"
    "POST /4 HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab"
    "HEAD /5 HTTP/1.0\r\n\r\n";

std::vector<std::string> read_pieces(const std::vector<std::string_view>& pieces) {
  RequestReader reader{RequestLimits{}};
  std::vector<std::string> found;
  for (const auto piece : pieces) {
    reader.feed(piece);
    while (reader.finding() == Finding::request) {
      const auto request = reader.take();
      found.push_back(request.method + " " + request.target + " " + std::to_string(request.headers.size()) + " " +
                      request.body);
    }
  }
  if (reader.finding() == Finding::fault) found.push_back(reader.fault().what);
  if (!reader.is_between_requests()) found.push_back("something is left");
  return found;
}

const auto five_requests =
    ElementsAre("POST /1 2 \r\nGE", "GET /2?q 2 ", "POST /3 2 \n12345678\r\n9", "POST /4 3 ab", "HEAD /5 0 ");

TEST(RequestReader, FindsTheSameAtEverySplitPoint) {
  const std::string_view all = several_requests;

  for (std::size_t at = 0; at <= all.size(); ++at) {
    ASSERT_THAT(read_pieces({all.substr(0, at), all.substr(at)}), five_requests) << "split at " << at;
  }
}

TEST(RequestReader, FindsTheSameInPiecesOfEverySize) {
  const std::string_view all = several_requests;

  for (std::size_t size = 1; size <= all.size(); ++size) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at < all.size(); at += size) pieces.push_back(all.substr(at, size));
    ASSERT_THAT(read_pieces(pieces), five_requests) << "pieces of " << size;
  }
}

}  // namespace
}  // namespace gcmock
