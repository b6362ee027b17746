// The builder of journals, and that it makes what it says.
#include "invariants/journals_for_tests.h"

#include <gtest/gtest.h>

#include "reading/what_client_knew.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;

Fingerprint token_of(CredentialKind kind, const std::string& label) {
  const std::string org = label.substr(0, label.find('/'));
  if (org == label) return {kind, label, std::nullopt, std::nullopt};
  return {kind, label, OrgName{org}, ClientId{"app"}};
}

}  // namespace

JournalBuilder& JournalBuilder::asked(const std::string& org, Verb verb, int calls) {
  StepResult step;
  step.what = std::string(verb == Verb::call        ? "call "
                          : verb == Verb::login     ? "login "
                          : verb == Verb::authorize ? "authorize "
                                                    : "refresh ") +
              org;
  step.org = OrgName{org};
  step.verb = verb;
  step.calls = calls;
  return begin(std::move(step));
}

JournalBuilder& JournalBuilder::clock_moved(std::chrono::milliseconds by) {
  StepResult step;
  step.what = "advance clock";
  step.clock_moved_by = by;
  domain_time_ += by;
  return begin(std::move(step));
}

JournalBuilder& JournalBuilder::begin(StepResult step) {
  step.run = true;
  now_ += 1ms;
  step.started = now_;
  steps_.push_back(std::move(step));
  step_is_fresh_ = true;
  return *this;
}

JournalBuilder& JournalBuilder::came_out(Outcome expected, Outcome got) {
  steps_.back().ended = now_;
  steps_.back().expected = {expected};
  steps_.back().got = got;
  steps_.back().failed = expected != got;
  return *this;
}

JournalBuilder& JournalBuilder::wait(std::chrono::milliseconds by) {
  now_ += by;
  return *this;
}

Exchange& JournalBuilder::add(const std::string& org, int status) {
  Exchange& exchange = journal_.emplace_back();
  exchange.seq = journal_.size();
  exchange.connection = 1;
  exchange.method = "GET";
  exchange.path = "/api/v2/users/me";
  exchange.endpoint = Endpoint::users_me;
  exchange.subject.org = OrgName{org};
  exchange.subject.client = ClientId{"app"};
  exchange.status = status;
  exchange.at = domain_time_;
  exchange.arrived = now_;
  exchange.decided = now_;
  exchange.delivery = {DeliveryState::complete, 100, 100, now_ + 1ms};
  now_ += 11ms;
  if (!steps_.empty()) {
    if (step_is_fresh_) steps_.back().first_exchange = exchange.seq;
    steps_.back().last_exchange = exchange.seq;
    step_is_fresh_ = false;
  }
  return exchange;
}

JournalBuilder& JournalBuilder::api(const std::string& org, int status) {
  add(org, status);
  return carrying(CredentialKind::access_token, org + "/access-main", SightingPlace::authorization_header,
                  "Authorization");
}

JournalBuilder& JournalBuilder::refresh(const std::string& token) {
  Exchange& exchange = add(token.substr(0, token.find('/')), 500);
  exchange.method = "POST";
  exchange.path = "/oauth/token";
  exchange.endpoint = Endpoint::token;
  exchange.host = Host::login;
  exchange.grant = GrantType::refresh_token;
  exchange.request_headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
  if (token.empty()) return of_no_known_org();
  return carrying(CredentialKind::refresh_token, token, SightingPlace::body_field, "refresh_token");
}

JournalBuilder& JournalBuilder::login(const std::string& org) {
  refresh(org + "/code-main");
  last().grant = GrantType::authorization_code;
  last().sightings = {
      {token_of(CredentialKind::authorization_code, org + "/code-main"), SightingPlace::body_field, "code"}};
  return *this;
}

