// From a row of the answer table to an answer.
#include <algorithm>
#include <vector>

#include "gcmock/domain/vendor_limits.h"
#include "wire/answers.h"
#include "wire/encode_redirect.h"
#include "wire/json_text.h"
#include "wire/login_pages.h"
#include "wire/world_answers.h"

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
std::string error_body(int status, std::string_view code, std::string_view text, std::string_view correlation_id,
                       std::string_view limit = {}) {
  std::string body = "{";
  append_member(body, "message", text);
  append_member(body, "code", code);
  append_member(body, "status", status);
  append_member(body, "contextId", correlation_id);
  return body.append(",\"details\":[],\"errors\":[]").append(limit).append("}");
}

// The member `limit` of the vendor's ErrorBody, with the comma before it. A limit that the vendor has no name for goes
// by the world's.
std::string limit_member(const LimitReached& reached) {
  const auto* const known = std::ranges::find(vendor_limits, reached.of, &VendorLimit::of);
  std::string member = ",\"limit\":{";
  append_member(member, "key", known == vendor_limits.end() ? to_string(reached.of) : known->key);
  append_member(member, "namespace", "platform.api");
  append_member(member, "value", reached.limit.requests);
  return member + "}";
}

std::vector<std::string> words_of_limit(const RefusalToAnswer& refusal, const World& world) {
  if (const auto wait = retry_after_of(refusal, world)) return {std::to_string(wait->count())};
  // A script may say that a limit is reached where there is none: then it is the vendor's for a token.
  const RateLimit limit = refusal.limit ? refusal.limit->limit : vendor_limits.front().limit;
  return {std::to_string(limit.requests), std::to_string(limit.window.count())};
}

template <class Names>
std::string in_brackets(const Names& names) {
  std::string list = "[";
  for (const auto& name : names) list.append(list.size() > 1 ? ", " : "").append(name.value);
  return list + "]";
}

// What stands in the text's blanks, from left to right.
std::vector<std::string> words_of_refusal(const RefusalToAnswer& refusal, const World& world) {
  if (refusal.reason == RefusalReason::rate_limited) return words_of_limit(refusal, world);
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

std::string filled_in(std::string_view text, const std::vector<std::string>& words) {
  std::string filled;
  for (const auto& word : words) {
    const auto blank = text.find("%s");
    if (blank == std::string_view::npos) break;
    filled.append(text.substr(0, blank)).append(word);
    text.remove_prefix(blank + 2);
  }
  return filled.append(text);
}

std::string body_of(const AnswerRow& row, std::string_view text, std::string_view correlation_id,
                    std::string_view limit) {
  switch (row.shape) {
    case BodyShape::oauth:
      return oauth_body(row, text);
    case BodyShape::two_fields:
      return two_field_body(row.status, text);
    case BodyShape::redirect:
    case BodyShape::page:
      return {};  // no JSON
    case BodyShape::error_body:
      return error_body(row.status, row.code, text, correlation_id, limit);
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

// A world that answers a redirect with another status than one (`answers`) gets a page with that status.
HttpAnswer for_browser(const AnswerRow& row, const RefusalToAnswer& refusal, const World& world) {
  const auto text = filled_in(row.text, words_of_refusal(refusal, world));
  const bool is_redirect = row.shape == BodyShape::redirect && row.status < 400;
  if (!is_redirect) return error_page(row.status, text, refusal.correlation_id);
  if (!refusal.return_address) return error_page(400, text, refusal.correlation_id);
  return encode_redirect(*refusal.return_address, {{"error", std::string(row.code)}, {"error_description", text}},
                         refusal.correlation_id);
}

}  // namespace

std::optional<std::chrono::seconds> retry_after_of(const RefusalToAnswer& refusal, const World& world) {
  if (refusal.reason != RefusalReason::rate_limited) return refusal.retry_after;
  if (world.limit_answers.wording == LimitWording::requests_in_window) return std::nullopt;
  return refusal.retry_after.value_or(std::chrono::seconds{1});
}

HttpAnswer encode_refusal(const RefusalToAnswer& refusal, AnsweredBy answerer, const World& world) {
  const auto row = answer_row_in(world, refusal.reason, answerer);
  if (row.shape == BodyShape::redirect || row.shape == BodyShape::page) return for_browser(row, refusal, world);
  const bool tells_limit = refusal.limit && world.limit_answers.limit_member == LimitMember::sent;
  const auto text = filled_in(row.text, words_of_refusal(refusal, world));
  auto answer = json_answer(row.status,
                            body_of(row, text, refusal.correlation_id, tells_limit ? limit_member(*refusal.limit) : ""),
                            refusal.correlation_id);
  const bool challenged = world.token_errors == TokenErrors::rfc && row.shape == BodyShape::oauth && row.status == 401;
  if (challenged) answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"oauth\"");
  if (!refusal.allowed_methods.empty()) answer.headers.emplace_back("Allow", refusal.allowed_methods);
  if (const auto wait = retry_after_of(refusal, world))
    answer.headers.emplace_back("Retry-After", std::to_string(wait->count()));
  return answer;
}

HttpAnswer encode_error(int status, std::string_view message, std::string_view correlation_id) {
  const std::string_view code = status >= 500 ? "internal.server.error" : "bad.request";
  return json_answer(status, error_body(status, code, message, correlation_id), correlation_id);
}

}  // namespace gcmock
