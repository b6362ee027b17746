// Reading of steps, and their words for reports.
#include "scenario/step_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/event_reader.h"
#include "scenario/pattern_reader.h"
#include "scenario/scenario_words.h"
#include "scenario/spelling.h"
#include "scenario/times.h"

namespace gcmock {
namespace {

constexpr int most_parallel_calls = 256;

std::vector<Outcome> read_outcomes(const Fields& fields) {
  std::vector<Outcome> outcomes;
  const JsonMember* found = fields.member("outcome");
  if (found == nullptr) return outcomes;
  const auto add = [&](const JsonValue& value) {
    if (const auto outcome = fields.meaning_of(value, "outcome", words::outcomes)) outcomes.push_back(*outcome);
  };
  if (!found->value.is(JsonValue::Kind::array)) {
    add(found->value);
    return outcomes;
  }
  for (const JsonValue& item : found->value.items) add(item);
  if (found->value.items.empty()) {
    fields.wrong("outcome", "GC207", "this list of outcomes is empty",
                 "name the outcomes that are right, or leave \"outcome\" out: then none is judged");
  }
  return outcomes;
}

// A JSON value goes as it is written, without blanks; a text goes letter by letter.
void read_body(const Fields& fields, ClientCall& call) {
  call.content_type = fields.said("content_type").value_or(Text{call.content_type, {}}).text;
  const JsonMember* body = fields.member("body");
  if (body != nullptr) {
    call.body = body->value.is(JsonValue::Kind::string) ? body->value.text : to_json(body->value);
  } else if (call.verb == Verb::call && fields.has("content_type")) {
    fields.wrong("content_type", "GC412", "\"content_type\" says nothing here: there is no \"body\"",
                 "add a \"body\", or leave \"content_type\" out");
  }
}

void read_request(const Fields& fields, ClientCall& call) {
  if (const std::optional<Text> path = fields.text("path")) {
    if (!path->text.starts_with('/'))
      fields.wrong("path", "GC207", fmt::format("\"{}\" is no path", path->text),
                   "starts with '/': \"/api/v2/users/me\"");
    call.path = path->text;
  }
  call.method = read_method(fields).value_or(call.method);
  read_body(fields, call);
  if (call.verb == Verb::call) return;
  for (const std::string_view key : {"path", "method", "body", "content_type"}) {
    if (fields.has(key)) {
      fields.wrong(key, "GC412", fmt::format("\"{}\" says nothing here: only a \"call\" has one", key),
                   fmt::format("leave \"{}\" out", key));
    }
  }
}

/// Who logs in: a user of the org, or one of `home` who acts in the org by trust.
void read_login(const Fields& fields, ClientCall& call, const Cast& cast, Mistakes& mistakes) {
  const std::optional<Text> user = fields.text("user");
  const std::optional<Text> home = fields.text("home");
  for (const std::string_view key : {"user", "home"}) {
    const bool says_nothing = call.verb != Verb::authorize || (key == "home" && !user);
    if (!fields.has(key) || !says_nothing) continue;
    fields.wrong(key, "GC412",
                 fmt::format("\"{}\" says nothing here: only an \"authorize\" with a \"user\" has one", key),
                 fmt::format("leave \"{}\" out", key));
  }
  if (!user) return;
  if (home) cast.check_org(*home, mistakes);
  const OrgName account(home ? home->text : call.org.value);
  cast.check_user(*user, account, mistakes);
  call.login_hint = fmt::format("{}:{}", cast.email_of(account, user->text), account.value);
  if (account != call.org) call.target = cast.id_of(call.org);
}

PerformCall read_call(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::step, mistakes);
  PerformCall step;
  step.call.verb = fields.word("do", words::verbs).value_or(Verb::call);
  if (const std::optional<Text> org = fields.text("org")) {
    cast.check_org_to_call(*org, mistakes);
    step.call.org = OrgName(org->text);
  }
  read_request(fields, step.call);
  read_login(fields, step.call, cast, mistakes);
  step.call.parallel = fields.integer("parallel", 1, most_parallel_calls).value_or(1);
  step.outcomes = read_outcomes(fields);
  return step;
}

AdvanceClock read_advance(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::advance, mistakes);
  const auto by = fields.duration("advance_clock", Span::any);
  if (by && by->count() == 0)
    fields.wrong("advance_clock", "GC412", "this step moves the clock by nothing",
                 "give it a duration, or remove the step");
  return {by.value_or(std::chrono::milliseconds(0))};
}

