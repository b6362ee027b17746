#include "client/org_connection.h"

#include <utility>

#include "client/browser.h"
#include "client/code_proof.h"
#include "client/form_encoding.h"
#include "client/outcome_of_answer.h"
#include "client/retry.h"

namespace gcmock {
namespace {

const ClientReply fine{Outcome::ok, ""};
constexpr const char* saml2_bearer = "urn:ietf:params:oauth:grant-type:saml2-bearer";
const ClientReply left_alone{Outcome::retry_later, "the token endpoint asked to be left alone for a while"};

bool is_idempotent(const std::string& method) {
  return method != "POST" && method != "PATCH";
}

bool is_untrusted(const HttpResult& result) {
  const auto* none = std::get_if<NoAnswer>(&result);
  return none != nullptr && none->because == NoAnswer::Because::not_trusted;
}

// A request that was refused for now, or never arrived, was not acted on: any method may be sent again. Where it may
// have been acted on, only an idempotent one (RFC 9110 §9.2.2).
bool may_be_sent_again(const HttpResult& result, bool is_idempotent) {
  if (is_untrusted(result)) return false;  // it would prove no more the next time
  if (const auto* none = std::get_if<NoAnswer>(&result))
    return none->because == NoAnswer::Because::not_sent || is_idempotent;
  const int status = std::get<ReceivedAnswer>(result).status;
  return status == 429 || (status >= 500 && is_idempotent);
}

std::optional<std::chrono::seconds> retry_after_of(const HttpResult& result) {
  const auto* answer = std::get_if<ReceivedAnswer>(&result);
  return answer == nullptr ? std::nullopt : answer->retry_after;
}

bool puts_off(const HttpResult& result) {
  const auto* answer = std::get_if<ReceivedAnswer>(&result);
  return answer != nullptr && is_put_off(answer->status);
}

// 0: none came, or the request was not sent.
int status_of(const std::optional<HttpResult>& result) {
  const auto* answer = result ? std::get_if<ReceivedAnswer>(&*result) : nullptr;
  return answer == nullptr ? 0 : answer->status;
}

ClientReply api_reply(const std::optional<HttpResult>& result) {
  if (!result) return {Outcome::retry_later, "the API asked to be left alone for a while"};
  if (is_untrusted(*result)) return {Outcome::failed, "the API's server could not prove who it is; nothing was sent"};
  const auto* answer = std::get_if<ReceivedAnswer>(&*result);
  if (answer == nullptr) return {Outcome::retry_later, "the API gave no answer"};
  return {outcome_of_api_status(answer->status), "the API answered " + std::to_string(answer->status)};
}

// What a person would see instead of coming back: a page to answer, or why there is no way back.
ClientReply reply_to_no_callback(const BrowserAnswer& answer) {
  const auto* page = std::get_if<ShownAPage>(&answer);
  if (page == nullptr) return {Outcome::retry_later, "the login host gave no answer"};
  const std::string what = "the login host shows a page, status " + std::to_string(page->status);
  return {outcome_of_login_page(page->status), what};
}

// What is not known is never repeated: a server may echo anything.
ClientReply reply_to_error(const std::string& error) {
  const std::string what = "called back with an error";
  const Outcome outcome = outcome_of_login_error(error);
  return {outcome, outcome == Outcome::needs_admin ? what + ": " + error : what};
}

TokenEndpoint endpoint_of(const OrgAmongOthers& org, const Urls& urls, const Conduct& conduct) {
  TokenEndpoint endpoint{urls.login + "/oauth/token", org.own().client_id, org.own().client_secret, urls.ca_file};
  endpoint.reading = conduct.reading;
  endpoint.change_request = [org, &conduct](SentRequest& request, FormFields& grant) {
    request.verifies_certificate = conduct.verifies_certificates;
    request.follows_redirects = conduct.follows_redirects;
    if (conduct.change_token_request) conduct.change_token_request(request, grant, org);
  };
  return endpoint;
}

}  // namespace

OrgConnection::OrgConnection(const OrgAmongOthers& org, const Urls& urls, const Conduct& conduct, TokenLog log)
    : org_(org),
      conduct_(conduct),
      log_(std::move(log)),
      authorize_url_(urls.login + "/oauth/authorize"),
      endpoint_(endpoint_of(org, urls, conduct)),
      api_url_(urls.api),
      ca_file_(urls.ca_file),
      redirect_uri_(org.own().redirect_uri),
      uses_client_credentials_(org.own().refresh_token.empty() && org.own().auth_code.empty() &&
                               org.own().saml_assertion.empty() && !org.own().client_secret.empty()),
      access_token_(org.own().access_token),
      refresh_token_(org.own().refresh_token),
      code_(org.own().auth_code),
      assertion_(org.own().saml_assertion) {}

ClientReply OrgConnection::call(const ClientCall& call, Deadline deadline) {
  if (!conduct_.reuses_access_tokens) forget_access_token(situation().access_token);
  const Situation now = situation();
  const SentRequest request = api_request(call);
  if (now.access_token.empty()) return call_with_new_token(request, now, deadline);

  const auto result = exchange_patiently(with_token(request, now.access_token), deadline);
  if (!wants_renewal(result)) return api_reply(result);

  forget_access_token(now.access_token);
  return call_with_new_token(request, now, deadline);
}

SentRequest OrgConnection::api_request(const ClientCall& call) const {
  SentRequest request{call.method, api_url_ + call.path, {}, call.body ? call.content_type : "", call.body.value_or(""),
                      ca_file_};
  request.verifies_certificate = conduct_.verifies_certificates;
  request.follows_redirects = conduct_.follows_redirects;
  return request;
}

SentRequest OrgConnection::with_token(SentRequest request, const std::string& access_token) const {
  request.headers = {{"Accept", "application/json"}, {"Authorization", "Bearer " + access_token}};
  if (conduct_.change_api_request) conduct_.change_api_request(request, org_);
  return request;
}

bool OrgConnection::wants_renewal(const std::optional<HttpResult>& result) const {
  const int status = status_of(result);
  return status == 401 || (status == 403 && conduct_.renews_on_403) || (status == 429 && conduct_.renews_on_429) ||
         (status >= 500 && conduct_.renews_on_5xx);
}

// Empty: the API host asked to be left alone for longer than this call can wait.
std::optional<HttpResult> OrgConnection::exchange_patiently(const SentRequest& request, Deadline deadline) {
  Tries tries(deadline, conduct_.retries);
  const bool may_be_repeated = is_idempotent(request.method) || conduct_.resends_what_may_have_been_done;
  for (;;) {
    if (!api_host_.wait_until_welcome(deadline)) return std::nullopt;
    HttpResult result = exchange(request, deadline);
    if (puts_off(result) && conduct_.retries.heeds_retry_after) api_host_.heed(retry_after_of(result));
    if (!may_be_sent_again(result, may_be_repeated)) return result;
    if (!tries.wait_for_another(retry_after_of(result))) return result;
  }
}

TokenAnswer OrgConnection::present_grant(FormFields grant, Deadline deadline) {
  TokenAnswer answer = present(endpoint_, std::move(grant), deadline);
  const auto* busy = std::get_if<Busy>(&answer);
  if (busy != nullptr && conduct_.retries.heeds_retry_after) login_host_.heed(busy->retry_after);
  return answer;
}

// A 401 to a token that was renewed for this very call is the end of it: another renewal could go on for ever.
ClientReply OrgConnection::call_with_new_token(const SentRequest& request, const Situation& since, Deadline deadline) {
  Situation before = since;
  for (int renewals = 1;; ++renewals) {
    const ClientReply renewed = renew(before, deadline);
    if (renewed.outcome != Outcome::ok) return renewed;
    before = situation();
    const auto result = exchange_patiently(with_token(request, before.access_token), deadline);
    if (renewals >= conduct_.most_renewals_of_a_call || !wants_renewal(result)) return api_reply(result);
    forget_access_token(before.access_token);
  }
}

ClientReply OrgConnection::log_in(Deadline deadline) {
  if (!login_host_.wait_until_welcome(deadline)) return left_alone;
  std::string code;
  std::string assertion;
  {
    const std::lock_guard lock(mutex_);
    if (refused_) return *refused_;
    code = conduct_.gives_up_codes ? std::exchange(code_, "") : code_;
    if (code.empty()) assertion = std::exchange(assertion_, "");
  }
  if (!code.empty()) {
    return redeem({{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", redirect_uri_}}, deadline);
  }
  if (assertion.empty()) return {Outcome::needs_user, "no authorization code that was not presented yet"};
  return redeem({{"grant_type", saml2_bearer}, {"orgName", org_.name.value}, {"assertion", assertion}}, deadline);
}

// A code or assertion is good once: where its answer was lost it must not be presented again (RFC 6749 §4.1.2).
ClientReply OrgConnection::redeem(FormFields grant, Deadline deadline) {
  const TokenAnswer answer = present_grant(std::move(grant), deadline);
  if (const auto* tokens = std::get_if<ReceivedTokens>(&answer)) return keep(*tokens);
  if (const auto* refusal = std::get_if<Refusal>(&answer)) return keep(*refusal);
  return {Outcome::needs_user, "the grant was presented and not answered; it must not be presented again"};
}

ClientReply OrgConnection::authorize(const std::string& login_hint, const std::string& target, Deadline deadline) {
  if (!login_host_.wait_until_welcome(deadline)) return left_alone;
  {
    const std::lock_guard lock(mutex_);
    if (refused_) return *refused_;
    acts_for_a_user_ = true;
  }
  const std::string state = conduct_.make_state ? conduct_.make_state() : make_state();
  const CodeProof proof = conduct_.make_proof ? conduct_.make_proof() : make_code_proof();
  FormFields question = {{"response_type", "code"},           {"client_id", endpoint_.client_id},
                         {"redirect_uri", redirect_uri_},     {"state", state},
                         {"code_challenge", proof.challenge}, {"code_challenge_method", "S256"},
                         {"login_hint", login_hint}};
  if (!target.empty()) question.emplace_back("target", target);
  if (conduct_.change_login) conduct_.change_login(question);
  const BrowserAnswer answer = browse(authorize_url_ + "?" + form_encode(question), redirect_uri_, ca_file_, deadline);

  const auto* callback = std::get_if<CalledBack>(&answer);
  if (callback == nullptr) return reply_to_no_callback(answer);
  if (callback->parameter("state") != state) return {Outcome::failed, "called back with another state"};
  if (const std::string error = callback->parameter("error"); !error.empty()) return reply_to_error(error);
  const std::string code = callback->parameter("code");
  if (code.empty()) return {Outcome::failed, "called back without a code"};
  return redeem({{"grant_type", "authorization_code"},
                 {"code", code},
                 {"redirect_uri", redirect_uri_},
                 {"code_verifier", proof.verifier}},
                deadline);
}

ClientReply OrgConnection::refresh(Deadline deadline) {
  return renew(situation(), deadline);
}

void OrgConnection::clock_moved(std::chrono::milliseconds by) {
  login_host_.clock_moved(by);
  api_host_.clock_moved(by);
}

OrgConnection::Situation OrgConnection::situation() const {
  const std::lock_guard lock(mutex_);
  return {access_token_, failed_renewals_};
}

void OrgConnection::forget_access_token(const std::string& dead) {
  const std::lock_guard lock(mutex_);
  if (access_token_ == dead) access_token_.clear();
}

ClientReply OrgConnection::renew(const Situation& since, Deadline deadline) {
  std::promise<ClientReply> promise;
  std::shared_future<ClientReply> under_way;
  {
    const std::lock_guard lock(mutex_);
    if (!access_token_.empty() && access_token_ != since.access_token) return fine;
    if (failed_renewals_ != since.failed_renewals) return last_failure_;
    if (renewal_.valid() && conduct_.shares_renewals)
      under_way = renewal_;
    else
      renewal_ = promise.get_future().share();
  }
  if (under_way.valid()) return under_way.get();

  const ClientReply reply = obtain_tokens(deadline);
  {
    const std::lock_guard lock(mutex_);
    renewal_ = {};
    if (reply.outcome != Outcome::ok) {
      ++failed_renewals_;
      last_failure_ = reply;
    }
  }
  promise.set_value(reply);
  return reply;
}

ClientReply OrgConnection::obtain_tokens(Deadline deadline) {
  std::string refresh_token;
  bool may_ask_for_itself = false;
  {
    const std::lock_guard lock(mutex_);
    if (refused_) return *refused_;
    refresh_token = refresh_token_;
    may_ask_for_itself = uses_client_credentials_ && !acts_for_a_user_;
  }
  if (!refresh_token.empty()) return present_refresh_token(refresh_token, deadline);
  if (may_ask_for_itself) return present_client_credentials(deadline);
  return {Outcome::needs_user, "no refresh token that is still good"};
}

ClientReply OrgConnection::present_refresh_token(const std::string& refresh_token, Deadline deadline) {
  Tries tries(deadline, conduct_.retries);
  for (int refusals = 0;;) {
    if (!login_host_.wait_until_welcome(deadline)) return left_alone;
    const TokenAnswer answer =
        present_grant({{"grant_type", "refresh_token"}, {"refresh_token", refresh_token}}, deadline);
    if (const auto* tokens = std::get_if<ReceivedTokens>(&answer)) return keep(*tokens);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) {
      if (refusals++ >= conduct_.tries_after_refusal) return keep(*refusal);
      continue;
    }
    const auto* busy = std::get_if<Busy>(&answer);
    if (busy != nullptr && conduct_.asks_for_itself_in_trouble) return present_client_credentials(deadline);
    if (busy == nullptr && std::get<NoAnswer>(answer).because == NoAnswer::Because::answer_lost && lost_twice())
      return {Outcome::needs_user, "two answers to a refresh were lost; the token may be spent"};
    if (!tries.wait_for_another(busy == nullptr ? std::nullopt : busy->retry_after))
      return {Outcome::retry_later, "the token endpoint is not to be had"};
  }
}

// Notes a lost answer to the refresh token. After the second the token is given up: a third presentation could look
// like theft to a server that rotates (RFC 9700 §4.14.2), and two losses in a row leave little hope of a grace window.
bool OrgConnection::lost_twice() {
  const std::lock_guard lock(mutex_);
  if (++lost_answers_ < conduct_.most_lost_answers) return false;
  refresh_token_.clear();
  return true;
}

ClientReply OrgConnection::present_client_credentials(Deadline deadline) {
  Tries tries(deadline, conduct_.retries);
  for (;;) {
    if (!login_host_.wait_until_welcome(deadline)) return left_alone;
    const TokenAnswer answer = present_grant({{"grant_type", "client_credentials"}}, deadline);
    if (const auto* tokens = std::get_if<ReceivedTokens>(&answer)) return keep(*tokens);
    if (const auto* refusal = std::get_if<Refusal>(&answer)) return keep(*refusal);
    const auto* busy = std::get_if<Busy>(&answer);
    if (!tries.wait_for_another(busy == nullptr ? std::nullopt : busy->retry_after))
      return {Outcome::retry_later, "the token endpoint is not to be had"};
  }
}

ClientReply OrgConnection::keep(const ReceivedTokens& tokens) {
  if (log_) log_(tokens);
  const std::lock_guard lock(mutex_);
  access_token_ = tokens.access_token;
  if (tokens.refresh_token) {
    if (conduct_.adopts_new_refresh_tokens) refresh_token_ = *tokens.refresh_token;
    lost_answers_ = 0;
  } else if (!conduct_.keeps_refresh_token_that_is_not_replaced) {
    refresh_token_ = "undefined";
  }
  return fine;
}

ClientReply OrgConnection::keep(const Refusal& refusal) {
  const ClientReply reply{outcome_for(refusal.who_must_act), refusal.why};
  const std::lock_guard lock(mutex_);
  if (reply.outcome == Outcome::needs_user && conduct_.gives_up_refused_refresh_tokens) refresh_token_.clear();
  if (reply.outcome == Outcome::needs_admin && conduct_.remembers_that_it_was_refused) refused_ = reply;
  return reply;
}

}  // namespace gcmock
