// Reading of actions that make an answer.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenario/action_readers.h"
#include "scenario/action_words.h"
#include "scenario/forms.h"
#include "scenario/header_reader.h"
#include "scenario/scenario_words.h"

namespace gcmock {
namespace {

bool has_content_type(const Respond& respond) {
  return std::any_of(respond.headers.begin(), respond.headers.end(), [](const auto& header) {
    constexpr std::string_view wanted = "content-type";
    return std::equal(header.first.begin(), header.first.end(), wanted.begin(), wanted.end(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
  });
}

/// `{ "date": "30s" }` or `{ "text": "soon" }`.
void read_worded_retry_after(const JsonValue& value, Fail& fail, Mistakes& mistakes) {
  const Fields fields(value, shapes::retry_after, mistakes);
  if (!value.is(JsonValue::Kind::object)) return;
  if (fields.has("date") == fields.has("text")) {
    mistakes.add({"GC208", value.spot, "this says no Retry-After, or two of them",
                  R"(one of { "date": "30s" } and { "text": "soon" }; or seconds: "30s")"});
    return;
  }
  if (const auto date = fields.seconds("date", Span::any)) fail.retry_after = DateIn{*date};
  const std::optional<Text> text = fields.text("text");
  if (!text) return;
  if (!is_header_value(text->text)) {
    fields.wrong("text", "GC207", "a header's value cannot hold control characters", "write it on one line");
  }
  fail.retry_after = VerbatimText{text->text};
}

void read_retry_after(const Fields& fields, Fail& fail, Mistakes& mistakes) {
  const JsonMember* found = fields.member("retry_after");
  if (found == nullptr) return;
  if (!found->value.is(JsonValue::Kind::string)) return read_worded_retry_after(found->value, fail, mistakes);
  if (const auto seconds = fields.seconds("retry_after", Span::not_negative)) fail.retry_after = *seconds;
}

}  // namespace

Action read_refuse(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::refuse, mistakes);
  Refuse refuse{fields.word("refuse", words::refusals()).value_or(RefusalReason::malformed_request), std::nullopt};
  refuse.retry_after = fields.seconds("retry_after", Span::not_negative);
  return refuse;
}

Action read_respond(const JsonValue& action, Mistakes& mistakes) {
  const Fields outer(action, shapes::respond_action, mistakes);
  Respond respond;
  const JsonMember* found = outer.member("respond");
  if (found == nullptr) return respond;
  const Fields fields(found->value, shapes::respond, mistakes);
  respond.status = fields.integer("status", 200, 599).value_or(200);
  for (auto& [name, said] : read_headers(fields, "headers", NullHeader::is_wrong, mistakes)) {
    respond.headers.emplace_back(std::move(name), said.value_or(""));
  }
  const JsonMember* body = fields.member("body");
  if (body == nullptr) return respond;
  if (body->value.is(JsonValue::Kind::string)) {
    respond.body = body->value.text;
  } else {
    respond.body = to_json(body->value);
    if (!has_content_type(respond)) respond.headers.emplace_back("Content-Type", "application/json");
  }
  return respond;
}

Action read_fail(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::fail, mistakes);
  Fail fail;
  fail.status = fields.integer("fail", 400, 599).value_or(fail.status);
  fail.body = fields.word("body", words::error_bodies).value_or(fail.body);
  read_retry_after(fields, fail, mistakes);
  return fail;
}

Action read_redirect(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::redirect, mistakes);
  Redirect redirect;
  if (const std::optional<Text> to = fields.text("redirect")) {
    redirect.to = to->text;
    if (!is_absolute_uri(to->text) && !is_request_path(to->text)) {
      fields.wrong("redirect", "GC207", fmt::format("\"{}\" is no absolute URI", to->text),
                   R"("https://login.other.example/oauth/token"; or a path of the mock: "/elsewhere")");
    }
  }
  redirect.status = fields.integer("status", 300, 399).value_or(redirect.status);
  return redirect;
}

}  // namespace gcmock
