// Rules on a request and settles it: the middle of the atomic step.
#include <iterator>
#include <utility>

#include "api/perform.h"
#include "api/tokens.h"
#include "domain/change_world.h"
#include "domain/decide.h"
#include "domain/rate_limits.h"
#include "domain/settle.h"
#include "engine/draw.h"
#include "engine/reply.h"
#include "engine/rule_login_host.h"
#include "wire/answers.h"
#include "wire/encode.h"
#include "wire/world_answers.h"

namespace gcmock {
namespace {

Reply grant(Bench bench, const Granted& granted, Instant now, std::string_view correlation_id) {
  const auto tokens = settle(bench.ledger, granted, draw_tokens(bench, granted), now);
  Reply reply;
  reply.answer = encode_tokens(tokens, correlation_id);
  reply.shown_body = redacted_body(tokens);
  reply.issued = fingerprints(tokens, granted);
  reply.has_refresh_token = tokens.refresh_token.has_value();
  reply.changes = crowded_out(tokens, granted);
  return reply;
}

Refused as_refused(const Malformed& malformed) {
  return {.reason = malformed.reason, .detail = malformed.detail, .retry_after = {}, .revokes_family = {}};
}

TrailStep failed(Check check, std::string found) {
  return {check, Finding::failed, {}, std::move(found)};
}

Reply rule_on_token_request(Bench bench, const Question& question, const TokenRequest& request, Instant now,
                            std::string_view correlation_id) {
  auto ruling = decide(bench.world, bench.ledger, request, now);
  Reply reply;
  if (const auto* granted = std::get_if<Granted>(&ruling.outcome)) {
    reply = grant(bench, *granted, now, correlation_id);
  } else {
    const auto& refused = std::get<Refused>(ruling.outcome);
    settle(bench.ledger, refused);
    reply = refuse(bench.world, question, refused, correlation_id);
  }
  if (ruling.subject.org) count_token_request(bench.ledger, bench.world, *ruling.subject.org, now);
  reply.subject = std::move(ruling.subject);
  reply.trail = std::move(ruling.trail);
  return reply;
}

Reply rule_on_malformed(Bench bench, const Question& question, const Malformed& malformed,
                        std::string_view correlation_id) {
  auto reply = refuse(bench.world, question, as_refused(malformed), correlation_id);
  const bool is_read = malformed.reason == RefusalReason::unsupported_grant_type;
  if (is_read) reply.trail.push_back({Check::request_is_well_formed, Finding::passed, {}, {}});
  reply.trail.push_back(
      failed(is_read ? Check::grant_type_is_supported : Check::request_is_well_formed, malformed.detail));
  return reply;
}

std::string words_for(Host host) {
  switch (host) {
    case Host::login:
      return "a path of the login host";
    case Host::api:
      return "a path of the API host";
  }
  return {};
}

std::string words_for(HostsServed served) {
  switch (served) {
    case HostsServed::login:
      return words_for(Host::login);
    case HostsServed::api:
      return words_for(Host::api);
    case HostsServed::both:
    case HostsServed::neither:
      return "a path that is served under this name";
  }
  return {};
}

/// What the login host answers to a path of the API, and the other way round, is assumed: what it answers to none.
Reply rule_on_other_host(Bench bench, const Question& question, std::string_view correlation_id) {
  auto reply = refuse(bench.world, question, {RefusalReason::path_not_found, {}, {}, {}}, correlation_id);
  reply.trail.push_back(
      {Check::path_is_known, Finding::failed, words_for(question.served), words_for(question.route.host)});
  return reply;
}

Reply rule_on_route(Bench bench, const Question& question, std::string_view correlation_id) {
  if (question.route.match == RouteMatch::of_another_host) return rule_on_other_host(bench, question, correlation_id);
  const bool is_known = question.route.match == RouteMatch::method_not_allowed;
  const auto reason = is_known ? RefusalReason::method_not_allowed : RefusalReason::path_not_found;
  auto reply = refuse(bench.world, question, {.reason = reason, .detail = {}, .retry_after = {}, .revokes_family = {}},
                      correlation_id);
  if (is_known) reply.trail.push_back({Check::path_is_known, Finding::passed, {}, {}});
  reply.trail.push_back(failed(is_known ? Check::method_is_allowed : Check::path_is_known, {}));
  return reply;
}

Reply refuse_fault(Bench bench, const Question& question, const ApiFault& fault, std::string_view correlation_id) {
  Refused refused;
  refused.reason = fault.reason;
  refused.words = fault.words;
  auto reply = refuse(bench.world, question, refused, correlation_id);
  reply.trail.push_back({fault.check, Finding::failed, fault.expected, fault.found});
  return reply;
}

Reply answer_done(Bench bench, ApiDone done, Instant now, std::string_view correlation_id) {
  Reply reply;
  if (done.usage_query) bench.usage.keep(*std::move(done.usage_query));
  for (const auto& change : done.changes) reply.changes.push_back(make(bench, change, now));
  reply.shown_body = done.body;  // what it may show of credentials is known by now, and taken out when it is recorded
  reply.answer = encode_entity(done.status, std::move(done.body), correlation_id);
  return reply;
}

Reply answer_allowed(Bench bench, const Question& question, const Allowed& allowed, const HttpRequest& request,
                     Instant now, std::string_view correlation_id) {
  const ApiCall call{bench.world,
                     bench.ledger,
                     bench.world.orgs.at(allowed.org),
                     allowed,
                     question.route,
                     request,
                     *question.api.bearer,
                     now,
                     bench.ids,
                     bench.usage};
  auto outcome = perform(call);
  if (!preserves_idle_time(call)) note_use(bench.ledger, call.bearer, now);
  if (const auto* fault = std::get_if<ApiFault>(&outcome)) {
    return refuse_fault(bench, question, *fault, correlation_id);
  }
  return answer_done(bench, std::get<ApiDone>(std::move(outcome)), now, correlation_id);
}

/// Counts the request, and says in its answer how far that has gone.
void count(Bench bench, const std::string& bearer, Instant now, HttpAnswer& answer) {
  count_api_request(bench.ledger, bench.world, bearer, now);
  const IssuedToken* const token = bench.ledger.access_token(bearer);
  const auto state = token == nullptr ? std::nullopt : rate_state(bench.world, bench.ledger, *token, now);
  if (state) add_rate_headers(*state, answer);
}

Reply rule_on_api_request(Bench bench, const Question& question, const HttpRequest& request, Instant now,
                          std::string_view correlation_id) {
  auto ruling = decide(bench.world, bench.ledger, question.api, now);
  Reply reply;
  if (const auto* allowed = std::get_if<Allowed>(&ruling.outcome)) {
    reply = answer_allowed(bench, question, *allowed, request, now, correlation_id);
  } else {
    reply = refuse(bench.world, question, std::get<Refused>(ruling.outcome), correlation_id);
  }
  if (question.api.bearer) count(bench, *question.api.bearer, now, reply.answer);
  reply.subject = std::move(ruling.subject);
  // The fault of an allowed request comes after the checks that allowed it.
  ruling.trail.insert(ruling.trail.end(), std::make_move_iterator(reply.trail.begin()),
                      std::make_move_iterator(reply.trail.end()));
  reply.trail = std::move(ruling.trail);
  return reply;
}

bool is_of_other_region(const World& world, const Question& question) {
  return !question.region.empty() && !same_name(question.region, world.region);
}

/// Orgs, clients and tokens live in one region: at another one's hosts nobody knows them.
Reply rule_on_other_region(Bench bench, const Question& question, RefusalReason reason,
                           std::string_view correlation_id) {
  auto reply = refuse(bench.world, question, {reason, {}, {}, {}}, correlation_id);
  reply.trail.push_back({Check::host_is_of_the_worlds_region, Finding::failed, bench.world.region, question.region});
  return reply;
}

}  // namespace

ChangeMade make(Bench bench, const WorldChange& change, Instant now) {
  apply(bench.world, bench.ledger, change, now);
  if (const auto* put = std::get_if<PutClient>(&change)) bench.credentials.add_secret(put->org, put->client);
  if (const auto* set = std::get_if<SetClientSecret>(&change)) {
    const auto client = find_client(bench.world, set->org, set->client);
    if (client) bench.credentials.add_secret(set->org, *client->registration);
  }
  return {place(change), describe(change)};
}

Reply refuse(const World& world, const Question& question, const Refused& refused, std::string_view correlation_id) {
  RefusalToAnswer refusal;
  refusal.reason = refused.reason;
  refusal.retry_after = refused.retry_after;
  refusal.limit = refused.limit;
  refusal.operation = question.route.demands;
  refusal.words = refused.words;
  refusal.correlation_id = correlation_id;
  if (refused.reason == RefusalReason::method_not_allowed) refusal.allowed_methods = question.route.allowed_methods;
  if (question.authorization) refusal.return_address = return_address(world, question.authorization->request);
  Reply reply;
  reply.answer = encode_refusal(refusal, question.route.answerer, world);
  reply.shown_body = reply.answer.body;
  reply.refusal = refused.reason;
  if (world.answers.contains(refused.reason)) reply.author = Author::world;
  reply.error_code = answer_row_in(world, refused.reason, question.route.answerer).code;
  reply.retry_after = retry_after_of(refusal, world);
  return reply;
}

Reply rule(Bench bench, const Question& question, const HttpRequest& request, Instant now,
           std::string_view correlation_id) {
  if (question.route.match != RouteMatch::found) return rule_on_route(bench, question, correlation_id);
  if (question.route.endpoint == Endpoint::metadata) return answer_metadata(question, request, correlation_id);
  const bool is_elsewhere = is_of_other_region(bench.world, question);
  const bool is_for_a_client = question.authorization || question.logout;
  if (is_for_a_client && is_elsewhere) {
    return rule_on_other_region(bench, question, RefusalReason::client_unknown, correlation_id);
  }
  if (question.authorization) return rule_on_authorization(bench, question, now, correlation_id);
  if (question.logout) return rule_on_logout(bench, question, now, correlation_id);
  if (!question.token && question.api.bearer && is_elsewhere) {
    return rule_on_other_region(bench, question, RefusalReason::bearer_unknown, correlation_id);
  }
  if (!question.token) return rule_on_api_request(bench, question, request, now, correlation_id);
  if (const auto* malformed = std::get_if<Malformed>(&question.token->request)) {
    return rule_on_malformed(bench, question, *malformed, correlation_id);
  }
  if (is_elsewhere) return rule_on_other_region(bench, question, RefusalReason::client_unknown, correlation_id);
  return rule_on_token_request(bench, question, std::get<TokenRequest>(question.token->request), now, correlation_id);
}

}  // namespace gcmock
