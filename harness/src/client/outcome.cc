// The words for outcomes and verbs, and which of two outcomes asks more of people.
#include <algorithm>
#include <array>
#include <ostream>

#include "gcmock/error.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {
namespace {

// From the one that asks least of people to the one that asks most.
constexpr std::array<Outcome, 5> all_outcomes = {Outcome::ok, Outcome::retry_later, Outcome::needs_user,
                                                 Outcome::needs_admin, Outcome::failed};
constexpr std::array<Verb, 4> all_verbs = {Verb::call, Verb::login, Verb::refresh, Verb::authorize};

}  // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::ok:
      return "ok";
    case Outcome::needs_user:
      return "needs_user";
    case Outcome::needs_admin:
      return "needs_admin";
    case Outcome::retry_later:
      return "retry_later";
    case Outcome::failed:
      return "failed";
  }
  throw Error("an outcome that has no word");
}

std::optional<Outcome> outcome_from(std::string_view word) {
  for (const Outcome outcome : all_outcomes) {
    if (to_string(outcome) == word) return outcome;
  }
  return std::nullopt;
}

std::ostream& operator<<(std::ostream& out, Outcome outcome) {
  return out << to_string(outcome);
}

Outcome worse_of(Outcome left, Outcome right) {
  const auto rank = [](Outcome outcome) { return std::ranges::find(all_outcomes, outcome); };
  return rank(left) < rank(right) ? right : left;
}

std::string_view to_string(Verb verb) {
  switch (verb) {
    case Verb::call:
      return "call";
    case Verb::login:
      return "login";
    case Verb::refresh:
      return "refresh";
    case Verb::authorize:
      return "authorize";
  }
  throw Error("a verb that has no word");
}

std::optional<Verb> verb_from(std::string_view word) {
  for (const Verb verb : all_verbs) {
    if (to_string(verb) == word) return verb;
  }
  return std::nullopt;
}

}  // namespace gcmock
