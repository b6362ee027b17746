#include "client/outcome_of_answer.h"

#include <algorithm>
#include <array>

namespace gcmock {

bool is_put_off(int status) {
  return status == 429 || status >= 500;
}

Outcome outcome_of_api_status(int status) {
  if (status >= 200 && status < 300) return Outcome::ok;
  if (status == 401) return Outcome::needs_user;
  if (status == 403) return Outcome::needs_admin;
  if (is_put_off(status)) return Outcome::retry_later;
  return Outcome::failed;
}

Outcome outcome_of_token_answer(int status, std::string_view error) {
  if (is_put_off(status)) return Outcome::retry_later;
  return status == 200 ? Outcome::ok : outcome_for(who_must_act_on(status, error));
}

Outcome outcome_of_login_page(int status) {
  if (is_put_off(status)) return Outcome::retry_later;
  return status < 300 ? Outcome::needs_user : Outcome::needs_admin;
}

// access_denied is for an administrator: Genesys Cloud tells it where the org has not authorized the client
// (sdk_source).
Outcome outcome_of_login_error(std::string_view error) {
  constexpr std::array<std::string_view, 4> for_an_administrator = {"access_denied", "unauthorized_client",
                                                                    "invalid_scope", "unsupported_response_type"};
  if (std::ranges::count(for_an_administrator, error) > 0) return Outcome::needs_admin;
  const bool is_busy = error == "temporarily_unavailable" || error == "server_error";
  return is_busy ? Outcome::retry_later : Outcome::failed;
}

Outcome outcome_for(Refusal::Who who_must_act) {
  switch (who_must_act) {
    case Refusal::Who::user:
      return Outcome::needs_user;
    case Refusal::Who::admin:
      return Outcome::needs_admin;
    case Refusal::Who::maker:
      return Outcome::failed;
  }
  return Outcome::failed;
}

}  // namespace gcmock
