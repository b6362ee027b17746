// What is looked for is found however it was written.
#include "gcmock/domain/encoded_text.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string secret = "s3cr+t/\"%x y";

std::vector<EncodedHit> find(std::string_view text, const std::string& what = secret) {
  return find_encoded(text, [&](std::string_view searched, std::size_t from) {
    return PlainHit{searched.find(what, from), what.size()};
  });
}

std::string replaced(std::string_view text, const std::string& what = secret) {
  return replace_hits(text, find(text, what),
                      [](const EncodedHit& hit) { return "<" + describe(hit.encodings) + ">"; });
}

std::string base64(std::string_view bytes, std::string_view last_two = "+/") {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + std::string(last_two);
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const unsigned char byte : bytes) {
    bits = bits << 8U | byte;
    for (held += 8; held >= 6; held -= 6) text += digits[bits >> (held - 6) & 63U];
  }
  if (held > 0) text += digits[bits << (6 - held) & 63U];
  return text;
}

std::string each_byte(std::string_view text, const char* format) {
  std::string written;
  for (const unsigned char byte : text) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, format, byte);
    written += buffer;
  }
  return written;
}

TEST(EncodedText, IsFoundAsItIs) {
  EXPECT_EQ(replaced("a " + secret + secret + " z"), "a <><> z");
  EXPECT_THAT(find("nothing of the kind"), IsEmpty());
  EXPECT_THAT(find(""), IsEmpty());
}

TEST(EncodedText, IsFoundPercentEncodedInEitherCaseAndOverEncoded) {
  for (const std::string& text :
       {std::string("s3cr%2Bt%2F%22%25x%20y"), std::string("s3cr%2bt%2f%22%25x%20y"), std::string("s3cr+t/%22%25x y"),
        each_byte(secret, "%%%02X"), each_byte(secret, "%%%02x")}) {
    EXPECT_EQ(replaced("a=" + text + "&z=%41"), "a=<percent-encoded>&z=%41") << text;
  }
  EXPECT_EQ(replaced("a=s3cr%2Bt%2F%22%25x+y"), "a=<form-encoded>");
}

TEST(EncodedText, IsFoundEscapedInJson) {
  EXPECT_EQ(replaced(R"({"a":"s3cr+t\/\"%x y\n"})"), R"({"a":"<JSON-escaped>\n"})");
  EXPECT_EQ(replaced(R"("s3cr\u002bt/\u0022%x\u0020y")"), R"("<JSON-escaped>")");
  EXPECT_EQ(replaced("\"" + each_byte(secret, "\\u%04X") + "\""), "\"<JSON-escaped>\"");
  EXPECT_EQ(replaced(R"(caf\u00e9)", "caf\xC3\xA9"), "<JSON-escaped>");
}

TEST(EncodedText, IsFoundInBase64AtEachAlignment) {
  for (const std::string before : {"", "a", "ab", "abc"}) {
    for (const std::string after : {"", "y", "yz"}) {
      const std::string text = base64(before + secret + after);
      const auto hits = find("<" + text + "=>");
      ASSERT_EQ(hits.size(), 1U) << before << "…" << after;
      EXPECT_THAT(hits[0].encodings, ElementsAre(TextEncoding::base64));
      EXPECT_EQ(hits[0].value, secret);
      EXPECT_GE(hits[0].length, secret.size() * 4 / 3);
    }
  }
}

TEST(EncodedText, IsFoundInBase64BehindOtherDigits) {
  for (const std::string stuck : {"a", "ab", "abc", "abcd"}) {
    EXPECT_EQ(find(stuck + base64(secret)).size(), 1U) << stuck;
  }
}

TEST(EncodedText, IsFoundInBase64OfUrls) {
  const std::string bytes = "\xFB\xFF\xBF" + secret;
  ASSERT_THAT(base64(bytes, "-_"), testing::StartsWith("-_-_"));

  EXPECT_THAT(find(base64(bytes, "-_")).at(0).encodings, ElementsAre(TextEncoding::base64url));
  EXPECT_THAT(find(base64(bytes)).at(0).encodings, ElementsAre(TextEncoding::base64));
}

TEST(EncodedText, IsFoundTwoEncodingsDeepAndTheInnermostIsSaidFirst) {
  EXPECT_THAT(replaced(base64("id:s3cr%2Bt%2F%22%25x%20y")), testing::EndsWith("<percent-encoded, in base64>"));
  EXPECT_EQ(replaced("%73%33cr%252Bt%252F%2522%2525x%2520y"), "<percent-encoded, percent-encoded>");
}

TEST(EncodedText, LeavesNothingOfWhatItReplacesInBase64) {
  const std::string text = base64("before " + secret + " behind");
  const auto hit = find(text).at(0);

  const std::string rest = text.substr(0, hit.at) + text.substr(hit.at + hit.length);

  EXPECT_EQ(rest, text.substr(0, 9) + text.substr(text.size() - 9));
}

TEST(EncodedText, IsReplacedOnceWhereItReadsTheSameInSeveralWays) {
  EXPECT_EQ(replaced("%41 plain-word \\n", "plain-word"), "%41 <> \\n");
}

TEST(EncodedText, ToleratesWhatIsNoEncodingAtAll) {
  EXPECT_EQ(replaced("100% \\u12 %4 \\", "nothing"), "100% \\u12 %4 \\");
  EXPECT_EQ(replaced("%zz%" + secret + "\\", secret), "%zz%<>\\");
}

}  // namespace
}  // namespace gcmock
