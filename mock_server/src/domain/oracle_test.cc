// The policy agrees with a naive second one over random worlds and histories.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "domain/authorization_oracle_for_tests.h"
#include "domain/oracle_for_tests.h"
#include "domain/random_worlds_for_tests.h"
#include "domain/worlds_for_tests.h"

namespace gcmock {
namespace {

using namespace tests;

constexpr int worlds = 5000;  // in each of the four parts, which run side by side
constexpr int requests_in_each = 15;

struct Tally {
  std::set<RefusalReason> reasons;
  std::set<Check> checks;  // that refused
  int crowded_out = 0;     // tokens
  int granted = 0;
  int allowed = 0;
  int authorized = 0;
};

/// One world, and what is asked of policy and oracle in it, one request after the other.
class History {
 public:
  explicit History(std::uint64_t seed) : random_(seed), world_(random_.world()) {
    for (const auto& [name, org] : world_.orgs) {
      for (const auto& token : org.refresh_tokens) seen_.refresh_tokens.push_back(token.value);
      for (const auto& token : org.access_tokens) seen_.access_tokens.push_back(token.value);
      for (const auto& token : org.codes) seen_.codes.push_back(token.value);
      for (const auto& token : org.saml_assertions) seen_.assertions.push_back(token.value);
    }
  }

  void go_on(Tally& tally) {
    now_ += random_.pause();
    if (random_.one_in(5)) {
      ask(random_.authorization_request(), tally);
    } else if (random_.one_in(3)) {
      ask(random_.api_request(seen_), tally);
    } else {
      ask(random_.token_request(world_, ledger_, seen_), tally);
    }
  }

 private:
  void ask(const AuthorizationRequest& request, Tally& tally) {
    const AuthorizationRuling ruling = decide(world_, ledger_, request, now_);
    const auto* const refused = std::get_if<Refused>(&ruling.outcome);
    const auto* const authorized = std::get_if<Authorized>(&ruling.outcome);
    const std::string word(refused != nullptr ? to_string(refused->reason) : authorized ? "granted" : "consent");
    EXPECT_EQ(word, authorization_oracle_.expect(request, now_)) << ruling.trail.back();
    EXPECT_EQ(ruling.subject, identify(world_, request));
    if (refused != nullptr) tally.reasons.insert(refused->reason);
    if (authorized != nullptr) settle(*authorized, tally);
  }

  void settle(const Authorized& authorized, Tally& tally) {
    ++tally.authorized;
    const OrgName& org = authorized.login.org;
    if (authorized.authorizes) world_.orgs.at(org).authorizations[authorized.client] = *authorized.authorizes;
    if (authorized.response == ResponseType::token) {
      Ruling ruling;
      ruling.outcome = implicit_grant(authorized);
      seen_.access_tokens.push_back(settle_granted(ledger_, ruling, now_).access_token);
      oracle_.note_authorized("access", seen_.access_tokens.back(), authorized, now_);
      return;
    }
    const std::string label = next_label(ledger_, CredentialKind::authorization_code, org);
    seen_.codes.push_back("value of " + label);
    gcmock::settle(ledger_, authorized, {.value = seen_.codes.back(), .label = label}, now_);
    oracle_.note_authorized("code", seen_.codes.back(), authorized, now_);
  }

  void ask(const ApiRequest& request, Tally& tally) {
    const ApiRuling ruling = decide(world_, ledger_, request, now_);
    compare(refusal(ruling), oracle_.expect(request, now_), ruling.trail, tally);
    if (!refusal(ruling)) {
      ++tally.allowed;
      note_use(ledger_, *request.bearer, now_);
      oracle_.note_use(*request.bearer, now_);
    }
    if (request.bearer) count_api_request(ledger_, world_, *request.bearer, now_);
    oracle_.note_api_request(request, now_);
  }

