// What the journal keeps, and how an exchange reads.
#include "journal/journal.h"

#include <gmock/gmock.h>

#include <sstream>

namespace gcmock {
namespace {

Exchange request(const char* path) {
  Exchange exchange;
  exchange.method = "POST";
  exchange.path = path;
  exchange.status = 403;
  return exchange;
}

Fingerprint token(const char* label) {
  return {CredentialKind::refresh_token, label, OrgName("a"), ClientId("app")};
}

TEST(Journal, NumbersExchangesFromOneWithoutGaps) {
  Journal journal;

  journal.append(request("/a"));
  EXPECT_EQ(journal.next_seq(), 2U);
  journal.append(request("/b"));

  const auto all = journal.all();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].seq, 1U);
  EXPECT_EQ(all[1].seq, 2U);
  EXPECT_EQ(all[1].path, "/b");
}

TEST(Journal, HoldsADeliveryPendingUntilItIsReported) {
  Journal journal;
  journal.append(request("/a"));
  journal.append(request("/b"));

  journal.record_delivery(2, {DeliveryState::cut, 10, 20, std::chrono::nanoseconds(5)});

  EXPECT_EQ(journal.pending(), 1U);
  EXPECT_EQ(journal.all()[0].delivery.state, DeliveryState::pending);
  EXPECT_EQ(journal.all()[1].delivery, (DeliveryReport{DeliveryState::cut, 10, 20, std::chrono::nanoseconds(5)}));
}

TEST(Journal, TakesTheFirstReportOfADeliveryOnly) {
  Journal journal;
  journal.append(request("/a"));

  journal.record_delivery(1, {DeliveryState::complete, 20, 20, {}});
  journal.record_delivery(1, {DeliveryState::failed, 0, 20, {}});
  journal.record_delivery(0, {DeliveryState::failed, 0, 20, {}});
  journal.record_delivery(7, {DeliveryState::failed, 0, 20, {}});

  EXPECT_EQ(journal.pending(), 0U);
  EXPECT_EQ(journal.all()[0].delivery.state, DeliveryState::complete);
}

TEST(Exchange, ReadsAsOneLine) {
  auto exchange = request("/oauth/token");
  exchange.seq = 4;
  std::ostringstream answered, lost;

  answered << exchange;
  exchange.status = 0;
  lost << exchange;

  EXPECT_EQ(answered.str(), "#4 POST /oauth/token → 403");
  EXPECT_EQ(lost.str(), "#4 POST /oauth/token → no answer");
}

TEST(Exchange, PresentsWhatStandsWhereTheProtocolWantsIt) {
  Exchange exchange;
  exchange.sightings = {{token("leaked"), SightingPlace::request_target, "t"},
                        {token("leaked"), SightingPlace::referer, "Referer"},
                        {token("presented"), SightingPlace::body_field, "refresh_token"}};

  ASSERT_NE(exchange.presented(CredentialKind::refresh_token), nullptr);
  EXPECT_EQ(exchange.presented(CredentialKind::refresh_token)->label, "presented");
  EXPECT_EQ(exchange.presented(CredentialKind::access_token), nullptr);
}

}  // namespace
}  // namespace gcmock
