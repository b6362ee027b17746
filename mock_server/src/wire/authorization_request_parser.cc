// Parses authorization requests: see authorization_request_parser.h.
#include "wire/authorization_request_parser.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "wire/token_request_parser.h"

namespace gcmock {
namespace {

constexpr std::array<std::string_view, 13> known_names{
    "response_type", "client_id", "redirect_uri", "state",  "scope",      "code_challenge", "code_challenge_method",
    "org",           "provider",  "target",       "prompt", "login_hint", "decision"};

std::string text_of(const FormFields& fields, std::string_view name) {
  const auto* const found = field(fields, name);
  return found == nullptr ? std::string{} : *found;
}

// Only names that mean something here are told: an unknown one may be a credential that slipped out of its value.
std::string repeats(std::string_view name) {
  const bool is_known = std::ranges::find(known_names, name) != known_names.end();
  return is_known ? "a parameter is repeated: " + std::string(name) : "a parameter is repeated";
}

std::optional<Decision> decision_in(const FormFields& fields) {
  const auto said = text_of(fields, "decision");
  if (said == "approve") return Decision::approve;
  if (said == "deny") return Decision::deny;
  return std::nullopt;
}

AuthorizationRequest read(const FormFields& fields) {
  AuthorizationRequest request;
  request.client = ClientId(text_of(fields, "client_id"));
  request.redirect_uri = text_of(fields, "redirect_uri");
  request.response_type = text_of(fields, "response_type");
  request.state = text_of(fields, "state");
  request.scope = split_scope(text_of(fields, "scope"));
  if (const auto* const challenge = field(fields, "code_challenge")) request.code_challenge = *challenge;
  request.code_challenge_method = text_of(fields, "code_challenge_method");
  request.org = text_of(fields, "org");
  request.provider = text_of(fields, "provider");
  request.target = text_of(fields, "target");
  request.login_hint = text_of(fields, "login_hint");
  if (const auto repeated = repeated_name(fields)) request.fault = repeats(*repeated);
  return request;
}

// Whoever names himself, or his address, twice: which of both is meant nobody knows.
void forget_what_is_repeated(AuthorizationRequest& request, const FormFields& fields) {
  const auto times = [&](std::string_view name) {
    return std::ranges::count(fields, name, [](const auto& pair) { return std::string_view(pair.first); });
  };
  if (times("client_id") > 1) request.client = {};
  if (times("redirect_uri") > 1) request.redirect_uri.clear();
  if (times("state") > 1) request.state.clear();
}

ParsedAuthorization parse_consent(const HttpRequest& request) {
  ParsedAuthorization parsed;
  const auto fields = is_form(request) ? parse_form(request.body) : std::nullopt;
  if (!fields) {
    parsed.request.fault = "the body is not form encoded";
    return parsed;
  }
  parsed.request = read(*fields);
  forget_what_is_repeated(parsed.request, *fields);
  parsed.request.login = text_of(*fields, "login");
  parsed.request.decision = decision_in(*fields);
  if (!parsed.request.decision && parsed.request.fault.empty()) parsed.request.fault = "decision is missing";
  parsed.fields = *fields;
  return parsed;
}

}  // namespace

ParsedAuthorization parse_authorization(const HttpRequest& request) {
  if (request.method == "POST") return parse_consent(request);
  ParsedAuthorization parsed;
  const auto fields = parse_form(request.query());
  if (!fields) {
    parsed.request.fault = "the query is not form encoded";
    return parsed;
  }
  parsed.request = read(*fields);
  forget_what_is_repeated(parsed.request, *fields);
  return parsed;
}

LogoutRequest parse_logout(const HttpRequest& request) {
  const auto fields = parse_form(request.query()).value_or(FormFields{});
  return {.client = ClientId(text_of(fields, "client_id")),
          .redirect_uri = text_of(fields, "redirect_uri"),
          .state = text_of(fields, "state")};
}

}  // namespace gcmock
