// Settings first, then what the world says of this very reason.
#include "wire/world_answers.h"

namespace gcmock {
namespace {

bool is_token_endpoint(AnsweredBy answerer) {
  return answerer != AnsweredBy::api;
}

// The form that the vendor's answers had before its announcement of 2021-11; its API description still lists it.
AnswerRow in_the_older_wording(AnswerRow row, AnsweredBy answerer) {
  row.code = "too.many.requests";
  row.text = "Rate limit exceeded the maximum [%s] requests within [%s] seconds";
  row.level = is_token_endpoint(answerer) ? EvidenceLevel::assumed : EvidenceLevel::vendor_openapi;
  row.source = "Platform API description, x-inin-error-codes of every operation";
  return row;
}

// RFC 6749 has no code for a limit that is reached.
AnswerRow as_oauth_error(AnswerRow row) {
  row.shape = BodyShape::oauth;
  row.code = "rate_limit_exceeded";
  row.level = EvidenceLevel::assumed;
  row.source = "what a token endpoint says has no source";
  return row;
}

AnswerRow limit_row(AnswerRow row, const LimitAnswers& settings, AnsweredBy answerer) {
  if (settings.wording == LimitWording::requests_in_window) row = in_the_older_wording(row, answerer);
  const bool as_oauth = is_token_endpoint(answerer) && settings.token_endpoint == TokenLimitShape::oauth;
  return as_oauth ? as_oauth_error(row) : row;
}

AnswerRow overridden(AnswerRow row, const AnswerOverride& otherwise) {
  if (otherwise.status) row.status = *otherwise.status;
  if (otherwise.text) row.text = *otherwise.text;
  if (otherwise.code) row.code = *otherwise.code;
  if (otherwise.code && row.shape == BodyShape::two_fields) row.shape = BodyShape::oauth;
  row.level = EvidenceLevel::assumed;
  row.source = "\"answers\" of the world";
  return row;
}

}  // namespace

AnswerRow answer_row_in(const World& world, RefusalReason reason, AnsweredBy answerer) {
  AnswerRow row = answer_row(reason, answerer);
  if (reason == RefusalReason::rate_limited) row = limit_row(row, world.limit_answers, answerer);
  const bool is_invalid_client = row.shape == BodyShape::oauth && row.code == "invalid_client";
  if (is_invalid_client && world.token_errors == TokenErrors::rfc) row.status = 401;  // RFC 6749 §5.2
  const auto otherwise = world.answers.find(reason);
  return otherwise == world.answers.end() ? row : overridden(row, otherwise->second);
}

}  // namespace gcmock
