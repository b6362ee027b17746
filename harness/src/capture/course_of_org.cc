#include "capture/course_of_org.h"

#include <algorithm>
#include <utility>

#include "capture/answers_read.h"
#include "capture/message_parts.h"

namespace gcmock {
namespace {

constexpr std::size_t most_tries = 3;  // that a careful client makes of one request

bool is_idempotent(const std::string& method) {
  return method != "POST" && method != "PATCH";
}

bool are_under_way_together(const Exchange& earlier, const Exchange& later) {
  return later.arrived < std::max(earlier.decided, earlier.delivery.finished);
}

bool is_retry(const Exchange& last, const Exchange& next) {
  return is_another_try(last, next) && !are_under_way_together(last, next);
}

bool same_request(const Exchange& one, const Exchange& other) {
  return one.method == other.method && target_of(one) == target_of(other) && one.request_body == other.request_body &&
         one.request_fields == other.request_fields;
}

std::string presented_grant(const Exchange& exchange) {
  const Fingerprint* token = exchange.presented(CredentialKind::refresh_token);
  return token == nullptr ? "" : token->label;
}

// As many as were put off or lost one after the other at the end.
std::size_t tries_at_the_end(const std::vector<const Exchange*>& exchanges) {
  const auto last = std::find_if_not(exchanges.rbegin(), exchanges.rend(),
                                     [](const Exchange* one) { return may_be_tried_again(*one); });
  return static_cast<std::size_t>(last - exchanges.rbegin());
}

// "alice@example.com:acme" or "acme", as the login_hint has it.
void read_login_hint(const World& world, const std::string& hint, StepAsked& asked) {
  const std::size_t colon = hint.rfind(':');
  if (colon == std::string::npos) return;
  const OrgName home(hint.substr(colon + 1));
  const Org* org = find_org(world, home);
  if (org == nullptr) return;
  const auto user =
      std::ranges::find_if(org->users, [&](const auto& entry) { return entry.second.email == hint.substr(0, colon); });
  if (user == org->users.end()) return;
  asked.user = user->first;
  if (home != asked.org) asked.home = home;
}

}  // namespace

CourseOfOrg::CourseOfOrg(OrgName org, const World& world, bool holds_access_token)
    : org_(std::move(org)), world_(world), holds_access_token_(holds_access_token) {}

bool CourseOfOrg::take(const Exchange& exchange) {
  if (exchange.endpoint == Endpoint::token) return take_grant(exchange);
  if (is_login(exchange)) {
    take_authorization(exchange);
    return true;
  }
  const bool is_call = exchange.host == Host::api || exchange.endpoint == Endpoint::authorize;
  if (!is_call || exchange.method.empty()) return false;
  take_api(exchange);
  return true;
}

void CourseOfOrg::between() {
  const bool goes_on = open_ && open_->to_come > 0 && (open_->tokens.empty() || is_granted(*open_->tokens.back()));
  if (!goes_on) close();
}

std::vector<StepAsked> CourseOfOrg::finish() {
  close();
  return std::move(done_);
}

void CourseOfOrg::begin(Verb verb, const Exchange& exchange) {
  close();
  open_.emplace();
  open_->asked.verb = verb;
  open_->asked.org = org_;
  if (verb != Verb::call) return;
  open_->asked.method = exchange.method;
  open_->asked.target = target_of(exchange);
  open_->first_token = token_of(exchange);
}

// A client that holds no access token asks for one because of the call that it then makes.
void CourseOfOrg::take_api(const Exchange& exchange) {
  if (open_ && open_->is_loose && is_granted(*open_->tokens.back())) {
    StepAsked& asked = open_->asked;
    asked.verb = Verb::call;
    asked.method = exchange.method;
    asked.target = target_of(exchange);
    open_->is_loose = false;
  } else if (!is_next_of_call(exchange)) {
    begin(Verb::call, exchange);
  }
  add_api(exchange);
}

bool CourseOfOrg::is_next_of_call(const Exchange& exchange) const {
  if (!open_ || open_->api.empty()) return false;
  const Exchange& last = *open_->api.back();
  if (!same_request(*open_->api.front(), exchange)) return false;
  const bool has_first_token = token_of(exchange) == open_->first_token;
  if (open_->to_come > 0 && (has_first_token ? exchange.status == 401 : !open_->waits_for_renewal)) return true;
  if (are_under_way_together(last, exchange)) return true;
  const bool may_be_sent_again = is_idempotent(exchange.method) || last.status == 429;
  return is_another_try(last, exchange) && may_be_sent_again && tries_at_the_end(open_->api) < most_tries;
}

void CourseOfOrg::add_api(const Exchange& exchange) {
  Open& open = *open_;
  const bool is_another = !open.api.empty() && !is_retry(*open.api.back(), exchange) &&
                          (token_of(exchange) == open.first_token || open.to_come == 0);
  if (is_another) ++open.asked.parallel;
  const bool is_refused = exchange.status == 401 && !was_lost(exchange);
  const bool has_first_token = open.tokens.empty() || token_of(exchange) == open.first_token;
  if (is_refused && has_first_token) {
    ++open.to_come;
    if (open.tokens.empty()) open.waits_for_renewal = true;
    holds_access_token_ = !open.waits_for_renewal;
  } else if (!has_first_token && open.to_come > 0) {
    --open.to_come;
  }
  open.api.push_back(&exchange);
  open.asked.exchanges.push_back(&exchange);
}

bool CourseOfOrg::take_grant(const Exchange& exchange) {
  if (exchange.grant == GrantType::authorization_code || exchange.grant == GrantType::saml2_bearer) {
    const bool ends_authorization = open_ && open_->asked.verb == Verb::authorize && open_->tokens.empty();
    if (!ends_authorization) begin(Verb::login, exchange);
  } else if (exchange.grant == GrantType::refresh_token || exchange.grant == GrantType::client_credentials) {
    if (!goes_on_in_open(exchange)) {
      begin(Verb::refresh, exchange);
      open_->is_loose = !holds_access_token_;
    }
  } else {
    return false;
  }
  add_grant(exchange);
  return true;
}

bool CourseOfOrg::goes_on_in_open(const Exchange& exchange) const {
  if (!open_) return false;
  if (open_->waits_for_renewal && open_->tokens.empty()) return true;
  if (open_->tokens.empty() || open_->asked.exchanges.back() != open_->tokens.back()) return false;
  const Exchange& last = *open_->tokens.back();
  return is_another_try(last, exchange) && last.grant == exchange.grant &&
         presented_grant(last) == presented_grant(exchange) && tries_at_the_end(open_->tokens) < most_tries;
}

void CourseOfOrg::add_grant(const Exchange& exchange) {
  open_->tokens.push_back(&exchange);
  open_->asked.exchanges.push_back(&exchange);
  if (!is_granted(exchange)) return;
  holds_access_token_ = true;
  open_->waits_for_renewal = false;
}

// A browser that was sent on, or a page that was answered, is the same login.
void CourseOfOrg::take_authorization(const Exchange& exchange) {
  const bool goes_on = open_ && open_->asked.verb == Verb::authorize && open_->tokens.empty() &&
                       (exchange.method == "POST" || exchange.query.empty());
  if (!goes_on) begin(Verb::authorize, exchange);
  read_login_hint(world_, field_of(fields_of(exchange.query), "login_hint"), open_->asked);
  open_->asked.exchanges.push_back(&exchange);
}

void CourseOfOrg::close() {
  if (!open_) return;
  open_->asked.outcomes = outcomes_of(*open_);
  if (!open_->tokens.empty() && open_->asked.outcomes == std::vector{Outcome::needs_admin} && open_->api.size() < 2) {
    was_refused_ = was_refused_ || !is_granted(*open_->tokens.back());
  }
  done_.push_back(std::move(open_->asked));
  open_.reset();
}

std::vector<Outcome> CourseOfOrg::outcomes_of(const Open& open) const {
  if (open.asked.verb == Verb::call) return outcomes_of_call(open);
  if (!open.tokens.empty()) return outcomes_of_grant(*open.tokens.back());
  return outcomes_of_authorization(*open.asked.exchanges.back());
}

std::vector<Outcome> CourseOfOrg::outcomes_of_call(const Open& open) const {
  const bool ends_with_token = !open.tokens.empty() && open.asked.exchanges.back() == open.tokens.back();
  if (ends_with_token) {
    // It got its token, and nobody saw what it did with it.
    return is_granted(*open.tokens.back()) ? std::vector<Outcome>{} : outcomes_of_grant(*open.tokens.back());
  }
  const Exchange& last = *open.api.back();
  if (last.status == 401 && open.tokens.empty()) return {was_refused_ ? Outcome::needs_admin : Outcome::needs_user};
  if (!open.tokens.empty() && !is_granted(*open.tokens.back())) return outcomes_of_grant(*open.tokens.back());
  std::vector<Outcome> outcomes = outcomes_of_api_answer(last);
  if (open.asked.parallel == 1) return outcomes;
  // The worst of all that were not asked again.
  for (const Exchange* one : open.api) {
    const bool is_final = one->status != 401 || (!open.tokens.empty() && token_of(*one) != open.first_token);
    if (is_final) outcomes = {worse_of(outcomes.front(), outcomes_of_api_answer(*one).front())};
  }
  return outcomes;
}

}  // namespace gcmock
