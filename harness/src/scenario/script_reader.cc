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

When read_when(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
  const Fields fields(value, shapes::when, mistakes);
  When when;
  read_subject(fields, cast, when, mistakes);
  when.nth = fields.integer("nth", 1);
  return when;
}

RuleReading read_rule(const JsonValue& value, const Cast& cast, Mistakes& mistakes) {
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
    reading.actions = read_actions(action->value, mistakes);
  }
  for (const ActionReading& action : reading.actions) reading.rule.actions.push_back(action.action);
  return reading;
}

}  // namespace

Script read_script(const Fields& scenario, const Cast& cast, Mistakes& mistakes) {
  const std::size_t before = mistakes.count();
  std::vector<RuleReading> rules;
  for (const JsonValue& item : scenario.items("script")) rules.push_back(read_rule(item, cast, mistakes));
  // A rule that could not be read has no sense to judge.
  if (mistakes.count() == before) check_script(rules, mistakes);
  Script script;
  for (RuleReading& reading : rules) script.rules.push_back(std::move(reading.rule));
  return script;
}

}  // namespace gcmock
