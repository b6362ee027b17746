#include "capture/answers_read.h"

#include "capture/message_parts.h"
#include "client/outcome_of_answer.h"
#include "client/retry.h"

namespace gcmock {
bool was_lost(const Exchange& exchange) {
  return exchange.status == 0 || exchange.delivery.state == DeliveryState::cut ||
         exchange.delivery.state == DeliveryState::failed;
}

bool is_granted(const Exchange& exchange) {
  return exchange.status == 200 && !was_lost(exchange);
}

bool may_be_tried_again(const Exchange& exchange) {
  return was_lost(exchange) || is_put_off(exchange.status);
}

bool is_another_try(const Exchange& last, const Exchange& next) {
  constexpr std::chrono::milliseconds longest_pause_of_its_own{500};
  if (!may_be_tried_again(last)) return false;
  if (last.retry_after) return *last.retry_after <= longest_pause;
  return next.arrived - last.decided <= longest_pause_of_its_own;
}

bool is_login(const Exchange& exchange) {
  return exchange.endpoint == Endpoint::authorize && token_of(exchange).empty();
}

std::string target_of(const Exchange& exchange) {
  const std::size_t at = exchange.path.find("/api/v2/");
  const std::string path = at == std::string::npos ? exchange.path : exchange.path.substr(at);
  return exchange.query.empty() ? path : path + "?" + exchange.query;
}

std::string token_of(const Exchange& exchange) {
  const Fingerprint* token = exchange.presented(CredentialKind::access_token);
  return token == nullptr ? "" : token->label;
}

std::vector<Outcome> outcomes_of_grant(const Exchange& exchange) {
  const bool is_once = exchange.grant != GrantType::refresh_token && exchange.grant != GrantType::client_credentials;
  if (was_lost(exchange)) {
    if (is_once) return {Outcome::needs_user, Outcome::retry_later};
    return {Outcome::retry_later, Outcome::needs_user};
  }
  if (exchange.status == 200 && exchange.author == Author::script) return {};
  const Outcome outcome = outcome_of_token_answer(exchange.status, exchange.error_code);
  if (is_once && outcome == Outcome::retry_later) return {Outcome::needs_user, Outcome::retry_later};
  return {outcome};
}

std::vector<Outcome> outcomes_of_api_answer(const Exchange& exchange) {
  if (was_lost(exchange)) return {Outcome::retry_later};
  return {outcome_of_api_status(exchange.status)};
}

std::vector<Outcome> outcomes_of_authorization(const Exchange& exchange) {
  if (was_lost(exchange)) return {Outcome::retry_later};
  const std::string location = header_of(exchange.answer_headers, "Location");
  const std::size_t query = location.find('?');
  if (exchange.status < 300 || exchange.status >= 400 || query == std::string::npos)
    return {outcome_of_login_page(exchange.status)};
  const std::string error = field_of(fields_of(std::string_view(location).substr(query + 1)), "error");
  if (error.empty()) return {};  // a code, which was not redeemed
  return {outcome_of_login_error(error)};
}

}  // namespace gcmock
