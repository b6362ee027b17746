// Answers with an error: as the API words one, as a gateway in between does, or without a word.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "engine/scripted_answer.h"
#include "wire/answers.h"

namespace gcmock {
namespace {

std::string http_date(Instant at) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", std::chrono::floor<std::chrono::seconds>(at));
}

HttpAnswer answer_of(const Fail& fail, std::string_view correlation_id) {
  switch (fail.body) {
    case ErrorBodyForm::json:
      return encode_error(fail.status, reason_phrase(fail.status), correlation_id);
    case ErrorBodyForm::html:
      return {fail.status,
              {{"Content-Type", "text/html"}},
              fmt::format("<html><head><title>{0} {1}</title></head><body><h1>{0} {1}</h1></body></html>\n",
                          fail.status, reason_phrase(fail.status))};
    case ErrorBodyForm::none:
      return {fail.status, {}, {}};
  }
  return {};
}

}  // namespace

void edit(const Fail& fail, const Edit& edit) {
  auto answer = answer_of(fail, edit.correlation_id);
  if (const auto* seconds = std::get_if<std::chrono::seconds>(&fail.retry_after)) {
    answer.headers.emplace_back("Retry-After", std::to_string(seconds->count()));
  }
  if (const auto* date = std::get_if<DateIn>(&fail.retry_after)) {
    answer.headers.emplace_back("Date", http_date(edit.now));
    answer.headers.emplace_back("Retry-After", http_date(edit.now + date->from_now));
  }
  if (const auto* said = std::get_if<VerbatimText>(&fail.retry_after)) {
    answer.headers.emplace_back("Retry-After", said->text);
  }
  put_answer(std::move(answer), edit);
  // A date says the same as the seconds that it stands for.
  if (const auto* date = std::get_if<DateIn>(&fail.retry_after)) edit.reply.retry_after = date->from_now;
}

}  // namespace gcmock
