// Client authentication in the Authorization header.
#include "wire/basic_auth.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

std::string basic(std::string_view plain) {
  return "Basic " + base64_encode(plain);
}

TEST(BasicAuth, ReadsTheIdUpToTheFirstColon) {
  const auto credentials = parse_basic(basic("client:se:cret"));

  ASSERT_TRUE(credentials);
  EXPECT_EQ(credentials->id, "client");
  EXPECT_EQ(credentials->secret, "se:cret");
}

TEST(BasicAuth, UndoesTheFormEncodingOfIdAndSecret) {
  const auto credentials = parse_basic(basic("a%3Ab:s%2Bt+u"));

  ASSERT_TRUE(credentials);
  EXPECT_EQ(credentials->id, "a:b");
  EXPECT_EQ(credentials->secret, "s+t u");
}

TEST(BasicAuth, TakesASecretThatIsNoFormEncodingAsItStands) {
  const auto credentials = parse_basic(basic("client:100%"));

  ASSERT_TRUE(credentials);
  EXPECT_EQ(credentials->secret, "100%");
}

TEST(BasicAuth, AcceptsTheSchemeInAnyCase) {
  EXPECT_TRUE(parse_basic("bAsIc Yzpz"));
  EXPECT_EQ(bearer_token("bearer abc"), "abc");
}

TEST(BasicAuth, IsNoneForOtherSchemesAndBrokenValues) {
  for (const char* header :
       {"", "Basic", "Basic ", "Basic !!!!", "Bearer Yzpz", "Basic Yw==", "Basic Yzpz Yzpz", "BasicYzpz"}) {
    EXPECT_FALSE(parse_basic(header)) << header;
  }
}

TEST(Base64, IsItsOwnInverseAtEveryLength) {
  std::string bytes;
  for (int length = 0; length < 70; ++length) {
    const auto text = base64_encode(bytes);

    EXPECT_EQ(text.size() % 4, 0U);
    EXPECT_EQ(base64_decode(text), bytes);

    bytes.push_back(static_cast<char>(length * 37));
  }
}

TEST(Base64, AgreesWithTheExamplesOfRfc4648) {
  EXPECT_EQ(base64_encode("f"), "Zg==");
  EXPECT_EQ(base64_encode("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64_decode("Zm9vYg"), "foob");
  EXPECT_EQ(base64_decode("Z"), std::nullopt);
}

}  // namespace
}  // namespace gcmock
