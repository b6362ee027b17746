// Reads questions: see question.h.
#include "engine/question.h"

#include <string>

#include "wire/basic_auth.h"

namespace gcmock {
namespace {

std::optional<std::string> bearer_of(const HttpRequest& request) {
  const auto* authorization = request.header("Authorization");
  const auto token = authorization == nullptr ? std::nullopt : bearer_token(*authorization);
  return token ? std::optional<std::string>(*token) : std::nullopt;
}

}  // namespace

Question read_question(const HttpRequest& request, const RouteOptions& options, JudgedAt scopes_judged_at) {
  Question question;
  question.route = find_route(request.method, request.path(), options);
  if (question.route.match == RouteMatch::found && question.route.endpoint == Endpoint::token) {
    question.token = parse_token_request(request);
    return question;
  }
  question.api.bearer = bearer_of(request);
  if (question.route.demands != nullptr) question.api.operation = *question.route.demands;
  if (scopes_judged_at == JudgedAt::token_request) question.api.operation.scopes_any.clear();
  return question;
}

Subject identify(const World& world, const Ledger& ledger, const Question& question) {
  if (!question.token) return identify(world, ledger, question.api);
  if (const auto* request = std::get_if<TokenRequest>(&question.token->request))
    return identify(world, ledger, *request);
  Subject subject;
  if (!question.token->client.id.empty()) subject.client = question.token->client.id;
  return subject;
}

}  // namespace gcmock
