// Reading of rules.
#include "scenario/script_reader.h"

#include <fmt/format.h>

#include <utility>

#include "scenario/action_reader.h"
#include "scenario/pattern_reader.h"
#include "scenario/scenario_words.h"
#include "scenario/script_sense.h"

namespace gcmock {
namespace {

EarlierExchange read_earlier(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::earlier, mistakes);
  EarlierExchange earlier;
  read_subject(fields, cast, earlier, mistakes);
  earlier.status = fields.integer("status", 100, 599);
  earlier.refusal = fields.word("refusal", words::refusals());
  return earlier;
}

When read_when(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::when, mistakes);
  When when;
  read_subject(fields, cast, when, mistakes);
  when.nth = fields.integer("nth", 1);
  when.every = fields.integer("every", 1);
  when.from = fields.integer("from", 1);
  when.to = fields.integer("to", 1);
  when.counted_per = fields.word("counted_per", words::counted_per).value_or(when.counted_per);
  when.path = read_path(fields);
  when.headers = read_name_values(fields, "headers");
  when.fields = read_name_values(fields, "fields");
  if (const JsonMember* after = fields.member("after")) when.after = read_earlier(after->value, cast, mistakes);
  when.since = fields.duration("since", Span::not_negative);
  when.until = fields.duration("until", Span::positive);
  when.probability = fields.number("probability", 0, 1);
  return when;
}

RuleReading read_rule(const JsonValue& value, const Cast& cast, std::uint64_t seed, Mistakes& mistakes) {
  const Fields fields(value, shapes::rule, mistakes);
  RuleReading reading;
  SourcePlace place = value.spot.place();
  place.column = 0;
  reading.rule.place = to_string(place);
  if (const JsonMember* when = fields.member("when")) {
    reading.when_spot = when->value.spot;
    reading.rule.when = read_when(when->value, cast, mistakes);
  }
  reading.stage = fields.word("stage", words::stages);
  reading.rule.stage = reading.stage.value_or(Stage::instead_of_ruling);
  if (const JsonMember* action = fields.member("do")) {
    reading.do_spot = action->key_spot;
    reading.actions = read_actions(action->value, cast, seed, mistakes);
  }
  for (const ActionReading& action : reading.actions) reading.rule.actions.push_back(action.action);
  return reading;
}

}  // namespace

Script read_script(const Fields& scenario, const Cast& cast, std::uint64_t seed, Mistakes& mistakes) {
  const std::size_t before = mistakes.count();
  std::vector<RuleReading> rules;
  for (const JsonValue& item : scenario.items("script")) rules.push_back(read_rule(item, cast, seed, mistakes));
  // A rule that could not be read has no sense to judge.
  if (mistakes.count() == before) check_script(rules, mistakes);
  Script script;
  for (RuleReading& reading : rules) script.rules.push_back(std::move(reading.rule));
  return script;
}

}  // namespace gcmock
