// Answers to what was granted or allowed. Tokens are written by hand: every refresh gets some.
#include <utility>

#include "wire/encode.h"
#include "wire/json_text.h"

namespace gcmock {
namespace {

// Order of members as in the vendor's examples.
std::string token_body(std::string_view access, std::chrono::seconds expires_in,
                       const std::optional<std::string>& refresh) {
  std::string body;
  body.reserve(112 + access.size() + (refresh ? refresh->size() : 0));
  body.push_back('{');
  append_member(body, "access_token", access);
  append_member(body, "token_type", "bearer");
  append_member(body, "expires_in", expires_in.count());
  if (refresh) append_member(body, "refresh_token", *refresh);
  body.push_back('}');
  return body;
}

std::string shown(const std::string& label) {
  return "‹" + label + "›";
}

}  // namespace

HttpAnswer encode_tokens(const Tokens& tokens, std::string_view correlation_id) {
  HttpAnswer answer{200, {}, token_body(tokens.access_token, tokens.expires_in, tokens.refresh_token)};
  answer.headers.reserve(4);
  answer.headers.emplace_back("Content-Type", "application/json");
  answer.headers.emplace_back("Cache-Control", "no-store");  // RFC 6749 §5.1
  answer.headers.emplace_back("Pragma", "no-cache");
  answer.headers.emplace_back("ININ-Correlation-Id", correlation_id);
  return answer;
}

std::string redacted_body(const Tokens& tokens) {
  auto refresh = tokens.refresh_token ? std::optional(shown(tokens.refresh_label)) : std::nullopt;
  return token_body(shown(tokens.access_label), tokens.expires_in, refresh);
}

void add_rate_headers(const RateState& state, HttpAnswer& answer) {
  answer.headers.emplace_back("inin-ratelimit-count", std::to_string(state.count));
  answer.headers.emplace_back("inin-ratelimit-allowed", std::to_string(state.allowed));
  answer.headers.emplace_back("inin-ratelimit-reset", std::to_string(state.reset.count()));
}

HttpAnswer encode_entity(int status, std::string body, std::string_view correlation_id) {
  return {status,
          {{"Content-Type", "application/json"},
           {"ININ-Correlation-Id", std::string(correlation_id)},
           {"Cache-Control", "no-cache, no-store, must-revalidate"},
           {"Pragma", "no-cache"},
           {"Expires", "0"}},
          std::move(body)};
}

}  // namespace gcmock
