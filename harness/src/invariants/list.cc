// All invariants, in the order of their numbers.
#include "invariants/list.h"

#include <algorithm>
#include <vector>

namespace gcmock {

std::span<const Invariant> all_invariants() {
  static const std::vector<Invariant> invariants{
      post_at_the_token_endpoint(),
      form_at_the_token_endpoint(),
      no_repeated_parameters(),
      one_client_authentication(),
      no_credentials_in_urls(),
      basic_is_form_encoded(),
      replaced_refresh_token_is_discarded(),
      refresh_token_is_kept(),
      refresh_scope_within_grant(),
      refresh_token_stays_in_its_org(),
      one_refresh_at_a_time(),
      no_refresh_loop(),
      attempts_are_bounded(),
      retries_grow_apart(),
      waits_for_retry_after(),
      trouble_is_no_refusal(),
      no_refresh_on_403(),
      stops_on_dead_grant(),
      stops_on_refused_client(),
      a_code_is_presented_once(),
      lost_answer_is_resent_once(),
      only_tokens_that_are_good(),
      calls_are_not_repeated_unasked(),
      outcome_agrees_with_the_journal(),
      refresh_token_to_token_endpoint_only(),
      access_token_stays_in_its_org(),
      bearer_in_the_authorization_header(),
      login_proves_itself_by_pkce(),
      login_is_bound_to_its_request(),
      credentials_stay_where_they_belong(),
      bad_certificates_are_refused(),
      credentials_follow_no_redirect(),
      odd_token_answers_are_understood(),
      tokens_outlive_a_broken_answer(),
      valid_token_is_used(),
      refreshes_are_spread(),
      trouble_stays_in_its_org(),
      refusal_stays_in_its_org(),
      no_more_scope_after_403(),
      client_replies_in_time(),
  };
  return invariants;
}

const Invariant* find_invariant(std::string_view id) {
  const auto invariants = all_invariants();
  const auto found = std::find_if(invariants.begin(), invariants.end(),
                                  [&](const Invariant& invariant) { return invariant.id == id; });
  return found == invariants.end() ? nullptr : &*found;
}

}  // namespace gcmock
