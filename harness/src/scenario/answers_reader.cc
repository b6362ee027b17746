// `answers`: by refusal reason, each with a status, a code or a text.
#include "scenario/answers_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "gcmock/wire/evidence.h"
#include "scenario/forms.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

std::size_t blanks_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("%s"); at != std::string_view::npos; at = text.find("%s", at + 2)) ++count;
  return count;
}

/// How many "%s" of a text can be filled: as many as the answer table's own text has. Of a limit it may be told when
/// to come back, or requests and window.
std::size_t words_for(RefusalReason reason) {
  if (reason == RefusalReason::rate_limited) return 2;
  std::size_t most = 0;
  for (const BehaviourRow& row : behaviour_table()) {
    if (row.reason == reason) most = std::max(most, blanks_in(row.text));
  }
  return most;
}

std::optional<std::string> read_code(const Fields& fields) {
  const std::optional<Text> code = fields.said("code");
  if (!code) return std::nullopt;
  if (!is_error_code(code->text)) {
    fields.wrong("code", "GC207", fmt::format("\"{}\" is no error code", code->text),
                 "printable ASCII without '\"' and '\\' (RFC 6749 §5.2), like \"invalid_grant\"");
  }
  return code->text;
}

std::optional<std::string> read_text(const Fields& fields, RefusalReason reason) {
  const std::optional<Text> text = fields.said("text");
  if (!text) return std::nullopt;
  const std::size_t blanks = blanks_in(text->text);
  const std::size_t words = words_for(reason);
  if (blanks > words) {
    fields.wrong("text", "GC207",
                 fmt::format("this text has {} blanks (%s), and there are words for {}", blanks, words),
                 "leave out what nothing is put into");
  }
  return text->text;
}

AnswerOverride read_answer(const JsonMember& member, RefusalReason reason, Mistakes& mistakes) {
  const Fields fields(member.value, shapes::answer, mistakes);
  if (member.value.is(JsonValue::Kind::object) && !fields.has("status") && !fields.has("code") && !fields.has("text")) {
    mistakes.add({"GC208", member.value.spot, "this answer says nothing that is different",
                  "add \"status\", \"code\" or \"text\", or remove it"});
  }
  return {fields.integer("status", 400, 599), read_code(fields), read_text(fields, reason)};
}

void tell_unknown_reason(const JsonMember& member, Mistakes& mistakes) {
  std::vector<std::string> known;
  for (const RefusalReason reason : all_refusal_reasons()) known.emplace_back(to_string(reason));
  mistakes.add({"GC204", member.key_spot, fmt::format("\"{}\" is no refusal reason", member.key),
                suggest(member.key, known, "one of the reasons in docs/genesys-behaviour.md, as in \"refusal\"")});
}

}  // namespace

std::map<RefusalReason, AnswerOverride> read_answers(const Fields& fields, Mistakes& mistakes) {
  std::map<RefusalReason, AnswerOverride> answers;
  for (const JsonMember& member : fields.entries("answers")) {
    const auto reason = refusal_reason_from(member.key);
    if (!reason) {
      tell_unknown_reason(member, mistakes);
      continue;
    }
    answers[*reason] = read_answer(member, *reason, mistakes);
  }
  return answers;
}

}  // namespace gcmock
