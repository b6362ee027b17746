// Results as a run would give them, made by hand: what reports are tried with.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gcmock/harness/result.h"

namespace gcmock::testing_results {

using namespace std::chrono_literals;

inline const char* const file_of_the_report = "scenarios/multi_org/unregistered_secondary_client.json";

inline Exchange exchange(std::uint64_t seq, const std::string& org, const std::string& method, const std::string& path,
                         int status) {
  Exchange made;
  made.seq = seq;
  made.connection = org == "primary" ? 1 : 2;
  made.arrived = seq * 12ms;
  made.decided = made.arrived + 20us;
  made.method = method;
  made.path = path;
  made.subject.org = OrgName(org);
  made.subject.client = ClientId("prod_app_client_xyz");
  made.status = status;
  made.delivery = {DeliveryState::complete, 312, 312, made.decided + 1ms};
  return made;
}

inline Exchange api_call(std::uint64_t seq, const std::string& org, int status) {
  Exchange made = exchange(seq, org, "GET", "/api/v2/users/me", status);
  made.endpoint = Endpoint::users_me;
  if (status == 401) {
    made.refusal = RefusalReason::bearer_expired;
    made.error_code = "bad.credentials";
  }
  const std::string label = org + (status == 401 ? "/access-main" : "/access-1");
  made.sightings = {{{CredentialKind::access_token, label, OrgName(org), ClientId("prod_app_client_xyz")},
                     SightingPlace::authorization_header,
                     "Authorization"}};
  return made;
}

inline Exchange refresh(std::uint64_t seq, const std::string& org, int status) {
  Exchange made = exchange(seq, org, "POST", "/api/v2/oauth/token", status);
  made.endpoint = Endpoint::token;
  made.grant = GrantType::refresh_token;
  made.client_auth = ClientAuthMethod::basic;
  const Fingerprint token{CredentialKind::refresh_token, org + "/refresh-main", OrgName(org),
                          ClientId("prod_app_client_xyz")};
  made.sightings.push_back({token, SightingPlace::body_field, "refresh_token"});
  made.request_fields = {{"grant_type", "refresh_token"}, {"refresh_token", "‹" + org + "/refresh-main›"}};
  if (status == 200) {
    made.issued = {{CredentialKind::access_token, org + "/access-1", OrgName(org), ClientId("prod_app_client_xyz")},
                   {CredentialKind::refresh_token, org + "/refresh-1", OrgName(org), ClientId("prod_app_client_xyz")}};
    made.answer_has_refresh_token = true;
    return made;
  }
  made.refusal = RefusalReason::client_not_registered_in_org;
  made.answer_body =
      R"({"message": "Access denied. The client does not have permission to access this resource.", "status": 403})";
  made.trail = {{Check::org_is_active, Finding::passed, "", ""},
                {Check::client_is_registered_in_org, Finding::failed, "a registration", "none"}};
  return made;
}

inline StepResult step(std::string what, int line, Outcome expected, Outcome got) {
  StepResult made;
  made.what = std::move(what);
  made.place = {file_of_the_report, line, 5};
  made.expected = {expected};
  made.got = got;
  made.failed = expected != got;
  made.run = true;
  return made;
}

inline InvariantResult held(const std::string& id, const std::string& title, std::size_t looked_at) {
  InvariantResult made;
  made.id = id;
  made.title = title;
  made.clause = "RFC 6749 §6";
  made.status = looked_at > 0 ? InvariantResult::Status::held : InvariantResult::Status::nothing_to_look_at;
  made.looked_at = looked_at;
  made.place = {file_of_the_report, 0, 0};
  return made;
}

inline InvariantResult hammering() {
  InvariantResult made;
  made.id = "I-19";
  made.title = "the client stops on a permanent refusal";
  made.clause = "RFC 6749 §5.2";
  made.status = InvariantResult::Status::violated;
  made.looked_at = 4;
  made.findings = {{"saw 3 token requests for org secondary after the refusal in #4, within 48 ms", {5, 6, 7}}};
  made.place = {file_of_the_report, 9, 3};
  return made;
}

inline Explanation why_refused() {
  Explanation made;
  made.exchange = 4;
  made.request = "POST /api/v2/oauth/token";
  made.status = 403;
  made.reason = RefusalReason::client_not_registered_in_org;
  made.trail = {
      {true, "refresh token secondary/refresh-main is known", ""},
      {true, "org secondary is active", ""},
      {false, "client prod_app_client_xyz is registered in org secondary", "expected a registration, found none"}};
  made.decided_at = "fixtures/worlds/premium_app_two_orgs.json:41:9, removed by world_changes at line 7";
  made.remedy = R"("/orgs/secondary/clients/prod_app_client_xyz": { … })";
  made.change = R"({"orgs": {"secondary": {"clients": {"prod_app_client_xyz": {"scopes": ["user:read"]}}}}})";
  made.genesys_shows =
      R"(400 {"error": "invalid_client", "description": "client not found"} at login.<region>/oauth/token (sdk_source))";
  return made;
}

inline ScenarioResult passed(std::string id, std::chrono::nanoseconds took) {
  ScenarioResult made;
  made.id = std::move(id);
  made.file = "scenarios/" + made.id + ".json";
  made.title = "The primary org refreshes and stays healthy";
  made.client = "my-app";
  made.took = took;
  made.steps = {step("call primary", 10, Outcome::ok, Outcome::ok)};
  made.checks = {{"exactly 1 exchange: token requests for org primary with status 200",
                  "found 1: #2",
                  {2},
                  {made.file, 14, 7},
                  true}};
  made.invariants = {held("I-7", "the old refresh token is discarded when a new one arrived", 1),
                     held("I-20", "an authorization code is used once", 0)};
  made.journal = {api_call(1, "primary", 401), refresh(2, "primary", 200), api_call(3, "primary", 200)};
  made.rerun = "gcmock run " + made.file + " --client clients/my-app --seed 1";
  made.repeats.runs = {ScenarioStatus::passed};
  return made;
}

/// The product in one picture: DESIGN's failure.
inline ScenarioResult hammering_client() {
  ScenarioResult made = passed("multi_org/unregistered_secondary_client", 312ms);
  made.title = "A client deleted in the secondary org is refused there with 403 and asked about once";
  made.status = ScenarioStatus::failed;
  made.steps = {step("call primary", 10, Outcome::ok, Outcome::ok),
                step("call secondary", 11, Outcome::needs_admin, Outcome::failed),
                step("call primary", 12, Outcome::ok, Outcome::ok)};
  made.steps[1].detail = "Error: 403 Access denied, gave up after 4 attempts";
  made.checks = {{"exactly 1 exchange: token requests for org secondary with status 403",
                  "found 4: #4 #5 #6 #7",
                  {4, 5, 6, 7},
                  {made.file, 16, 7},
                  false},
                 {"exactly 1 exchange: token requests for org primary with status 200",
                  "found 1: #2",
                  {2},
                  {made.file, 17, 7},
                  true}};
  made.invariants = {held("I-7", "the old refresh token is discarded when a new one arrived", 1), hammering(),
                     held("I-20", "an authorization code is used once", 0)};
  made.explanations = {why_refused()};
  for (std::uint64_t seq = 4; seq <= 7; ++seq) made.journal.push_back(refresh(seq, "secondary", 403));
  made.contract = {{"GET /api/v2/users/me sends undeclared query parameter pageSize", {1, 3}}};
  made.client_stderr = "refresh failed: 403\nrefresh failed: 403\ngiving up\n";
  return made;
}

/// The answer of a refresh was lost after the token was rotated.
inline ScenarioResult lost_answer() {
  ScenarioResult made = passed("rotation/lost_answer_after_rotation", 2100ms);
  made.title = "An answer lost after rotation leaves the client with a spent token";
  made.status = ScenarioStatus::failed;
  made.steps = {step("call primary", 10, Outcome::needs_user, Outcome::ok),
                step("call primary", 11, Outcome::needs_user, Outcome::ok),
                step("call primary", 12, Outcome::ok, Outcome::ok)};
  made.steps[0].failed = false;
  made.steps[0].got = Outcome::needs_user;
  made.steps[1].got.reset();
  made.steps[1].detail = "no reply within 10 s";
  made.steps[1].failed = true;
  made.steps[2].run = false;
  made.steps[2].got.reset();
  made.checks = {{"at least 1 exchange: token requests for org secondary with status 200",
                  "found none",
                  {},
                  {made.file, 15, 7},
                  false,
                  NearMiss{2, {{"org", "secondary", "primary"}}}}};
  made.silent_rules = {{2, made.file + ":14", NearMiss{2, {{"nth", "2", "1 such request"}}}}};
  made.journal[1].rule =
      RuleSpoke{0, Stage::after_settling, "cut before headers", "scenarios/rotation/lost_answer.json:12"};
  made.journal[1].delivery = {DeliveryState::cut, 0, 312, 30ms};
  return made;
}

/// One of three runs met a 401 that it did not survive.
inline ScenarioResult flaky() {
  ScenarioResult made = passed("refresh_token/now_and_then", 90ms);
  made.title = "Parallel calls share one refresh";
  made.status = ScenarioStatus::flaky;
  made.steps = {step("call primary", 10, Outcome::ok, Outcome::failed)};
  made.steps[0].detail = "Error: 401";
  made.rerun += " --repeat 3";
  made.repeats = {{ScenarioStatus::passed, ScenarioStatus::failed, ScenarioStatus::passed},
                  1,
                  {{"step 1, call primary", {"ok", "failed", "ok"}},
                   {"token exchanges of org primary answered 200", {"1", "2", "1"}}}};
  return made;
}

inline ScenarioResult vacuous() {
  ScenarioResult made = passed("faults/never_called", 5ms);
  made.status = ScenarioStatus::vacuous;
  made.note = "the client never connected, so nothing was put to the test";
  made.steps = {step("call primary", 10, Outcome::ok, Outcome::ok)};
  made.checks.clear();
  made.journal.clear();
  return made;
}

inline ScenarioResult skipped() {
  ScenarioResult made = passed("tokens/expiry", 0ms);
  made.status = ScenarioStatus::skipped;
  made.note = "a command client runs once, and this scenario moves the clock between two calls";
  made.steps.clear();
  made.journal.clear();
  return made;
}

inline ScenarioResult broken() {
  ScenarioResult made = vacuous();
  made.id = "faults/cannot_start";
  made.status = ScenarioStatus::broken;
  made.note = "the client would not start: ./adapter.mjs: No such file or directory";
  return made;
}

inline ScenarioResult unrun() {
  ScenarioResult made;
  made.id = "tokens/revoked";
  made.file = "scenarios/tokens/revoked.json";
  made.client = "my-app";
  made.status = ScenarioStatus::not_run;
  made.note = "not run: the run ended before it";
  made.repeats.runs = {ScenarioStatus::not_run};
  return made;
}

inline ScenarioResult invalid() {
  ScenarioResult made;
  made.id = "multi_org/misspelt";
  made.file = "scenarios/multi_org/misspelt.json";
  made.client = "my-app";
  made.status = ScenarioStatus::invalid;
  made.diagnostics = {{"GC203",
                       {made.file, 9, 17},
                       R"(    { "when": { "endpont": "token" } })",
                       9,
                       R"(unknown key "endpont" in a rule's "when")",
                       R"(did you mean "endpoint"?)",
                       std::nullopt,
                       ""}};
  return made;
}

inline RunResult run_of(std::vector<ScenarioResult> scenarios) {
  RunResult made;
  made.scenarios = std::move(scenarios);
  for (auto& scenario : made.scenarios) scenario.footing = footing_of(scenario.journal);
  made.client = "my-app";
  made.took = 2500ms;
  return made;
}

/// One of each status.
inline RunResult mixed_run() {
  return run_of({passed("multi_org/healthy_two_org_refresh", 12ms), hammering_client(), lost_answer(), flaky(),
                 vacuous(), skipped(), broken(), invalid(), unrun()});
}

}  // namespace gcmock::testing_results
