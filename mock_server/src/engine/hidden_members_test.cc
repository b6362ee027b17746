#include "engine/hidden_members.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(HiddenMembers, AreThoseWhoseNamesSayThatTheyHoldACredential) {
  EXPECT_EQ(hide_members(R"({"name": "x", "newPassword" : "hush", "of": {"clientSecret":"a\"b"}, "id": "y"})"),
            R"({"name": "x", "newPassword" : "‹hidden›", "of": {"clientSecret":"‹hidden›"}, "id": "y"})");
  EXPECT_EQ(hide_members("grant=x&client_secret=hu%20sh&password=&b=c"),
            "grant=x&client_secret=‹hidden›&password=&b=c");
}

TEST(HiddenMembers, LeaveWhatIsHiddenNumbersAndOtherNames) {
  for (const char* body : {R"({"refreshToken": "‹north/refresh-main›"})", R"({"accessTokenValiditySeconds": 300})",
                           R"({"token_type": "bearer"})", R"({"name": "my secret"})", R"(["secret", "x"])", "secret",
                           "secret:", R"({"secret")", R"({"secret":)", R"({"secret": ")", ""}) {
    EXPECT_EQ(hide_members(body), body);
  }
}

TEST(HiddenMembers, AreHiddenToTheEndWhereTheBodyIsCut) {
  EXPECT_EQ(hide_members(R"({"secret": "hush)"), R"({"secret": "‹hidden›)");
  EXPECT_EQ(hide_members(R"({"secret": "hush\)"), R"({"secret": "‹hidden›)");
  EXPECT_EQ(hide_members("token=hush"), "token=‹hidden›");
}

}  // namespace
}  // namespace gcmock
