// Reading of actions that change an answer.
#include <fmt/format.h>

#include <utility>

#include "scenario/action_readers.h"
#include "scenario/action_words.h"
#include "scenario/header_reader.h"

namespace gcmock {

Action read_omit(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::omit, mistakes);
  OmitMembers omit;
  for (Text& name : fields.texts("omit")) omit.names.push_back(std::move(name.text));
  const JsonMember* found = fields.member("omit");
  if (found != nullptr && found->value.is(JsonValue::Kind::array) && found->value.items.empty()) {
    fields.wrong("omit", "GC207", "this list of members to leave out is empty", "name them: [\"refresh_token\"]");
  }
  return omit;
}

Action read_set(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::set, mistakes);
  SetMembers set;
  for (const JsonMember& member : fields.entries("set")) set.values.emplace_back(member.key, to_json(member.value));
  const JsonMember* found = fields.member("set");
  if (found != nullptr && found->value.is(JsonValue::Kind::object) && set.values.empty()) {
    fields.wrong("set", "GC207", "no member is set here", R"(name them: { "token_type": "mac" })");
  }
  return set;
}

Action read_set_headers(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::set_headers, mistakes);
  SetHeaders set{read_headers(fields, "set_headers", NullHeader::leaves_out, mistakes)};
  const JsonMember* found = fields.member("set_headers");
  if (found != nullptr && found->value.is(JsonValue::Kind::object) && set.values.empty()) {
    fields.wrong("set_headers", "GC207", "no header is set here",
                 R"(name them: { "Content-Type": "text/plain", "Retry-After": null })");
  }
  return set;
}

Action read_replace_body(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::replace_body, mistakes);
  return ReplaceBody{fields.word("replace_body", words::replacements).value_or(ReplaceBody::With::html)};
}

Action read_truncate_body(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::truncate_body, mistakes);
  return TruncateBody{static_cast<std::size_t>(fields.integer("truncate_body", 1).value_or(1))};
}

Action read_wrong_length(const JsonValue& value, Mistakes& mistakes) {
  constexpr int most = 1'000'000;
  const Fields fields(value, shapes::wrong_length, mistakes);
  MisstateLength length;
  length.by = fields.integer("wrong_length", -most, most).value_or(length.by);
  length.then = fields.word("then", words::afterwards).value_or(length.then);
  if (length.by == 0) {
    fields.wrong("wrong_length", "GC207", "a length that is 0 bytes wrong is right",
                 "10: ten bytes more than there are; -10: ten less");
  }
  return length;
}

Action read_broken_chunks(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::broken_chunks, mistakes);
  return BreakChunks{fields.word("broken_chunks", words::chunk_faults).value_or(ChunkFault::bad_size)};
}

}  // namespace gcmock
