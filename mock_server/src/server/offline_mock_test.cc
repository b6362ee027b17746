// Requests put to a world as values.
#include "gcmock/offline_mock.h"

#include <gmock/gmock.h>

#include "server/world_in_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

OfflineRequest refresh_of_primary() {
  return {"POST",
          "/oauth/token",
          {{"Authorization", std::string(app_authorization)}, {"Content-Type", "application/x-www-form-urlencoded"}},
          refresh_body("primary-refresh-token")};
}

TEST(OfflineMock, AnswersAndJournalsAsTheServerDoes) {
  OfflineMock mock(two_orgs(Dialect::genesys));

  const Exchange first = mock.ask(refresh_of_primary());
  const Exchange second = mock.ask(refresh_of_primary());

  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(first.delivery.state, DeliveryState::complete);
  EXPECT_THAT(first.answer_body, Not(HasSubstr("gcmock-"))) << "a token is shown";
  EXPECT_EQ(second.refusal, RefusalReason::refresh_token_spent);
  EXPECT_THAT(mock.journal(), SizeIs(2));
}

TEST(OfflineMock, ChangesTheWorldBetweenTwoRequests) {
  OfflineMock mock(two_orgs(Dialect::genesys));

  mock.change(SetClientState{OrgName("primary"), ClientId("app"), ClientState::inactive});

  EXPECT_EQ(mock.ask(refresh_of_primary()).refusal, RefusalReason::client_inactive);
  EXPECT_THAT(mock.changes(), SizeIs(1));
}

TEST(OfflineMock, MovesDomainTimeWhenItIsTold) {
  World world = two_orgs(Dialect::genesys);
  org_in(world, "primary").refresh_tokens.front().expires_in = 3600s;
  OfflineMock mock(std::move(world));

  mock.advance_clock(2h);

  EXPECT_EQ(mock.ask(refresh_of_primary()).refusal, RefusalReason::refresh_token_expired);
}

}  // namespace
}  // namespace gcmock
