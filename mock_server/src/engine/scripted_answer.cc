// Puts answers: see scripted_answer.h.
#include "engine/scripted_answer.h"

#include <charconv>
#include <utility>
#include <vector>

#include "engine/json_body.h"

namespace gcmock {
namespace {

const std::string* value_of(const Headers& headers, std::string_view name) {
  for (const auto& header : headers) {
    if (same_name(header.first, name)) return &header.second;
  }
  return nullptr;
}

std::optional<std::chrono::seconds> retry_after_in(const Headers& headers) {
  const auto* const value = value_of(headers, "Retry-After");
  if (value == nullptr) return std::nullopt;
  long seconds = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), seconds);
  const bool is_number = error == std::errc{} && end == value->data() + value->size();
  if (is_number) return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds{seconds});
  return std::nullopt;
}

}  // namespace

void put_answer(HttpAnswer answer, const Edit& edit) {
  auto& reply = edit.reply;
  reply.answer = std::move(answer);
  reply.shown_body = edit.credentials.redact(reply.answer.body, reply.subject);
  reply.error_code = reply.answer.status >= 400 ? error_code_in(reply.shown_body) : std::string{};
  reply.has_refresh_token = tells_a_refresh_token(reply.answer);
  note_retry_after(reply);
}

void note_retry_after(Reply& reply) {
  reply.retry_after = retry_after_in(reply.answer.headers);
}

void put_body(std::string body, Reply& reply) {
  reply.shown_body = body;
  reply.answer.body = std::move(body);
  reply.error_code = reply.answer.status >= 400 ? error_code_in(reply.shown_body) : std::string{};
  reply.has_refresh_token = tells_a_refresh_token(reply.answer);
}

}  // namespace gcmock