  void ask(const TokenRequest& request, Tally& tally) {
    const Ruling ruling = decide(world_, ledger_, request, now_);
    const auto reason = refusal(ruling);
    compare(reason, oracle_.expect(request, now_), ruling.trail, tally);
    EXPECT_EQ(ruling.subject, identify(world_, ledger_, request));
    if (reason) {
      gcmock::settle(ledger_, std::get<Refused>(ruling.outcome));
      oracle_.note_refused(request, *reason);
    } else {
      ++tally.granted;
      const Tokens tokens = settle_granted(ledger_, ruling, now_);
      tally.crowded_out += static_cast<int>(tokens.crowded_out.size());
      oracle_.note_granted(request, tokens, now_);
      seen_.access_tokens.push_back(tokens.access_token);
      if (tokens.refresh_token) seen_.refresh_tokens.push_back(*tokens.refresh_token);
    }
    if (ruling.subject.org) count_token_request(ledger_, world_, *ruling.subject.org, now_);
    oracle_.note_token_request(ruling.subject.org, now_);
  }

  static void compare(std::optional<RefusalReason> ruled, std::optional<RefusalReason> expected,
                      const std::vector<TrailStep>& trail, Tally& tally) {
    const auto word = [](std::optional<RefusalReason> reason) { return reason ? to_string(*reason) : "granted"; };
    EXPECT_EQ(word(ruled), word(expected)) << trail.back();
    const auto failed = [](const TrailStep& step) { return step.finding == Finding::failed; };
    EXPECT_EQ(std::count_if(trail.begin(), trail.end(), failed), ruled ? 1 : 0);
    if (!ruled) return;
    EXPECT_TRUE(failed(trail.back()));
    tally.reasons.insert(*ruled);
    tally.checks.insert(trail.back().check);
  }

  RandomWorlds random_;
  World world_;
  Ledger ledger_{world_};
  Oracle oracle_{world_};
  AuthorizationOracle authorization_oracle_{world_};
  RandomWorlds::Seen seen_;
  Instant now_ = world_.starts_at;
};

/// Another seed is tried with GCMOCK_ORACLE_SEED; a failure prints the one that it needs.
std::uint64_t first_seed() {
  const char* const given = std::getenv("GCMOCK_ORACLE_SEED");
  return given != nullptr ? std::strtoull(given, nullptr, 10) : 20260101;
}

class Policy : public testing::TestWithParam<int> {};

TEST_P(Policy, AgreesWithTheOracleOverRandomWorldsAndHistories) {
  Tally tally;
  const std::uint64_t first = first_seed() + static_cast<std::uint64_t>(GetParam()) * worlds;

  for (std::uint64_t seed = first; seed < first + worlds && !HasFailure(); ++seed) {
    SCOPED_TRACE("GCMOCK_ORACLE_SEED=" + std::to_string(seed));
    History history(seed);
    for (int i = 0; i < requests_in_each && !HasFailure(); ++i) history.go_on(tally);
  }

  // What the wire refuses before the policy is asked, and what it looks up behind it.
  const std::set<RefusalReason> not_ours{
      RefusalReason::unsupported_grant_type,
      RefusalReason::oauth_client_not_found,
      RefusalReason::path_not_found,
      RefusalReason::method_not_allowed,
  };
  for (const RefusalReason reason : all_refusal_reasons()) {
    if (is_fault_of_operation(reason)) continue;
    EXPECT_NE(tally.reasons.contains(reason), not_ours.contains(reason)) << reason;
  }
  for (const Check check : {Check::rate_is_within_limit, Check::rate_of_token_is_within_limit,
                            Check::rate_of_user_is_within_limit, Check::rate_of_client_is_within_limit}) {
    EXPECT_TRUE(tally.checks.contains(check)) << to_string(check);
  }
  EXPECT_GT(tally.crowded_out, worlds / 50);
  EXPECT_GT(tally.granted, worlds);
  EXPECT_GT(tally.allowed, worlds / 2);
  EXPECT_GT(tally.authorized, worlds / 5);
}

INSTANTIATE_TEST_SUITE_P(Part, Policy, testing::Range(0, 4));

}  // namespace
}  // namespace gcmock
