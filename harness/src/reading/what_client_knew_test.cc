// What a client was told by an answer, and what it could know when.
#include "reading/what_client_knew.h"

#include <gtest/gtest.h>

#include <string>

namespace gcmock {
namespace {

using namespace std::chrono_literals;

Exchange token_answer(int status, const std::string& error_code, std::optional<RefusalReason> refusal = {}) {
  Exchange exchange;
  exchange.seq = 1;
  exchange.connection = 1;
  exchange.endpoint = Endpoint::token;
  exchange.host = Host::login;
  exchange.grant = GrantType::refresh_token;
  exchange.status = status;
  exchange.error_code = error_code;
  exchange.refusal = refusal;
  exchange.delivery.state = DeliveryState::complete;
  exchange.delivery.finished = 5ms;
  return exchange;
}

TEST(WhatTheClientWasTold, IsReadFromStatusAndErrorCode) {
  EXPECT_EQ(client_was_told(token_answer(200, "")), Told::tokens);
  EXPECT_EQ(client_was_told(token_answer(400, "invalid_grant")), Told::grant_is_dead);
  EXPECT_EQ(client_was_told(token_answer(400, "invalid_client")), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(401, "invalid_client")), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(400, "unauthorized_client")), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(400, "invalid_scope")), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(400, "invalid_request")), Told::request_is_bad);
  EXPECT_EQ(client_was_told(token_answer(404, "not.found")), Told::request_is_bad);
}

TEST(WhatTheClientWasTold, IsTheCodeAndNotTheTruthBehindIt) {
  const auto answer = token_answer(400, "invalid_grant", RefusalReason::client_not_authorized_in_org);

  EXPECT_EQ(client_was_told(answer), Told::grant_is_dead);
}

TEST(WhatTheClientWasTold, IsToTryLaterWhereTheServerIsInTrouble) {
  for (const int status : {408, 429, 500, 503}) EXPECT_EQ(client_was_told(token_answer(status, "")), Told::try_later);
}

TEST(WhatTheClientWasTold, IsNothingWhereTheAnswerDidNotArriveWhole) {
  auto answer = token_answer(400, "invalid_grant");

  for (const auto state : {DeliveryState::cut, DeliveryState::failed, DeliveryState::pending}) {
    answer.delivery.state = state;
    EXPECT_EQ(client_was_told(answer), Told::nothing);
  }
}

TEST(WhatTheClientWasTold, IsToldApartByTheReasonWhereTheReportsAnswerHasNoCode) {
  EXPECT_EQ(client_was_told(token_answer(403, "", RefusalReason::refresh_token_expired)), Told::grant_is_dead);
  EXPECT_EQ(client_was_told(token_answer(403, "", RefusalReason::client_not_registered_in_org)), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(403, "", RefusalReason::role_missing_in_org)), Told::client_is_wrong);
  EXPECT_EQ(client_was_told(token_answer(403, "", RefusalReason::malformed_request)), Told::request_is_bad);
  EXPECT_EQ(client_was_told(token_answer(403, "")), Told::client_is_wrong);
}

TEST(WhatTheClientKnew, IsAnAnswerThatWasThereBeforeItsRequestArrived) {
  const auto answer = token_answer(400, "invalid_grant");
  auto request = token_answer(400, "invalid_grant");
  request.seq = 2;
  request.connection = 2;

  request.arrived = 6ms;
  EXPECT_TRUE(knew(request, answer));
  request.arrived = 4ms;
  EXPECT_FALSE(knew(request, answer));
  request.connection = 1;
  EXPECT_TRUE(knew(request, answer));
}

TEST(WhatTheClientKnew, IsNotAnAnswerThatWasLost) {
  auto answer = token_answer(400, "invalid_grant");
  answer.delivery.state = DeliveryState::failed;
  auto request = token_answer(400, "invalid_grant");
  request.seq = 2;
  request.arrived = 1s;

  EXPECT_FALSE(knew(request, answer));
}

TEST(ApiRequests, AreThoseToTheApiHostThatAskForNoToken) {
  auto exchange = token_answer(403, "");
  exchange.host = Host::api;
  EXPECT_FALSE(is_api_request(exchange));

  exchange.endpoint = Endpoint::users_me;
  EXPECT_TRUE(is_api_answer(exchange, 403));
  EXPECT_FALSE(is_api_answer(exchange, 401));

  exchange.host = Host::login;
  EXPECT_FALSE(is_api_request(exchange));
}

TEST(PresentedRefreshToken, IsTheOneInTheBody) {
  auto exchange = token_answer(200, "");
  exchange.sightings = {{{CredentialKind::refresh_token, "acme/in-url", {}, {}}, SightingPlace::request_target, "t"},
                        {{CredentialKind::client_secret, "acme/secret", {}, {}}, SightingPlace::body_field, "s"}};
  EXPECT_EQ(refresh_token_of(exchange), nullptr);

  exchange.sightings.push_back(
      {{CredentialKind::refresh_token, "acme/in-body", {}, {}}, SightingPlace::body_field, "r"});
  ASSERT_NE(refresh_token_of(exchange), nullptr);
  EXPECT_EQ(refresh_token_of(exchange)->label, "acme/in-body");
}

}  // namespace
}  // namespace gcmock
