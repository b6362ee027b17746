// Exchanges for tests of expectations: only what patterns look at.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock::testing_exchanges {

/// A refresh of the org, answered with this status, 100 ms behind the exchange before it.
inline Exchange refresh_answered(std::uint64_t seq, const std::string& org, int status) {
  Exchange exchange;
  exchange.seq = seq;
  exchange.method = "POST";
  exchange.path = "/oauth/token";
  exchange.endpoint = Endpoint::token;
  exchange.host = Host::login;
  exchange.grant = GrantType::refresh_token;
  exchange.subject.org = OrgName{org};
  exchange.status = status;
  exchange.arrived = std::chrono::milliseconds{100} * seq;
  exchange.decided = exchange.arrived;
  exchange.delivery.state = DeliveryState::complete;
  return exchange;
}

inline Exchange call_answered(std::uint64_t seq, const std::string& org, int status) {
  Exchange exchange = refresh_answered(seq, org, status);
  exchange.method = "GET";
  exchange.path = "/api/v2/users/me";
  exchange.endpoint = Endpoint::users_me;
  exchange.host = Host::api;
  exchange.grant.reset();
  return exchange;
}

/// Token requests of the org.
inline ExchangePattern token_requests_of(const std::string& org) {
  ExchangePattern pattern;
  pattern.endpoint = Endpoint::token;
  pattern.org = OrgName{org};
  return pattern;
}

inline ExchangePattern with_status(ExchangePattern pattern, int status) {
  pattern.status = status;
  return pattern;
}

}  // namespace gcmock::testing_exchanges
