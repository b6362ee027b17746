#include "mutants/changed_requests.h"
#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

// Its first token request names one scope, the next ones more: as one that reacts to a 403 would.
void widen_scope_step_by_step(Conduct& conduct) {
  conduct.renews_on_403 = true;
  conduct.change_token_request = [asked = 0](SentRequest&, FormFields& grant, const OrgAmongOthers&) mutable {
    set_field(grant, "scope", asked++ == 0 ? "user-basic-info" : "user-basic-info oauth");
  };
}

}  // namespace

std::vector<Mutant> mutants_in_keeping() {
  return {
      {"forgets_the_rotated_token", "keeps the first refresh token although refreshes bring new ones", "I-7",
       [](Conduct& conduct) { conduct.adopts_new_refresh_tokens = false; }},
      {"drops_the_token_that_is_not_replaced", "overwrites the refresh token where a refresh returns none", "I-8",
       [](Conduct& conduct) { conduct.keeps_refresh_token_that_is_not_replaced = false; }},
      {"presents_a_dead_token_again", "keeps the refresh token that was refused", "I-18",
       [](Conduct& conduct) { conduct.gives_up_refused_refresh_tokens = false; }},
      {"forgets_that_it_was_refused", "asks anew with each call where the client was refused", "I-19",
       [](Conduct& conduct) { conduct.remembers_that_it_was_refused = false; }},
      {"uses_tokens_of_any_type", "uses a token of an unknown type as a bearer token", "I-22",
       [](Conduct& conduct) { conduct.reading.uses_tokens_of_any_type = true; }},
      {"says_ok_whatever_came", "reports success although nothing was granted", "I-24",
       [](Conduct& conduct) { conduct.report = [](Outcome) { return Outcome::ok; }; }},
      {"says_needs_user_whatever_came", "asks for a login although all went well", "I-24",
       [](Conduct& conduct) { conduct.report = [](Outcome) { return Outcome::needs_user; }; }},
      {"logs_its_tokens", "writes the tokens that arrive to its standard output", "I-30",
       [](Conduct& conduct) { conduct.logs_tokens = true; }},
      {"writes_its_tokens_to_a_file", "writes the tokens that arrive to a log file", "I-30",
       [](Conduct& conduct) { conduct.writes_tokens_to_a_file = true; }},
      {"wants_expires_in", "fails where a token answer has no expires_in", "I-33",
       [](Conduct& conduct) { conduct.reading.wants_expires_in = true; }},
      {"wants_known_members_only", "fails where a token answer has members that it does not know", "I-33",
       [](Conduct& conduct) { conduct.reading.wants_known_members_only = true; }},
      {"keeps_undefined_as_token", "stores what is missing in a token answer as its token", "I-34",
       [](Conduct& conduct) { conduct.reading.takes_what_is_missing_for_a_token = true; }},
      {"asks_for_a_token_a_call", "presents its client credentials for each call anew", "I-35",
       [](Conduct& conduct) { conduct.reuses_access_tokens = false; }},
      {"asks_for_more_scope_on_403", "answers a 403 of the API by asking for more scope", "I-39",
       widen_scope_step_by_step},
  };
}

}  // namespace gcmock
