// A client in this process that handles tokens well but for one bad habit: what invariants are there to see.
#pragma once

#include <iosfwd>
#include <string_view>

#include "gcmock/harness/client_under_test.h"

namespace gcmock::bad_clients {

enum class Habit {
  none,
  puts_its_secret_in_the_url,
  forgets_the_rotated_token,
  drops_the_token_when_none_is_returned,
  uses_the_secret_of_another_org,
  refreshes_as_long_as_401_comes,
  tries_without_end,
  refreshes_on_403,
  presents_a_dead_token_again,
  hammers_when_it_is_refused,
  gives_up_all_orgs_with_one,
  sends_the_refresh_token_as_bearer,
  puts_its_secret_into_basic_as_it_is,
  makes_a_post_again_behind_its_reply,
  says_ok_whatever_comes,
  asks_for_scope_that_nobody_granted,
  asks_for_more_scope_behind_403,
  logs_its_tokens,
  trusts_any_certificate,
  trips_over_unknown_members,
  renews_all_orgs_at_once,
  waits_without_end,
};

/// The enumerator's own name.
std::string_view to_string(Habit habit);
std::ostream& operator<<(std::ostream& out, Habit habit);

ClientFactory client_with(Habit habit);

}  // namespace gcmock::bad_clients
