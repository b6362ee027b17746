#include "client/token_endpoint.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "client/form_encoding.h"

namespace gcmock {
namespace {

using nlohmann::json;

// The id and the secret are form-encoded before they are put together (RFC 6749 §2.3.1): either may hold a colon.
std::string basic_credentials(const TokenEndpoint& endpoint) {
  return "Basic " + base64(form_encode(endpoint.client_id) + ":" + form_encode(endpoint.client_secret));
}

SentRequest token_request(const TokenEndpoint& endpoint, FormFields grant) {
  SentRequest request;
  request.method = "POST";
  request.url = endpoint.url;
  request.ca_file = endpoint.ca_file;
  request.headers = {{"Accept", "application/json"}};
  request.content_type = "application/x-www-form-urlencoded";
  if (endpoint.client_secret.empty())
    grant.emplace_back("client_id", endpoint.client_id);
  else
    request.headers.emplace_back("Authorization", basic_credentials(endpoint));
  if (endpoint.change_request) endpoint.change_request(request, grant);
  if (request.body.empty()) request.body = form_encode(grant);
  return request;
}

std::string text_member(const json& object, const char* name) {
  const auto member = object.find(name);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string{};
}

bool is_bearer(std::string token_type) {
  std::ranges::transform(token_type, token_type.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return token_type == "bearer";
}

// What RFC 6749 §5.1 names, and what the vendor adds to it.
bool has_unknown_members(const json& grant) {
  static const std::set<std::string> known{"access_token",  "token_type", "expires_in",
                                           "refresh_token", "scope",      "error"};
  const auto members = grant.items();
  return std::ranges::any_of(members, [](const auto& member) { return !known.contains(member.key()); });
}

// A token of a type that is not understood must not be used (RFC 6749 §7.1). One that does not say its type is taken
// for a bearer token, as all official SDKs of the vendor do.
TokenAnswer read_grant(const json& body, const TokenAnswerReading& reading) {
  const std::string access_token = text_member(body, "access_token");
  if (access_token.empty() && reading.takes_what_is_missing_for_a_token)
    return ReceivedTokens{"undefined", "undefined"};
  if (access_token.empty()) return Refusal{Refusal::Who::maker, "a grant without an access token"};
  const bool is_understood = !body.contains("token_type") || is_bearer(text_member(body, "token_type"));
  if (!is_understood && !reading.uses_tokens_of_any_type)
    return Refusal{Refusal::Who::maker, "a token of a type that is not understood"};
  if (reading.wants_expires_in && !body.contains("expires_in"))
    return Refusal{Refusal::Who::maker, "a grant without expires_in"};
  if (reading.wants_known_members_only && has_unknown_members(body))
    return Refusal{Refusal::Who::maker, "a grant with more than was expected"};
  ReceivedTokens tokens{access_token, std::nullopt};
  if (const std::string refresh_token = text_member(body, "refresh_token"); !refresh_token.empty())
    tokens.refresh_token = refresh_token;
  return tokens;
}

struct KnownError {
  std::string_view code;
  Refusal::Who who_must_act;
};

// RFC 6749 §5.2. What is not in this list is never repeated in words of ours: a server may echo anything.
constexpr std::array<KnownError, 6> known_errors = {{
    {"invalid_grant", Refusal::Who::user},
    {"invalid_client", Refusal::Who::admin},
    {"unauthorized_client", Refusal::Who::admin},
    {"invalid_scope", Refusal::Who::admin},
    {"unsupported_grant_type", Refusal::Who::admin},
    {"invalid_request", Refusal::Who::maker},
}};

const KnownError* find_known(std::string_view error) {
  const auto* found = std::ranges::find(known_errors, error, &KnownError::code);
  return found == known_errors.end() ? nullptr : found;
}

Refusal read_refusal(int status, const json& body) {
  const std::string error = text_member(body, "error");
  const std::string what = "the token endpoint answered " + std::to_string(status);
  return {who_must_act_on(status, error), find_known(error) == nullptr ? what : what + " " + error};
}

TokenAnswer understand(const ReceivedAnswer& answer, const TokenAnswerReading& reading) {
  if (answer.status == 429 || answer.status >= 500) return Busy{answer.retry_after};
  json body = json::parse(answer.body, nullptr, false);
  if (!body.is_object()) body = json::object();
  if (answer.status == 200) return read_grant(body, reading);
  return read_refusal(answer.status, body);
}

TokenAnswer understood(const NoAnswer& none) {
  if (none.because != NoAnswer::Because::not_trusted) return none;
  return Refusal{Refusal::Who::maker, "the token endpoint's server could not prove who it is; nothing was sent"};
}

}  // namespace

// A 401 or 403 without a known code (a community report shows such a body: message and status only) is about the
// client all the same: with these credentials nothing is to be had here.
Refusal::Who who_must_act_on(int status, std::string_view error) {
  if (const KnownError* known = find_known(error)) return known->who_must_act;
  return status == 401 || status == 403 ? Refusal::Who::admin : Refusal::Who::maker;
}

TokenAnswer present(const TokenEndpoint& endpoint, FormFields grant, Deadline deadline) {
  const HttpResult result = exchange(token_request(endpoint, std::move(grant)), deadline);
  if (const auto* none = std::get_if<NoAnswer>(&result)) return understood(*none);
  return understand(std::get<ReceivedAnswer>(result), endpoint.reading);
}

}  // namespace gcmock
