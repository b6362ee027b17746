// Reads questions: see question.h.
#include "engine/question.h"

#include <string>
#include <utility>

#include "domain/decide_authorize.h"
#include "wire/basic_auth.h"

namespace gcmock {
namespace {

std::optional<std::string> bearer_of(const HttpRequest& request) {
  const auto* authorization = request.header("Authorization");
  const auto token = authorization == nullptr ? std::nullopt : bearer_token(*authorization);
  return token ? std::optional<std::string>(*token) : std::nullopt;
}

/// Nobody says at which host the report's token endpoint was: it is at both (assumed).
bool is_served(const Route& route, HostsServed served) {
  const bool is_at_any = route.endpoint == Endpoint::token && route.host == Host::api;
  switch (served) {
    case HostsServed::both:
      return true;
    case HostsServed::login:
      return route.host == Host::login || is_at_any;
    case HostsServed::api:
      return route.host == Host::api;
    case HostsServed::neither:
      return false;
  }
  return true;
}

HostsServed served_at(const HttpRequest& request, const NamedHost& named, const RouteOptions& options) {
  const auto below = served_below_prefix(request.path(), options.login_prefix, options.api_prefix);
  return common(common(request.served_at_port, named.serves), below);
}

}  // namespace

Question read_question(const HttpRequest& request, const RouteOptions& options, JudgedAt scopes_judged_at) {
  Question question;
  auto named = host_named(request.host(), options.region);
  question.served = served_at(request, named, options);
  question.region = std::move(named.region);
  question.route = find_route(request.method, request.path(), options);
  if (!is_served(question.route, question.served)) {
    const auto host = question.route.host;
    question.route = Route{};
    question.route.match = RouteMatch::of_another_host;
    question.route.host = host;
  }
  const auto is_for = [&](Endpoint endpoint) {
    return question.route.match == RouteMatch::found && question.route.endpoint == endpoint;
  };
  if (is_for(Endpoint::token)) question.token = parse_token_request(request);
  if (is_for(Endpoint::authorize)) question.authorization = parse_authorization(request);
  if (is_for(Endpoint::logout)) question.logout = parse_logout(request);
  if (question.token || question.authorization || question.logout) return question;
  question.api.bearer = bearer_of(request);
  if (question.route.demands != nullptr) question.api.operation = *question.route.demands;
  if (scopes_judged_at == JudgedAt::token_request) question.api.operation.scopes_any.clear();
  return question;
}

std::optional<GrantType> grant_of(const Question& question) {
  if (question.token) return question.token->grant;
  if (!question.authorization) return std::nullopt;
  const auto response = response_type_from(question.authorization->request.response_type);
  return response ? std::optional(grant_of(*response)) : std::nullopt;
}

Subject identify(const World& world, const Ledger& ledger, const Question& question) {
  if (question.authorization) return identify(world, question.authorization->request);
  if (question.logout) {
    Subject subject;
    if (!question.logout->client.empty()) subject.client = question.logout->client;
    return subject;
  }
  if (!question.token) return identify(world, ledger, question.api);
  if (const auto* request = std::get_if<TokenRequest>(&question.token->request))
    return identify(world, ledger, *request);
  Subject subject;
  if (!question.token->client.id.empty()) subject.client = question.token->client.id;
  return subject;
}

}  // namespace gcmock
