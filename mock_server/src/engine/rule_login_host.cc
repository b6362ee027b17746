#include "engine/rule_login_host.h"

#include <utility>

#include "domain/decide_authorize.h"
#include "domain/settle.h"
#include "engine/draw.h"
#include "wire/encode_redirect.h"
#include "wire/login_pages.h"
#include "wire/metadata.h"

namespace gcmock {
namespace {

HttpAnswer issue_code(Bench bench, const Authorized& authorized, const ReturnAddress& address, Instant now,
                      std::string_view correlation_id, Reply& reply) {
  auto code = draw(bench, CredentialKind::authorization_code, authorized.login.org);
  reply.issued = {{CredentialKind::authorization_code, code.label, authorized.login.org, authorized.client}};
  auto answer = encode_redirect(address, told_of_code(code.value), correlation_id);
  settle(bench.ledger, authorized, std::move(code), now);
  return answer;
}

HttpAnswer issue_token(Bench bench, const Authorized& authorized, const ReturnAddress& address, Instant now,
                       std::string_view correlation_id, Reply& reply) {
  const auto granted = implicit_grant(authorized);
  const auto tokens = settle(bench.ledger, granted, draw_tokens(bench, granted), now);
  reply.issued = fingerprints(tokens, granted);
  for (auto& change : crowded_out(tokens, granted)) reply.changes.push_back(std::move(change));
  return encode_redirect(address, told_of_token(tokens), correlation_id);
}

Reply authorize(Bench bench, const Authorized& authorized, const ReturnAddress& address, Instant now,
                std::string_view correlation_id) {
  Reply reply;
  if (authorized.authorizes) {
    reply.changes.push_back(make(bench, PutAuthorization{authorized.login.org, *authorized.authorizes}, now));
  }
  const auto issue = authorized.response == ResponseType::code ? issue_code : issue_token;
  reply.answer = issue(bench, authorized, address, now, correlation_id, reply);
  return reply;
}

Reply ask_for_consent(Bench bench, const AuthorizationRequest& request, const ConsentNeeded& needed,
                      std::string_view correlation_id) {
  Reply reply;
  reply.answer = consent_page(bench.world, request, needed, correlation_id);
  reply.shown_body = reply.answer.body;
  return reply;
}

}  // namespace

Reply rule_on_authorization(Bench bench, const Question& question, Instant now, std::string_view correlation_id) {
  const AuthorizationRequest& request = question.authorization->request;
  auto ruling = decide(bench.world, bench.ledger, request, now);
  Reply reply;
  if (const auto* authorized = std::get_if<Authorized>(&ruling.outcome)) {
    reply = authorize(bench, *authorized, *ruling.return_address, now, correlation_id);
  } else if (const auto* needed = std::get_if<ConsentNeeded>(&ruling.outcome)) {
    reply = ask_for_consent(bench, request, *needed, correlation_id);
  } else {
    reply = refuse(bench.world, question, std::get<Refused>(ruling.outcome), correlation_id);
  }
  reply.subject = std::move(ruling.subject);
  reply.trail = std::move(ruling.trail);
  return reply;
}

Reply rule_on_logout(Bench bench, const Question& question, Instant now, std::string_view correlation_id) {
  auto ruling = decide(bench.world, bench.ledger, *question.logout, now);
  Reply reply;
  if (const auto* address = std::get_if<ReturnAddress>(&ruling.outcome)) {
    reply.answer = encode_redirect(*address, {}, correlation_id);
  } else {
    reply = refuse(bench.world, question, std::get<Refused>(ruling.outcome), correlation_id);
  }
  reply.subject = std::move(ruling.subject);
  reply.trail = std::move(ruling.trail);
  return reply;
}

Reply answer_metadata(const Question& question, const HttpRequest& request, std::string_view correlation_id) {
  Reply reply;
  reply.answer = encode_metadata(request, question.route.prefix, correlation_id);
  reply.shown_body = reply.answer.body;
  return reply;
}

}  // namespace gcmock
