// From a row of the answer table to an answer.
#include <algorithm>
#include <vector>

#include "wire/answers.h"
#include "wire/json_text.h"

namespace gcmock {
namespace {

std::string oauth_body(const AnswerRow& row, std::string_view text) {
  std::string body = "{";
  append_member(body, "error", row.code);
  append_member(body, "description", text);
  append_member(body, "error_description", text);
  return body + "}";
}

// The report's body, byte for byte.
std::string two_field_body(int status, std::string_view text) {
  std::string body = "{\"message\": \"";
  append_json_escaped(body, text);
  return body + "\", \"status\": " + std::to_string(status) + "}";
}

// The members of the vendor's announced 429 body, in its order (vendor_doc); that other errors have the same ones is
// assumed, their declaration (vendor_openapi) requires none.
std::string error_body(int status, std::string_view code, std::string_view text, std::string_view correlation_id) {
  std::string body = "{";
  append_member(body, "message", text);
  append_member(body, "code", code);
  append_member(body, "status", status);
  append_member(body, "contextId", correlation_id);
  return body + ",\"details\":[],\"errors\":[]}";
}

template <class Names>
std::string in_brackets(const Names& names) {
  std::string list = "[";
  for (const auto& name : names) list.append(list.size() > 1 ? ", " : "").append(name.value);
  return list + "]";
}

// What stands in the text's blanks, from left to right.
std::vector<std::string> words_of_refusal(const RefusalToAnswer& refusal) {
  if (refusal.reason == RefusalReason::rate_limited) return {std::to_string(retry_after_of(refusal)->count())};
  if (refusal.reason == RefusalReason::api_scope_missing) {
    return {refusal.operation == nullptr ? "[]" : in_brackets(refusal.operation->scopes_any)};
  }
  if (refusal.reason == RefusalReason::api_permission_missing) {
    return {refusal.operation == nullptr ? "[]" : in_brackets(refusal.operation->permissions_any)};
  }
  if (refusal.reason == RefusalReason::api_permissions_missing) {
    return {refusal.operation == nullptr ? "[]" : in_brackets(refusal.operation->permissions_all)};
  }
  return refusal.words;
}

std::string filled_in(std::string_view text, const RefusalToAnswer& refusal) {
  std::string filled;
  for (const auto& word : words_of_refusal(refusal)) {
    const auto blank = text.find("%s");
    if (blank == std::string_view::npos) break;
    filled.append(text.substr(0, blank)).append(word);
    text.remove_prefix(blank + 2);
  }
  return filled.append(text);
}

std::string body_of(const AnswerRow& row, std::string_view text, std::string_view correlation_id) {
  switch (row.shape) {
    case BodyShape::oauth:
      return oauth_body(row, text);
    case BodyShape::two_fields:
      return two_field_body(row.status, text);
    case BodyShape::error_body:
      return error_body(row.status, row.code, text, correlation_id);
  }
  return {};
}

HttpAnswer json_answer(int status, std::string body, std::string_view correlation_id) {
  HttpAnswer answer{status,
                    {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache, no-store, must-revalidate"}},
                    std::move(body)};
  if (!correlation_id.empty()) answer.headers.emplace_back("ININ-Correlation-Id", correlation_id);
  return answer;
}

}  // namespace

std::optional<std::chrono::seconds> retry_after_of(const RefusalToAnswer& refusal) {
  if (refusal.retry_after || refusal.reason != RefusalReason::rate_limited) return refusal.retry_after;
  return std::chrono::seconds{1};
}

HttpAnswer encode_refusal(const RefusalToAnswer& refusal, AnsweredBy answerer, TokenErrors token_errors) {
  auto row = answer_row(refusal.reason, answerer);
  const bool challenged =
      token_errors == TokenErrors::rfc && row.shape == BodyShape::oauth && row.code == "invalid_client";
  if (challenged) row.status = 401;
  auto answer = json_answer(row.status, body_of(row, filled_in(row.text, refusal), refusal.correlation_id),
                            refusal.correlation_id);
  if (challenged) answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"oauth\"");
  if (!refusal.allowed_methods.empty()) answer.headers.emplace_back("Allow", refusal.allowed_methods);
  if (const auto wait = retry_after_of(refusal))
    answer.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return answer;
}

HttpAnswer encode_error(int status, std::string_view message, std::string_view correlation_id) {
  const std::string_view code = status >= 500 ? "internal.server.error" : "bad.request";
  return json_answer(status, error_body(status, code, message, correlation_id), correlation_id);
}

}  // namespace gcmock
