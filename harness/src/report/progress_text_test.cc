// How far a run is.
#include "report/progress_text.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

TEST(ProgressText, CountsAndTellsTheTime) {
  EXPECT_EQ(progress_text({228, 12, 0, 14900ms}), "12 of 228 scenarios, 14 s");
  EXPECT_EQ(progress_text({228, 13, 2, 185s}), "13 of 228 scenarios, 2 did not pass, 3 min 5 s");
}

}  // namespace
}  // namespace gcmock
