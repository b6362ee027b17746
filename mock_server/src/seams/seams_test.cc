// Time and identifiers are the same in every run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

TEST(VirtualClock, StandsStillUntilItIsAdvanced) {
  VirtualClock clock(Instant{1s});

  const Instant before = clock.now();
  clock.advance(25h);

  EXPECT_EQ(before, Instant{1s});
  EXPECT_EQ(clock.now(), Instant{1s + 25h});
}

TEST(VirtualClock, MovesBackForACorrectedClock) {
  VirtualClock clock(Instant{10s});

  clock.advance(-4s);

  EXPECT_EQ(clock.now(), Instant{6s});
}

TEST(SeededIds, GiveTheSameCredentialForTheSameSeedKindAndLabel) {
  SeededIds one(7);
  SeededIds other(7);
  one.credential(CredentialKind::access_token, "primary/access-1");

  const std::string first = one.credential(CredentialKind::refresh_token, "secondary/refresh-1");
  const std::string second = other.credential(CredentialKind::refresh_token, "secondary/refresh-1");

  EXPECT_EQ(first, second);
}

TEST(SeededIds, TellSeedsKindsAndLabelsApart) {
  SeededIds ids(7);
  SeededIds seventy(70);

  const std::set<std::string> values{
      ids.credential(CredentialKind::refresh_token, "secondary/refresh-1"),
      ids.credential(CredentialKind::refresh_token, "primary/refresh-1"),
      ids.credential(CredentialKind::client_secret, "secondary/refresh-1"),
      seventy.credential(CredentialKind::refresh_token, "secondary/refresh-1"),
  };

  EXPECT_EQ(values.size(), 4U);
}

TEST(SeededIds, MakeCredentialsThatCanBeRecognised) {
  SeededIds ids(1);

  EXPECT_THAT(ids.credential(CredentialKind::refresh_token, "a"), testing::MatchesRegex("gcmock-rt-[A-Za-z0-9_-]{43}"));
  EXPECT_THAT(ids.credential(CredentialKind::access_token, "a"), testing::StartsWith("gcmock-at-"));
  EXPECT_THAT(ids.credential(CredentialKind::client_secret, "a"), testing::StartsWith("gcmock-cs-"));
  EXPECT_THAT(ids.credential(CredentialKind::authorization_code, "a"), testing::StartsWith("gcmock-ac-"));
}

TEST(SeededIds, MakeUuidsOfVersionFourThatDoNotRepeat) {
  SeededIds ids(1);

  std::set<std::string> uuids;
  for (int i = 0; i < 100; ++i) uuids.insert(ids.uuid());

  EXPECT_EQ(uuids.size(), 100U);
  EXPECT_THAT(uuids, testing::Each(
                         testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")));
}

}  // namespace
}  // namespace gcmock
