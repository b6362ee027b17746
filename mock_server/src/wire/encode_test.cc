// What is granted and allowed, byte for byte and member for member.
#include "wire/encode.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace gcmock {
namespace {

using testing::Contains;
using testing::Pair;

Tokens some_tokens() {
  return {"at-1", "primary/access-1", std::chrono::seconds(86400), "rt-1", "primary/refresh-1"};
}

TEST(TokenAnswer, IsTheVendorsSuccessBody) {
  const auto answer = encode_tokens(some_tokens(), "c-1");

  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, R"({"access_token":"at-1","token_type":"bearer","expires_in":86400,"refresh_token":"rt-1"})");
  EXPECT_THAT(answer.headers, Contains(Pair("Content-Type", "application/json")));
  EXPECT_THAT(answer.headers, Contains(Pair("Cache-Control", "no-store")));
  EXPECT_THAT(answer.headers, Contains(Pair("Pragma", "no-cache")));
  EXPECT_THAT(answer.headers, Contains(Pair("ININ-Correlation-Id", "c-1")));
}

TEST(TokenAnswer, HasNoRefreshTokenWhereNoneIsIssued) {
  auto tokens = some_tokens();
  tokens.refresh_token.reset();

  EXPECT_EQ(encode_tokens(tokens, "").body, R"({"access_token":"at-1","token_type":"bearer","expires_in":86400})");
}

TEST(TokenAnswer, IsShownWithLabelsInPlaceOfTokens) {
  EXPECT_EQ(redacted_body(some_tokens()),
            R"({"access_token":"‹primary/access-1›","token_type":"bearer","expires_in":86400,)"
            R"("refresh_token":"‹primary/refresh-1›"})");
}

TEST(TokenAnswer, EscapesWhatAWorldWroteIntoAToken) {
  auto tokens = some_tokens();
  tokens.access_token = "a\"b\\c\n\xC3\xA9\xFF";

  const auto parsed = nlohmann::json::parse(encode_tokens(tokens, "").body);

  EXPECT_EQ(parsed["access_token"], "a\"b\\c\n\xC3\xA9\xEF\xBF\xBD");
}

TEST(EntityAnswer, HasTheHeadersOfTheVendorsAnswers) {
  const auto answer = encode_entity(204, "", "c-1");

  EXPECT_EQ(answer.status, 204);
  EXPECT_THAT(answer.headers, Contains(Pair("ININ-Correlation-Id", "c-1")));
  EXPECT_THAT(answer.headers, Contains(Pair("Cache-Control", "no-cache, no-store, must-revalidate")));
}

}  // namespace
}  // namespace gcmock
