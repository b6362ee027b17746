// How long a host is left alone, and what ends that.
#include "client/patient_host.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

TEST(PatientHost, IsWelcomeWhereItNeverAskedForPatience) {
  PatientHost host;
  host.heed(std::nullopt);
  host.heed(0s);

  EXPECT_TRUE(host.wait_until_welcome(deadline_in(10s)));
}

TEST(PatientHost, IsLeftAloneForAsLongAsItAskedFor) {
  PatientHost host;

  host.heed(30s);
  const bool at_once = host.wait_until_welcome(deadline_in(10min));
  host.clock_moved(29s);
  const bool waited = host.wait_until_welcome(deadline_in(10s));

  EXPECT_FALSE(at_once);
  EXPECT_TRUE(waited);
}

TEST(PatientHost, IsNotWaitedForBeyondTheDeadline) {
  PatientHost host;

  host.heed(1s);

  EXPECT_FALSE(host.wait_until_welcome(deadline_in(100ms)));
}

TEST(PatientHost, IsNotForgottenBecauseOfAShorterWait) {
  PatientHost host;

  host.heed(60s);
  host.heed(1s);

  EXPECT_FALSE(host.wait_until_welcome(deadline_in(10min)));
}

TEST(PatientHost, IsAskedAgainAfterAnHourWhateverItSaid) {
  PatientHost host;

  host.heed(24h * 365);
  host.clock_moved(1h);

  EXPECT_TRUE(host.wait_until_welcome(deadline_in(10s)));
}

TEST(PatientHost, IsNotLeftAloneLongerByAClockThatIsSetBack) {
  PatientHost host;

  host.heed(60s);
  host.clock_moved(-1h);
  host.clock_moved(60s);

  EXPECT_TRUE(host.wait_until_welcome(deadline_in(10s)));
}

}  // namespace
}  // namespace gcmock
