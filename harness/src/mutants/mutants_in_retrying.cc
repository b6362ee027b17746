#include <chrono>

#include "mutants/mutants_by_bug.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

constexpr int without_end = 12;  // often enough to be seen, and over in a moment

void try_without_end(Conduct& conduct) {
  conduct.retries.most_tries = without_end;
  conduct.retries.pause = [](int) { return milliseconds{5}; };
}

void pause_equally_long(Conduct& conduct) {
  conduct.retries.most_tries = 5;
  conduct.retries.pause = [](int) { return milliseconds{100}; };
}

void resend_lost_answers(Conduct& conduct) {
  conduct.most_lost_answers = without_end;
  conduct.retries.most_tries = 5;
}

}  // namespace

std::vector<Mutant> mutants_in_retrying() {
  return {
      {"refreshes_in_every_thread", "lets each call refresh by itself: a refresh storm", "I-11",
       [](Conduct& conduct) { conduct.shares_renewals = false; }},
      {"refreshes_as_long_as_401_comes", "refreshes and calls again until the API accepts it", "I-12",
       [](Conduct& conduct) { conduct.most_renewals_of_a_call = without_end; }},
      {"tries_without_end", "tries again as long as the server is in trouble", "I-13", try_without_end},
      {"pauses_equally_long", "pauses equally long before each further try", "I-14", pause_equally_long},
      {"ignores_retry_after", "tries again without heeding Retry-After", "I-15",
       [](Conduct& conduct) { conduct.retries.heeds_retry_after = false; }},
      {"asks_anew_in_trouble", "treats 429 and 5xx of the token endpoint as a refusal, and asks by another grant",
       "I-16", [](Conduct& conduct) { conduct.asks_for_itself_in_trouble = true; }},
      {"refreshes_on_429", "refreshes when the API answers 429", "I-16",
       [](Conduct& conduct) { conduct.renews_on_429 = true; }},
      {"refreshes_on_503", "refreshes when the API answers 503", "I-16",
       [](Conduct& conduct) { conduct.renews_on_5xx = true; }},
      {"refreshes_on_403", "refreshes when the API answers 403", "I-17",
       [](Conduct& conduct) { conduct.renews_on_403 = true; }},
      {"hammers_with_a_dead_token", "presents a refused refresh token again at once", "I-18",
       [](Conduct& conduct) { conduct.tries_after_refusal = 2; }},
      {"hammers_when_it_is_refused", "asks again at once where the client was refused", "I-19",
       [](Conduct& conduct) { conduct.tries_after_refusal = without_end; }},
      {"gives_up_all_orgs_with_one", "gives up every org when one refuses the client", "I-19",
       [](Conduct& conduct) {
         conduct.stops_all_orgs = [](Outcome outcome) { return outcome == Outcome::needs_admin; };
       }},
      {"resends_lost_answers", "sends a refresh again until its answer arrives", "I-21", resend_lost_answers},
      {"repeats_what_may_have_been_done", "sends a POST again whose answer was lost", "I-23",
       [](Conduct& conduct) { conduct.resends_what_may_have_been_done = true; }},
      {"trusts_any_certificate", "does not verify the server's certificate", "I-31",
       [](Conduct& conduct) { conduct.verifies_certificates = false; }},
      {"follows_redirects", "follows redirects of the token endpoint with its credentials", "I-32",
       [](Conduct& conduct) { conduct.follows_redirects = true; }},
      {"refreshes_by_one_timer", "refreshes the tokens of all orgs by one timer", "I-36",
       [](Conduct& conduct) { conduct.renews_all_orgs_every = std::chrono::seconds{110}; }},
      {"stops_all_orgs_in_trouble", "leaves every org alone when one is in trouble", "I-37",
       [](Conduct& conduct) {
         conduct.stops_all_orgs = [](Outcome outcome) { return outcome == Outcome::retry_later; };
       }},
      {"logs_all_orgs_out", "asks for a login in every org when one org's grant is over", "I-38",
       [](Conduct& conduct) {
         conduct.stops_all_orgs = [](Outcome outcome) { return outcome == Outcome::needs_user; };
       }},
      {"hangs", "waits for an answer for longer than its caller does", "I-40",
       [](Conduct& conduct) { conduct.keeps_deadlines = false; }},
  };
}

}  // namespace gcmock