JournalBuilder& JournalBuilder::authorize(const std::string& org, const std::string& query) {
  Exchange& exchange = add(org, 302);
  exchange.path = "/oauth/authorize";
  exchange.query = query;
  exchange.endpoint = Endpoint::authorize;
  exchange.host = Host::login;
  exchange.grant = GrantType::authorization_code;
  const std::string code = org + "/code-" + std::to_string(exchange.seq);
  exchange.issued = {token_of(CredentialKind::authorization_code, code)};
  return *this;
}

JournalBuilder& JournalBuilder::granted(const std::string& refresh_token) {
  granted_without_refresh_token();
  last().issued.push_back(token_of(CredentialKind::refresh_token, refresh_token));
  last().answer_has_refresh_token = true;
  return *this;
}

JournalBuilder& JournalBuilder::granted_without_refresh_token() {
  last().status = 200;
  last().issued = {token_of(CredentialKind::access_token, last().subject.org->value + "/access-1")};
  return *this;
}

JournalBuilder& JournalBuilder::told_tokens(const std::string& access_token) {
  last().answer_body = R"({"access_token":"‹)" + access_token + R"(›","token_type":"bearer","expires_in":60})";
  return *this;
}

JournalBuilder& JournalBuilder::refused(int status, const std::string& error_code) {
  last().status = status;
  last().error_code = error_code;
  return *this;
}

JournalBuilder& JournalBuilder::refused(RefusalReason reason) {
  last().status = 403;
  last().refusal = reason;
  return *this;
}

JournalBuilder& JournalBuilder::lost() {
  last().delivery.state = DeliveryState::cut;
  return *this;
}

JournalBuilder& JournalBuilder::at_once() {
  const Exchange& before = journal_[journal_.size() - 2];
  last().connection = before.connection + 1;
  last().arrived = before.arrived;
  last().decided = before.arrived;
  return *this;
}

JournalBuilder& JournalBuilder::on_another_connection(std::chrono::milliseconds after) {
  const Exchange& before = journal_[journal_.size() - 2];
  last().connection = before.connection + 1;
  last().arrived = before.delivery.finished + after;
  return *this;
}

JournalBuilder& JournalBuilder::carrying(CredentialKind kind, const std::string& label, SightingPlace where,
                                         const std::string& name) {
  last().sightings.push_back({token_of(kind, label), where, name});
  return *this;
}

JournalBuilder& JournalBuilder::by_client(const std::string& client) {
  last().subject.client = ClientId{client};
  return *this;
}

JournalBuilder& JournalBuilder::of_no_known_org() {
  last().subject.org.reset();
  return *this;
}

std::vector<std::uint64_t> only_violation(const InvariantVerdict& verdict) {
  EXPECT_EQ(verdict.violations.size(), 1u);
  return verdict.violations.empty() ? std::vector<std::uint64_t>{} : verdict.violations.front().exchanges;
}

std::string words_of(const InvariantVerdict& verdict) {
  return verdict.violations.empty() ? "" : verdict.violations.front().what;
}

namespace {

TEST(JournalBuilder, MakesOneExchangeBehindTheOther) {
  JournalBuilder journal;

  journal.asked("acme").api("acme", 401).refresh("acme/refresh-main").granted("acme/refresh-1");

  const auto& exchanges = journal.evidence().journal;
  ASSERT_EQ(exchanges.size(), 2u);
  EXPECT_TRUE(knew(exchanges[1], exchanges[0]));
  EXPECT_EQ(journal.steps().at(0).first_exchange, 1u);
  EXPECT_EQ(journal.steps().at(0).last_exchange, 2u);
}

TEST(JournalBuilder, MakesExchangesThatAreUnderWayAtOnce) {
  JournalBuilder journal;

  journal.refresh("acme/refresh-main").refused(400, "invalid_grant");
  journal.refresh("acme/refresh-main").refused(400, "invalid_grant").at_once();

  const auto& exchanges = journal.evidence().journal;
  EXPECT_FALSE(knew(exchanges[1], exchanges[0]));
}

}  // namespace
}  // namespace gcmock
