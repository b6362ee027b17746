// What is a form, and what it holds.
#include "wire/form.h"

#include <gmock/gmock.h>

namespace gcmock {
namespace {

using testing::ElementsAre;
using testing::Optional;
using testing::Pair;

TEST(Form, KeepsFieldsInTheirOrderAndRepeatedOnesToo) {
  const auto fields = parse_form("b=1&a=2&b=3");

  ASSERT_TRUE(fields);
  EXPECT_THAT(*fields, ElementsAre(Pair("b", "1"), Pair("a", "2"), Pair("b", "3")));
  EXPECT_THAT(repeated_name(*fields), Optional(std::string_view("b")));
}

TEST(Form, DecodesPercentSignsAndPlusInNamesAndValues) {
  const auto fields = parse_form("re%64irect+uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1+2%2b3");

  ASSERT_TRUE(fields);
  EXPECT_THAT(*fields, ElementsAre(Pair("redirect uri", "https://a.example/cb?x=1 2+3")));
}

TEST(Form, KeepsEqualSignsOfAValue) {
  const auto fields = parse_form("refresh_token=abc==");

  ASSERT_TRUE(fields);
  EXPECT_EQ(*field(*fields, "refresh_token"), "abc==");
}

TEST(Form, IsNoneWhereAPercentSignStandsAlone) {
  for (const char* text : {"a=%", "a=%4", "a=%zz", "%G0=a", "a=1&b=%4g", "a=%%41"}) {
    EXPECT_FALSE(parse_form(text)) << text;
  }
}

TEST(Form, OfNothingIsEmpty) {
  EXPECT_THAT(parse_form(""), Optional(ElementsAre()));
  EXPECT_THAT(parse_form("&&"), Optional(ElementsAre()));
}

TEST(Form, TreatsAnEmptyValueAsLeftOut) {
  const auto fields = parse_form("scope=&code&x=1");

  ASSERT_TRUE(fields);
  EXPECT_EQ(field(*fields, "scope"), nullptr);
  EXPECT_EQ(field(*fields, "code"), nullptr);
  EXPECT_NE(field(*fields, "x"), nullptr);
  EXPECT_EQ(repeated_name(*fields), std::nullopt);
}

}  // namespace
}  // namespace gcmock
