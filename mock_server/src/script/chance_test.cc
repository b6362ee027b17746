// Numbers that look random and repeat.
#include "script/chance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace gcmock {
namespace {

std::vector<double> shares(Chance chance, int count) {
  std::vector<double> drawn;
  for (int i = 0; i < count; ++i) drawn.push_back(chance.share());
  return drawn;
}

TEST(Chance, IsTheSameForTheSameSeedAndPurpose) {
  const Chance chance{7};

  EXPECT_EQ(shares(chance.of(1).of(2), 5), shares(Chance{7}.of(1).of(2), 5));
  EXPECT_NE(shares(chance.of(1).of(2), 5), shares(chance.of(2).of(1), 5));
  EXPECT_NE(shares(chance.of(1), 5), shares(Chance{8}.of(1), 5));
}

TEST(Chance, SpreadsItsSharesEvenly) {
  double sum = 0;
  for (const double share : shares(Chance{1}, 10000)) {
    ASSERT_GE(share, 0);
    ASSERT_LT(share, 1);
    sum += share;
  }
  EXPECT_NEAR(sum / 10000, 0.5, 0.02);
}

TEST(Chance, DrawsFromTheStandardNormalDistribution) {
  Chance chance{1};
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < 10000; ++i) {
    const double drawn = chance.normal();
    sum += drawn;
    squares += drawn * drawn;
  }

  EXPECT_NEAR(sum / 10000, 0, 0.05);
  EXPECT_NEAR(squares / 10000, 1, 0.05);
}

}  // namespace
}  // namespace gcmock
