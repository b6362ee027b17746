// A preset first, then limit by limit.
#include "scenario/limits_reader.h"

#include "gcmock/domain/vendor_limits.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

void apply(LimitPreset preset, Org& org) {
  switch (preset) {
    case LimitPreset::none:
      return;
    case LimitPreset::vendor:
      for (const VendorLimit& known : vendor_limits) limit_in(org, known.of) = known.limit;
      org.tokens_per_user = vendor_tokens_per_user;
      return;
  }
}

RateLimit read_limit(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::limit, mistakes);
  RateLimit limit;
  limit.requests = fields.integer("requests", 1).value_or(1);
  limit.window = fields.seconds("window", Span::positive).value_or(limit.window);
  return limit;
}

}  // namespace

void read_limits(const Fields& fields, Org& org, Mistakes& mistakes) {
  const JsonMember* found = fields.member("limits");
  if (found == nullptr) return;
  const Fields limits(found->value, shapes::limits, mistakes);
  apply(limits.word("preset", words::limit_presets).value_or(LimitPreset::none), org);
  for (const LimitOf of : {LimitOf::token_requests, LimitOf::api_requests, LimitOf::api_requests_per_token,
                           LimitOf::api_requests_per_user, LimitOf::api_requests_per_client}) {
    if (const JsonMember* limit = limits.member(to_string(of))) limit_in(org, of) = read_limit(limit->value, mistakes);
  }
  if (const auto tokens = limits.integer("tokens_per_user", 1)) org.tokens_per_user = tokens;
  if (const auto tokens = limits.integer("tokens_per_client", 1)) org.tokens_per_client = tokens;
}

LimitAnswers read_limit_answers(const Fields& fields, Mistakes& mistakes) {
  LimitAnswers answers;
  const JsonMember* found = fields.member("limit_answers");
  if (found == nullptr) return answers;
  const Fields settings(found->value, shapes::limit_answers, mistakes);
  answers.wording = settings.word("wording", words::limit_wordings).value_or(answers.wording);
  answers.limit_member = settings.word("limit_member", words::limit_members).value_or(answers.limit_member);
  answers.token_endpoint = settings.word("token_endpoint", words::token_limit_shapes).value_or(answers.token_endpoint);
  return answers;
}

}  // namespace gcmock
