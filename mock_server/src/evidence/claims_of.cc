// From an exchange to the claims that its answer leans on.
#include <algorithm>

#include "evidence/claim_rows.h"
#include "gcmock/evidence/claims.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using Ids = std::vector<std::string>;

bool is_reported(const Exchange& exchange) {
  return exchange.endpoint == Endpoint::token && exchange.path.find("/api/v2/") != std::string::npos;
}

bool is_of_route(const Exchange& exchange) {
  return exchange.refusal == RefusalReason::path_not_found || exchange.refusal == RefusalReason::method_not_allowed;
}

AnsweredBy answerer_of(const Exchange& exchange) {
  // A path that is none, or a wrong method, is the API host's to answer wherever it is.
  if (is_of_route(exchange)) return AnsweredBy::api;
  if (exchange.endpoint == Endpoint::authorize || exchange.endpoint == Endpoint::logout) return AnsweredBy::authorize;
  if (exchange.endpoint != Endpoint::token) return AnsweredBy::api;
  return is_reported(exchange) ? AnsweredBy::reported_token : AnsweredBy::oauth_token;
}

const BehaviourRow* row_of(RefusalReason reason, AnsweredBy answerer) {
  static const auto rows = behaviour_table();
  const auto found = std::ranges::find_if(
      rows, [&](const BehaviourRow& row) { return row.reason == reason && row.answerer == answerer; });
  return found == rows.end() ? nullptr : &*found;
}

bool is_as_the_rfc_has_it(const Exchange& exchange) {
  return exchange.endpoint == Endpoint::token && exchange.status == 401 && exchange.error_code == "invalid_client";
}

/// The world's `limit_answers` say otherwise than the answer table.
bool is_stated_by_the_world(const Exchange& exchange) {
  if (!exchange.refusal || is_as_the_rfc_has_it(exchange)) return false;
  const auto* row = row_of(*exchange.refusal, answerer_of(exchange));
  return row != nullptr && (row->status != exchange.status || row->code != exchange.error_code);
}

bool is_sent_back(const Exchange& exchange) {
  return exchange.status == 302;
}

bool breaks_framing(const Exchange& exchange) {
  return exchange.method.empty();
}

Ids ids_of_refusal(const Exchange& exchange) {
  if (breaks_framing(exchange)) return {"api.framing"};
  const auto answerer = answerer_of(exchange);
  Ids ids{"refusal." + std::string(to_string(*exchange.refusal)) + "@" + std::string(to_string(answerer))};
  if (is_as_the_rfc_has_it(exchange)) ids = {"setting.token_errors.rfc"};
  if (answerer == AnsweredBy::authorize)
    ids.emplace_back(is_sent_back(exchange) ? "login.errors" : "login.no_redirect");
  if (answerer != AnsweredBy::api) return ids;
  ids.insert(ids.end(), {"api.error_body", "api.correlation_id"});
  if (is_of_route(exchange)) ids.emplace_back("api.path_before_token");
  const auto is_loss = [](const TrailStep& step) {
    return step.finding == Finding::failed &&
           (step.check == Check::client_is_registered_in_org || step.check == Check::client_is_authorized_in_org);
  };
  if (std::ranges::any_of(exchange.trail, is_loss)) ids.emplace_back("api.tokens_of_lost_clients");
  return ids;
}

Ids ids_of_grant(const Exchange& exchange) {
  Ids ids{"token.success_body", "token.grants", "token.token_type", "token.no_store"};
  if (is_reported(exchange)) ids.emplace_back("token.reported_endpoint");
  if (exchange.grant == GrantType::refresh_token) ids.emplace_back("setting.refresh.rotation");
  if (exchange.grant == GrantType::client_credentials) ids.emplace_back("token.no_refresh_token_of_its_own");
  if (exchange.grant == GrantType::saml2_bearer) ids.insert(ids.end(), {"token.saml2_bearer", "token.assertion_once"});
  if (exchange.grant == GrantType::authorization_code) {
    ids.emplace_back("token.redirect_uri");
    const bool is_public = exchange.presented(CredentialKind::client_secret) == nullptr;
    if (is_public) ids.emplace_back("token.verifier_instead_of_secret");
  }
  return ids;
}

Ids ids_of_login(const Exchange& exchange) {
  const bool is_asked_for_consent = exchange.status == 200;
  if (is_asked_for_consent || exchange.method == "POST") {
    Ids ids{"login.consent_page"};
    if (!is_asked_for_consent) ids.emplace_back("login.authorizing");
    return ids;
  }
  const bool gives_a_code = !exchange.issued.empty() && exchange.issued[0].kind == CredentialKind::authorization_code;
  Ids ids{"login.authorize", "login.redirect_uri", gives_a_code ? "login.code" : "login.token", "setting.consent"};
  if (exchange.path.find("/api/v2/") != std::string::npos) ids.emplace_back("login.reported");
  return ids;
}

Ids ids_of_operation(const Operation& operation) {
  Ids ids{"operation." + std::string(operation.id), "api.correlation_id"};
  if (operation.success == 0) ids.emplace_back("api.success_by_default");
  for (const auto& section : claim_sections()) {
    for (const auto& row : section.rows) {
      const auto concerned = words_of(row.operations);
      if (std::ranges::find(concerned, operation.id) != concerned.end()) ids.emplace_back(row.id);
    }
  }
  return ids;
}

bool tells_limits(const Exchange& exchange) {
  return std::ranges::any_of(exchange.answer_headers,
                             [](const auto& header) { return header.first.starts_with("inin-ratelimit"); });
}

Ids ids_of(const Exchange& exchange) {
  if (exchange.refusal) return ids_of_refusal(exchange);
  if (exchange.endpoint == Endpoint::token) return ids_of_grant(exchange);
  if (exchange.endpoint == Endpoint::authorize) return ids_of_login(exchange);
  if (exchange.endpoint == Endpoint::metadata) return {"login.metadata"};
  if (exchange.endpoint == Endpoint::logout) return {"login.logout"};
  const auto* operation = find_operation(exchange.endpoint, exchange.method);
  return operation == nullptr ? Ids{} : ids_of_operation(*operation);
}

}  // namespace

bool is_scripted(const Exchange& exchange) {
  return exchange.author != Author::mock || is_stated_by_the_world(exchange);
}

std::vector<const Claim*> claims_of(const Exchange& exchange) {
  if (is_scripted(exchange)) return {};
  auto ids = ids_of(exchange);
  if (!ids.empty() && tells_limits(exchange)) ids.emplace_back("limit.headers");
  std::vector<const Claim*> claims;
  for (const auto& id : ids) {
    if (const auto* claim = find_claim(id)) claims.push_back(claim);
  }
  return claims;
}

}  // namespace gcmock