std::string_view word_of(Verb verb) {
  return std::find_if(words::verbs.begin(), words::verbs.end(), [&](const auto& word) { return word.meaning == verb; })
      ->word;
}

std::string describe_call(const ClientCall& call) {
  const ClientCall usual;
  std::string text = fmt::format("{} {}", word_of(call.verb), call.org.value);
  if (call.path != usual.path || call.method != usual.method) text += fmt::format(" {} {}", call.method, call.path);
  if (call.body) text += " with a body";
  if (!call.login_hint.empty()) text += fmt::format(" as {}", call.login_hint);
  if (call.parallel > 1) text += fmt::format(", {} at once", call.parallel);
  return text;
}

std::vector<std::string> keys_of_other_steps() {
  std::vector<std::string> keys = {"advance_clock"};
  for (const std::string_view key : event_keys()) keys.emplace_back(key);
  return keys;
}

/// What nearly says that this is no call.
const JsonMember* find_misspelt_step(const JsonValue& item) {
  if (item.find("do") != nullptr || item.members.size() != 1) return nullptr;
  const JsonMember& only = item.members.front();
  return surely_meant(only.key, keys_of_other_steps()) ? &only : nullptr;
}

void tell_misspelt_step(const JsonMember& member, Mistakes& mistakes) {
  const std::string meant = *surely_meant(member.key, keys_of_other_steps());
  mistakes.add({"GC203", member.key_spot, fmt::format("unknown step \"{}\"", member.key),
                fmt::format("did you mean \"{}\"?", meant),
                TextEdit{member.key_spot.range.begin, member.key_spot.range.end, "\"" + meant + "\""}});
}

}  // namespace

std::vector<Step> read_steps(const Fields& scenario, const Cast& cast, std::uint64_t seed, Mistakes& mistakes) {
  std::vector<Step> steps;
  bool asks_something = false;
  for (const JsonValue& item : scenario.items("steps")) {
    Step step;
    step.place = item.spot.place();
    if (item.find("advance_clock") != nullptr && item.find("do") == nullptr) {
      step.what = read_advance(item, mistakes);
    } else if (const JsonMember* event = find_event(item); event != nullptr && item.members.size() == 1) {
      const std::optional<WorldChange> change = read_event(*event, cast, seed, mistakes);
      if (change) step.what = WorldEvent{*change};
    } else if (const JsonMember* misspelt = find_misspelt_step(item)) {
      tell_misspelt_step(*misspelt, mistakes);
    } else {
      step.what = read_call(item, cast, mistakes);
      asks_something = true;
    }
    steps.push_back(std::move(step));
  }
  const JsonMember* found = scenario.member("steps");
  const bool is_list = found != nullptr && found->value.is(JsonValue::Kind::array);
  if (is_list && found->value.items.empty()) {
    scenario.wrong("steps", "GC207", "this list of steps is empty",
                   R"(add a step like { "do": "call", "org": "primary", "outcome": "ok" })");
  } else if (is_list && !asks_something) {
    mistakes.add({"GC407", found->key_spot, "this scenario asks nothing of the client",
                  R"(add a step like { "do": "call", "org": "primary", "outcome": "ok" })"});
  }
  return steps;
}

std::string describe(const Step& step) {
  if (const auto* perform = std::get_if<PerformCall>(&step.what)) return describe_call(perform->call);
  if (const auto* event = std::get_if<WorldEvent>(&step.what)) return describe(event->change);
  return fmt::format("advance clock by {}", duration_text(std::get<AdvanceClock>(step.what).by));
}

}  // namespace gcmock
