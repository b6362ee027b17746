#include <gtest/gtest.h>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {
namespace {

TEST(Outcome, EachIsReadFromItsOwnWord) {
  for (const Outcome outcome :
       {Outcome::ok, Outcome::needs_user, Outcome::needs_admin, Outcome::retry_later, Outcome::failed})
    EXPECT_EQ(outcome_from(to_string(outcome)), outcome);

  EXPECT_EQ(outcome_from("okay"), std::nullopt);
}

TEST(Outcome, TheWorseAsksMoreOfPeople) {
  EXPECT_EQ(worse_of(Outcome::ok, Outcome::retry_later), Outcome::retry_later);
  EXPECT_EQ(worse_of(Outcome::needs_user, Outcome::retry_later), Outcome::needs_user);
  EXPECT_EQ(worse_of(Outcome::needs_user, Outcome::needs_admin), Outcome::needs_admin);
  EXPECT_EQ(worse_of(Outcome::failed, Outcome::needs_admin), Outcome::failed);
  EXPECT_EQ(worse_of(Outcome::ok, Outcome::ok), Outcome::ok);
}

TEST(Verb, EachIsReadFromItsOwnWord) {
  for (const Verb verb : {Verb::call, Verb::login, Verb::refresh, Verb::authorize})
    EXPECT_EQ(verb_from(to_string(verb)), verb);

  EXPECT_EQ(verb_from("logout"), std::nullopt);
}

}  // namespace
}  // namespace gcmock
