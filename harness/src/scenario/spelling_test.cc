// Tests of "did you mean …?".
#include "scenario/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gcmock {
namespace {

TEST(EditDistance, CountsASwapAsOne) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("endpont", "endpoint"), 1U);
  EXPECT_EQ(edit_distance("dealy", "delay"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Suggestions, NameWhatIsNearElseWhatThereIs) {
  const std::vector<std::string> words = {"active", "inactive", "deleted"};

  EXPECT_EQ(suggest("Actve", words, ""), "did you mean \"active\"?");
  EXPECT_EQ(suggest("zzz", words, ""), "there are \"active\", \"inactive\" and \"deleted\"");
  EXPECT_EQ(suggest("zzz", std::vector<std::string>{"active"}, ""), "there is only \"active\"");
  EXPECT_EQ(suggest("zzz", std::vector<std::string>{}, "nothing"), "nothing");
}

TEST(Suggestions, DoNotListHundreds) {
  const std::vector<std::string> words(100, "qqqqqqqqqqqqqqq");

  EXPECT_THAT(suggest("x", words, ""), testing::EndsWith(", … (100 in all)"));
}

}  // namespace
}  // namespace gcmock
