// Hostile bytes, and the status with which each is refused. A refused connection never yields another request.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "http/request_reader.h"

namespace gcmock {
namespace {

using namespace std::string_literals;
using Finding = RequestReader::Finding;

struct HostileCase {
  const char* name;
  int status;
  std::string bytes;
};

/// A GET with these header lines besides Host.
std::string get_with(const std::string& lines) {
  return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n";
}
std::string post_with(const std::string& lines, const std::string& body = "abc") {
  return "POST / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n" + body;
}
std::string chunked(const std::string& body) {
  return post_with("Transfer-Encoding: chunked\r\n", body);
}
std::string with_line(const std::string& line) {
  return line + "\r\nHost: h\r\n\r\n";
}
std::string with_host(const std::string& lines) {
  return "GET / HTTP/1.1\r\n" + lines + "\r\n";
}

const std::vector<HostileCase> request_lines = {
    {"TlsClientHello", 400, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s},
    {"NulFirst", 400, "\0GET / HTTP/1.1\r\n\r\n"s},
    {"SpaceFirst", 400, with_line(" GET / HTTP/1.1")},
    {"ColonInMethod", 400, with_line("GE:T / HTTP/1.1")},
    {"ControlInMethod", 400, with_line("G\x01T / HTTP/1.1")},
    {"ObsTextInMethod", 400, with_line("G\xc3\x89T / HTTP/1.1")},
    {"ParenthesesInMethod", 400, with_line("(GET) / HTTP/1.1")},
    {"TabForSpace", 400, with_line("GET\t/ HTTP/1.1")},
    {"TwoSpacesAfterMethod", 400, with_line("GET  / HTTP/1.1")},
    {"TwoSpacesBeforeVersion", 400, with_line("GET /  HTTP/1.1")},
    {"SpaceAfterVersion", 400, with_line("GET / HTTP/1.1 ")},
    {"SpaceInTarget", 400, with_line("GET /a b HTTP/1.1")},
    {"MethodOnly", 400, with_line("GET")},
    {"Http09", 400, with_line("GET /")},
    {"TwoEmptyLines", 400, "\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"},
    {"LowerCaseVersion", 400, with_line("GET / http/1.1")},
    {"VersionWithoutMinor", 400, with_line("GET / HTTP/1")},
    {"VersionWithTwoDigits", 400, with_line("GET / HTTP/1.10")},
    {"VersionWithComma", 400, with_line("GET / HTTP/1,1")},
    {"OtherProtocol", 400, with_line("GET / RTSP/1.0")},
    {"Http2Preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {"Http12", 505, with_line("GET / HTTP/1.2")},
    {"Http20", 505, with_line("GET / HTTP/2.0")},
    {"Http09Named", 505, with_line("GET / HTTP/0.9")},
    {"BareLfAfterRequestLine", 400, "GET / HTTP/1.1\nHost: h\r\n\r\n"},
    {"BareCrInRequestLine", 400, with_line("GET / HTTP/1.1\rX")},
    {"BareCrInTarget", 400, with_line("GET /a\rb HTTP/1.1")},
    {"NulInTarget", 400, with_line("GET /a\0b HTTP/1.1"s)},
    {"ObsTextInTarget", 400, with_line("GET /\xc3\xa4 HTTP/1.1")},
    {"FragmentInTarget", 400, with_line("GET /a#b HTTP/1.1")},
    {"BackslashInTarget", 400, with_line("GET /a\\b HTTP/1.1")},
    {"BracesInTarget", 400, with_line("GET /{orgId} HTTP/1.1")},
    {"HalfTripletInTarget", 400, with_line("GET /%4 HTTP/1.1")},
    {"BadTripletInTarget", 400, with_line("GET /%zz HTTP/1.1")},
    {"RelativeTarget", 400, with_line("GET a HTTP/1.1")},
    {"AsteriskForGet", 400, with_line("GET * HTTP/1.1")},
    {"FtpTarget", 400, with_line("GET ftp://h/ HTTP/1.1")},
    {"AbsoluteWithoutHost", 400, with_line("GET http:///a HTTP/1.1")},
    {"AbsoluteWithPortOnly", 400, with_line("GET http://:80/a HTTP/1.1")},
    {"AbsoluteWithUser", 400, with_line("GET http://user:pw@h/a HTTP/1.1")},
    {"AbsoluteWithFragment", 400, with_line("GET http://h/a#b HTTP/1.1")},
    {"AuthorityForm", 400, with_line("GET h:80 HTTP/1.1")},
    {"Connect", 501, with_line("CONNECT h:443 HTTP/1.1")},
    {"TargetTooLong", 414, with_line("GET /" + std::string(8192, 'a') + " HTTP/1.1")},
    {"RequestLineWithoutEnd", 414, "GET /" + std::string(9000, 'a')},
};

const std::vector<HostileCase> header_lines = {
    {"NoHost", 400, with_host("X: y\r\n")},
    {"HostTwice", 400, with_host("Host: h\r\nhost: h\r\n")},
    {"HostTwiceInHttp10", 400, "GET / HTTP/1.0\r\nHost: h\r\nHost: i\r\n\r\n"},
    {"HostWithSpace", 400, with_host("Host: a b\r\n")},
    {"HostWithPath", 400, with_host("Host: h/a\r\n")},
    {"HostWithUser", 400, with_host("Host: u@h\r\n")},
    {"HostWithScheme", 400, with_host("Host: http://h\r\n")},
    {"HostWithBadPort", 400, with_host("Host: h:8a\r\n")},
    {"HostWithLongPort", 400, with_host("Host: h:123456\r\n")},
    {"HostWithOpenBracket", 400, with_host("Host: [::1\r\n")},
    {"HostWithBadLiteral", 400, with_host("Host: [::g]\r\n")},
    {"HostAfterLiteral", 400, with_host("Host: [::1]x\r\n")},
    {"FoldedFirstHeader", 400, with_host(" Host: h\r\n")},
    {"FoldedHeader", 400, get_with("X: a\r\n b\r\n")},
    {"FoldedByTab", 400, get_with("X: a\r\n\tb\r\n")},
    {"SpaceBeforeColon", 400, get_with("X : a\r\n")},
    {"TabBeforeColon", 400, get_with("X\t: a\r\n")},
    {"SpaceInName", 400, get_with("X Y: a\r\n")},
    {"EmptyName", 400, get_with(": a\r\n")},
    {"NoColon", 400, get_with("X\r\n")},
    {"ObsTextInName", 400, get_with("X\xe4: a\r\n")},
    {"NulInName", 400, get_with("X\0: a\r\n"s)},
    {"NulInValue", 400, get_with("X: a\0b\r\n"s)},
    {"BareCrInValue", 400, get_with("X: a\rY: b\r\n")},
    {"BareCrBeforeCrLf", 400, get_with("X: a\r\r\n")},
    {"BareLfInHeader", 400, get_with("X: a\nY: b\r\n")},
    {"BareLfEndsHead", 400, "GET / HTTP/1.1\r\nHost: h\r\n\n"},
    {"EscapeInValue", 400, get_with("X: \x1b[31m\r\n")},
    {"DeleteInValue", 400, get_with("X: \x7f\r\n")},
    {"VerticalTabInValue", 400, get_with("X: \x0b\r\n")},
    {"HeadTooBig", 431, get_with("X: " + std::string(33000, 'a') + "\r\n")},
    {"HeadWithoutEnd", 431, "GET / HTTP/1.1\r\nX: " + std::string(33000, 'a')},
    {"UnknownExpectation", 417, get_with("Expect: 200-ok\r\n")},
    {"TwoExpectations", 417, get_with("Expect: 100-continue, x\r\n")},
};

const std::vector<HostileCase> lengths = {
    {"LengthAndCoding", 400, post_with("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")},
    {"CodingAndLength", 400, post_with("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")},
    {"LengthTwice", 400, post_with("Content-Length: 3\r\nContent-Length: 4\r\n")},
    {"SameLengthTwice", 400, post_with("Content-Length: 3\r\ncontent-length: 3\r\n")},
    {"LengthList", 400, post_with("Content-Length: 3, 3\r\n")},
    {"PlusLength", 400, post_with("Content-Length: +3\r\n")},
    {"MinusLength", 400, post_with("Content-Length: -1\r\n")},
    {"EmptyLength", 400, post_with("Content-Length: \r\n")},
    {"HexLength", 400, post_with("Content-Length: 0x3\r\n")},
    {"FractionLength", 400, post_with("Content-Length: 3.0\r\n")},
    {"SpacedLength", 400, post_with("Content-Length: 1 1\r\n")},
    {"QuotedLength", 400, post_with("Content-Length: \"3\"\r\n")},
    {"LengthOverflow", 413, post_with("Content-Length: 18446744073709551619\r\n")},
    {"LengthTooBig", 413, post_with("Content-Length: 512001\r\n")},
    {"GzipCoding", 501, post_with("Transfer-Encoding: gzip\r\n")},
    {"IdentityCoding", 501, post_with("Transfer-Encoding: identity\r\n")},
    {"MisspeltCoding", 501, post_with("Transfer-Encoding: xchunked\r\n")},
    {"QuotedCoding", 501, post_with("Transfer-Encoding: \"chunked\"\r\n")},
    {"CodingWithParameter", 501, post_with("Transfer-Encoding: chunked;q=1\r\n")},
    {"GzipThenChunked", 501, post_with("Transfer-Encoding: gzip, chunked\r\n")},
    {"ChunkedThenGzip", 400, post_with("Transfer-Encoding: chunked, gzip\r\n")},
    {"ChunkedThenIdentity", 400, post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")},
    {"ChunkedTwice", 400, post_with("Transfer-Encoding: chunked, chunked\r\n")},
    {"EmptyCoding", 400, post_with("Transfer-Encoding:\r\n")},
    {"CodingBeforeVerticalTab", 400,
     post_with("Transfer-Encoding: \x0b"
               "chunked\r\n")},
    {"CodingInHttp10", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
};

const std::vector<HostileCase> chunks = {
    {"EmptyChunkSize", 400, chunked("\r\nabc\r\n0\r\n\r\n")},
    {"SignedChunkSize", 400, chunked("+3\r\nabc\r\n0\r\n\r\n")},
    {"NegativeChunkSize", 400, chunked("-3\r\nabc\r\n0\r\n\r\n")},
    {"PrefixedChunkSize", 400, chunked("0x3\r\nabc\r\n0\r\n\r\n")},
    {"SpaceBeforeChunkSize", 400, chunked(" 3\r\nabc\r\n0\r\n\r\n")},
    {"SpaceAfterChunkSize", 400, chunked("3 \r\nabc\r\n0\r\n\r\n")},
    {"NoHexChunkSize", 400, chunked("g\r\nabc\r\n0\r\n\r\n")},
    {"TwoChunkSizes", 400, chunked("3 3\r\nabc\r\n0\r\n\r\n")},
    {"ChunkSizeOverflow", 400, chunked("10000000000000003\r\nabc\r\n0\r\n\r\n")},
    {"HugeChunk", 413, chunked("ffffffffffffffff\r\nabc\r\n0\r\n\r\n")},
    {"ChunksTooBigTogether", 413, chunked("3\r\nabc\r\n7d000\r\n")},
    {"BareLfAfterChunkSize", 400, chunked("3\nabc\r\n0\r\n\r\n")},
    {"BareCrInExtension", 400, chunked("3;a\rb\r\nabc\r\n0\r\n\r\n")},
    {"ExtensionWithoutName", 400, chunked("3;\r\nabc\r\n0\r\n\r\n")},
    {"ExtensionWithoutValue", 400, chunked("3;a=\r\nabc\r\n0\r\n\r\n")},
    {"ExtensionOpenQuote", 400, chunked("3;a=\"b\r\nabc\r\n0\r\n\r\n")},
    {"ExtensionWithNul", 400, chunked("3;a=\0\r\nabc\r\n0\r\n\r\n"s)},
    {"ExtensionTooLong", 400, chunked("3;" + std::string(5000, 'a') + "\r\nabc\r\n0\r\n\r\n")},
    {"ExtensionWithoutEnd", 400, chunked("3;" + std::string(5000, 'a'))},
    {"ChunkTooLong", 400, chunked("3\r\nabcd\r\n0\r\n\r\n")},
    {"ChunkEndsWithLf", 400, chunked("3\r\nabc\n0\r\n\r\n")},
    {"ChunkEndsWithCr", 400, chunked("3\r\nabc\r0\r\n\r\n")},
    {"TrailerWithoutColon", 400, chunked("0\r\nX\r\n\r\n")},
    {"TrailerFolded", 400, chunked("0\r\nX: a\r\n b\r\n\r\n")},
    {"TrailerBareLf", 400, chunked("0\r\nX: a\n\r\n")},
    {"TrailersTooBig", 431, chunked("0\r\nX: " + std::string(33000, 'a') + "\r\n\r\n")},
};

struct HostileTable {
  const char* subject;
  std::vector<HostileCase> cases;
};
void PrintTo(const HostileTable& table, std::ostream* out) {
  *out << table.subject;
}

const std::vector<HostileTable> tables = {
    {"RequestLine", request_lines}, {"Headers", header_lines}, {"Length", lengths}, {"Chunks", chunks}};

class HostileRequests : public testing::TestWithParam<HostileTable> {};

/// The status of the refusal; 0 where the bytes yielded a request or nothing at all.
int refusal_of(const std::string& bytes, std::size_t piece) {
  RequestReader reader{RequestLimits{}};
  for (std::size_t at = 0; at < bytes.size() && reader.finding() == Finding::nothing_yet; at += piece) {
    reader.feed(std::string_view{bytes}.substr(at, piece));
  }
  return reader.finding() == Finding::fault ? reader.fault().status : 0;
}

TEST_P(HostileRequests, AreRefused) {
  for (const auto& [name, status, bytes] : GetParam().cases) EXPECT_EQ(refusal_of(bytes, bytes.size()), status) << name;
}

TEST_P(HostileRequests, AreRefusedTheSameByteByByte) {
  for (const auto& [name, status, bytes] : GetParam().cases) EXPECT_EQ(refusal_of(bytes, 1), status) << name;
}

TEST_P(HostileRequests, AreFollowedByNothing) {
  for (const auto& [name, status, bytes] : GetParam().cases) {
    RequestReader reader{RequestLimits{}};
    reader.feed(bytes);

    EXPECT_EQ(reader.feed("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), Finding::fault) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Framing, HostileRequests, testing::ValuesIn(tables),
                         [](const auto& table) { return std::string{table.param.subject}; });

TEST(RequestLimits, RefusesOneHeaderTooMany) {
  RequestReader at_the_limit{RequestLimits{}};
  RequestReader beyond{RequestLimits{}};
  std::string lines;
  for (int line = 0; line < 99; ++line) lines += "X: y\r\n";

  EXPECT_EQ(at_the_limit.feed(get_with(lines)), Finding::request);
  EXPECT_EQ(beyond.feed(get_with(lines + "X: y\r\n")), Finding::fault);
  EXPECT_EQ(beyond.fault().status, 431);
}

TEST(RequestLimits, AcceptWhatJustFits) {
  const RequestLimits limits{.max_head_bytes = 64, .max_body_bytes = 5, .max_target_bytes = 10};
  const std::string head = "POST /234567890 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n";
  RequestReader reader{limits};
  RequestReader chunks_reader{limits};

  EXPECT_EQ(reader.feed(head + "12345"), Finding::request) << reader.fault().what;
  EXPECT_EQ(
      chunks_reader.feed("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n"),
      Finding::request);
}

TEST(RequestFault, NeverRepeatsBytesOfTheRequest) {
  for (const auto& table : tables) {
    for (const auto& hostile : table.cases) {
      auto bytes = hostile.bytes;
      const auto end = bytes.find("\r\n");
      if (end != std::string::npos) bytes.insert(end, "canary");
      RequestReader reader{RequestLimits{}};
      reader.feed(bytes);
      EXPECT_EQ(reader.fault().what.find("canary"), std::string::npos) << hostile.name;
    }
  }
}

}  // namespace
}  // namespace gcmock
