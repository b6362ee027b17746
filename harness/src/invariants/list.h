// The invariants, one function and one file each. A new one is declared here and added to the list in list.cc.
#pragma once

#include "gcmock/harness/invariants.h"

namespace gcmock {

Invariant post_at_the_token_endpoint();            // I-1
Invariant form_at_the_token_endpoint();            // I-2
Invariant no_repeated_parameters();                // I-3
Invariant one_client_authentication();             // I-4
Invariant no_credentials_in_urls();                // I-5
Invariant basic_is_form_encoded();                 // I-6
Invariant replaced_refresh_token_is_discarded();   // I-7
Invariant refresh_token_is_kept();                 // I-8
Invariant refresh_scope_within_grant();            // I-9
Invariant refresh_token_stays_in_its_org();        // I-10
Invariant one_refresh_at_a_time();                 // I-11
Invariant no_refresh_loop();                       // I-12
Invariant attempts_are_bounded();                  // I-13
Invariant retries_grow_apart();                    // I-14
Invariant waits_for_retry_after();                 // I-15
Invariant trouble_is_no_refusal();                 // I-16
Invariant no_refresh_on_403();                     // I-17
Invariant stops_on_dead_grant();                   // I-18
Invariant stops_on_refused_client();               // I-19
Invariant a_code_is_presented_once();              // I-20
Invariant lost_answer_is_resent_once();            // I-21
Invariant only_tokens_that_are_good();             // I-22
Invariant calls_are_not_repeated_unasked();        // I-23
Invariant outcome_agrees_with_the_journal();       // I-24
Invariant refresh_token_to_token_endpoint_only();  // I-25
Invariant access_token_stays_in_its_org();         // I-26
Invariant bearer_in_the_authorization_header();    // I-27
Invariant login_proves_itself_by_pkce();           // I-28
Invariant login_is_bound_to_its_request();         // I-29
Invariant credentials_stay_where_they_belong();    // I-30
Invariant bad_certificates_are_refused();          // I-31
Invariant credentials_follow_no_redirect();        // I-32
Invariant odd_token_answers_are_understood();      // I-33
Invariant tokens_outlive_a_broken_answer();        // I-34
Invariant valid_token_is_used();                   // I-35
Invariant refreshes_are_spread();                  // I-36
Invariant trouble_stays_in_its_org();              // I-37
Invariant refusal_stays_in_its_org();              // I-38
Invariant no_more_scope_after_403();               // I-39
Invariant client_replies_in_time();                // I-40

}  // namespace gcmock
