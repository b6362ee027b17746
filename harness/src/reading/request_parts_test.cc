// Parts of a request are found by their names.
#include "reading/request_parts.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::IsNull;
using testing::Pair;
using testing::Pointee;

TEST(RequestParts, AreHeadersInAnyCase) {
  Exchange exchange;
  exchange.request_headers = {{"content-type", "text/plain"}, {"Host", "a"}};

  EXPECT_THAT(header_of(exchange, "Content-Type"), Pointee(std::string("text/plain")));
  EXPECT_THAT(header_of(exchange, "Content"), IsNull());
}

TEST(RequestParts, AreHeadersOfTheAnswerInAnyCase) {
  Exchange exchange;
  exchange.request_headers = {{"Location", "no"}};
  exchange.answer_headers = {{"location", "there"}};

  EXPECT_THAT(answer_header_of(exchange, "Location"), Pointee(std::string("there")));
}

TEST(RequestParts, AreParametersOfTheQueryAsTheyWereSent) {
  Exchange exchange;
  exchange.query = "state=a%20b&empty=&bare&&state=c=d";

  const auto parameters = query_parameters(exchange);

  EXPECT_THAT(parameters,
              ElementsAre(Pair("state", "a%20b"), Pair("empty", ""), Pair("bare", ""), Pair("state", "c=d")));
  EXPECT_THAT(value_of(parameters, "state"), Pointee(std::string("a%20b")));
  EXPECT_THAT(value_of(parameters, "code"), IsNull());
}

TEST(RequestParts, AreDecodedAsInAForm) {
  EXPECT_EQ(decoded("https%3A%2F%2Fa.example%2fcb+x"), "https://a.example/cb x");
  EXPECT_EQ(decoded("%"), "%");
  EXPECT_EQ(decoded("%4"), "%4");
  EXPECT_EQ(decoded("%zz"), "%zz");
  EXPECT_EQ(decoded("%41"), "A");
}

}  // namespace
}  // namespace gcmock
