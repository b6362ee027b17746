// What the reference client decides where clients in the field have gone wrong, one switch each.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "client/code_proof.h"
#include "client/retry.h"
#include "client/token_endpoint.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

/// One org's connection, and what the client was told of all orgs.
struct OrgAmongOthers {
  OrgName name;
  const std::map<OrgName, ClientSettings>& all;

  [[nodiscard]] const ClientSettings& own() const { return all.at(name); }
  /// Of another org, the next in the order of their names; of the only one its own.
  [[nodiscard]] const ClientSettings& other() const;
};

/// As it is by default the client is correct; each mutant client (mutants/list.cc) turns one switch of it. Read only,
/// and from any thread.
struct Conduct {
  // What it keeps
  bool adopts_new_refresh_tokens = true;
  bool keeps_refresh_token_that_is_not_replaced = true;
  bool gives_up_refused_refresh_tokens = true;
  bool remembers_that_it_was_refused = true;
  bool gives_up_codes = true;
  bool reuses_access_tokens = true;  ///< from call to call

  // What it makes of answers
  TokenAnswerReading reading;
  bool follows_redirects = false;
  bool verifies_certificates = true;

  // When it renews, and how often it tries
  bool shares_renewals = true;
  int most_renewals_of_a_call = 1;
  bool renews_on_403 = false;
  bool renews_on_429 = false;
  bool renews_on_5xx = false;
  bool asks_for_itself_in_trouble = false;  ///< by its own credentials, where a refresh meets 429 or 5xx
  std::optional<std::chrono::milliseconds> renews_all_orgs_every;  ///< by its clock; empty: where it must only
  RetryPolicy retries;
  int most_lost_answers = 2;
  int tries_after_refusal = 0;
  bool keeps_deadlines = true;
  bool resends_what_may_have_been_done = false;

  // How orgs hang together: an outcome of one that keeps the client from asking for any
  std::function<bool(Outcome)> stops_all_orgs;

  // What becomes of a request on its way: empty is nothing
  std::function<void(SentRequest& request, FormFields& grant, const OrgAmongOthers& org)> change_token_request;
  std::function<void(SentRequest& request, const OrgAmongOthers& org)> change_api_request;
  std::function<void(FormFields& question)> change_login;
  std::function<CodeProof()> make_proof;    ///< empty: make_code_proof
  std::function<std::string()> make_state;  ///< empty: gcmock::make_state

  // What it tells
  std::function<Outcome(Outcome)> report;  ///< empty: the truth
  bool logs_tokens = false;                ///< to its standard output
  bool writes_tokens_to_a_file = false;    ///< in its scratch directory
};

}  // namespace gcmock
