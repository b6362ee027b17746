#include "client/form_encoding.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(FormEncoding, KeepsLettersAndDigitsAndEncodesWhatHasAMeaning) {
  EXPECT_EQ(form_encode("aZ09-._*"), "aZ09-._*");
  EXPECT_EQ(form_encode("a b:c%d+e&f=\xC3\xA4"), "a+b%3Ac%25d%2Be%26f%3D%C3%A4");
}

TEST(FormEncoding, JoinsFieldsInTheirOrder) {
  EXPECT_EQ(form_encode({{"grant_type", "refresh_token"}, {"refresh_token", "a/b"}}),
            "grant_type=refresh_token&refresh_token=a%2Fb");
}

// RFC 4648 §10.
TEST(Base64, PadsToFours) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foo"), "Zm9v");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64("\xFF\xFE\xFD"), "//79");
}

}  // namespace
}  // namespace gcmock
