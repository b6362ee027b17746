// Addresses that a browser is sent back to, byte for byte.
#include "wire/encode_redirect.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

std::string location(const ReturnAddress& address, const FormFields& told) {
  const auto answer = encode_redirect(address, told, "c-1");
  EXPECT_EQ(answer.status, 302);
  EXPECT_EQ(answer.headers.front().first, "Location");
  return answer.headers.front().second;
}

TEST(Redirect, HasCodeAndStateInTheQuery) {
  EXPECT_EQ(location({"https://a/cb", "s&t\r\n", ReturnAddress::Part::query}, told_of_code("c d")),
            "https://a/cb?code=c%20d&state=s%26t%0D%0A");
}

TEST(Redirect, GoesOnWithAQueryThatWasRegistered) {
  EXPECT_EQ(location({"https://a/cb?tenant=1", "", ReturnAddress::Part::query}, told_of_code("c")),
            "https://a/cb?tenant=1&code=c");
}

TEST(Redirect, HasTheImplicitGrantsTokenInTheFragment) {
  const Tokens tokens{"at-1", "acme/access-1", std::chrono::seconds(60), std::nullopt, ""};

  EXPECT_EQ(location({"https://a/cb", "s", ReturnAddress::Part::fragment}, told_of_token(tokens)),
            "https://a/cb#access_token=at-1&expires_in=60&token_type=bearer&state=s");
}

TEST(Redirect, IsTheAddressItselfWhereThereIsNothingToTell) {
  EXPECT_EQ(location({"https://a/", "", ReturnAddress::Part::query}, {}), "https://a/");
}

}  // namespace
}  // namespace gcmock
