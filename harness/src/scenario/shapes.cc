// Keys, in the order of docs/formats.md.
#include "scenario/shapes.h"

#include <array>

namespace gcmock {
namespace {

constexpr auto required = Need::required;

constexpr Key world_keys[] = {{"$schema"},         {"dialect"},
                              {"region"},          {"starts_at"},
                              {"token_errors"},    {"scopes_judged_at"},
                              {"roles_judged_at"}, {"refresh"},
                              {"code_lifetime"},   {"orgs", required, R"({ "primary": { … } })"}};
constexpr Key refresh_keys[] = {{"rotation"}, {"reuse_detection"}, {"grace_window"}};
constexpr Key org_keys[] = {{"id"},     {"name"},          {"status"},         {"client_under_test"},
                            {"roles"},  {"users"},         {"clients"},        {"authorizations"},
                            {"limits"}, {"access_tokens"}, {"refresh_tokens"}, {"codes"}};
constexpr Key user_keys[] = {{"id"}, {"name"}, {"email"}, {"status"}, {"roles"}};
constexpr Key client_keys[] = {{"name"},
                               {"description"},
                               {"secret"},
                               {"authorized_grant_types", required, R"(["CODE"])"},
                               {"scopes"},
                               {"redirect_uris"},
                               {"roles"},
                               {"required_roles"},
                               {"state"},
                               {"proof_key"},
                               {"access_token_lifetime"},
                               {"refresh_token_lifetime"}};
constexpr Key authorization_keys[] = {{"state"}, {"scopes"}, {"roles"}};
constexpr Key limits_keys[] = {{"token_requests"}, {"api_requests"}};
constexpr Key limit_keys[] = {{"requests", required, "10"}, {"window", required, R"("1m")"}};
constexpr Key access_token_keys[] = {
    {"client", required, R"("client id")"}, {"user"}, {"scopes"}, {"value"}, {"expires_in"}, {"life"}};
constexpr Key refresh_token_keys[] = {{"client", required, R"("client id")"},
                                      {"user", required, R"("short name")"},
                                      {"scopes"},
                                      {"value"},
                                      {"expires_in"},
                                      {"life"}};
constexpr Key code_keys[] = {{"client", required, R"("client id")"},
                             {"user", required, R"("short name")"},
                             {"scopes"},
                             {"value"},
                             {"expires_in"},
                             {"life"},
                             {"redirect_uri"},
                             {"code_challenge"}};

constexpr Key scenario_keys[] = {{"$schema"},
                                 {"title", required, R"("what must hold")"},
                                 {"source"},
                                 {"tags"},
                                 {"world", required, R"("../../fixtures/worlds/premium_app_two_orgs.json")"},
                                 {"world_changes"},
                                 {"client_settings"},
                                 {"time_limit"},
                                 {"steps", required, R"([{ "do": "call", "org": "primary", "outcome": "ok" }])"},
                                 {"script"},
                                 {"expect"},
                                 {"waivers"}};
constexpr Key client_settings_keys[] = {{"client_id"},     {"client_secret"}, {"redirect_uri"},
                                        {"refresh_token"}, {"access_token"},  {"auth_code"}};
constexpr Key step_keys[] = {{"do", required, R"("call")"},
                             {"org", required, R"("primary")"},
                             {"path"},
                             {"method"},
                             {"body"},
                             {"content_type"},
                             {"parallel"},
                             {"outcome"}};
constexpr Key advance_keys[] = {{"advance_clock", required, R"("25h")"}};
constexpr Key rule_keys[] = {{"when", required, R"({ "endpoint": "token", "nth": 1 })"},
                             {"stage", required, R"("after_settling")"},
                             {"do", required, R"({ "delay": "200ms" })"}};
constexpr Key when_keys[] = {{"endpoint"}, {"grant"},       {"org"},    {"client"}, {"user"},  {"method"},
                             {"path"},     {"headers"},     {"fields"}, {"nth"},    {"every"}, {"from"},
                             {"to"},       {"counted_per"}, {"after"},  {"since"},  {"until"}, {"probability"}};
constexpr Key earlier_keys[] = {{"endpoint"}, {"grant"},  {"org"},    {"client"},
                                {"user"},     {"method"}, {"status"}, {"refusal"}};
constexpr Key refuse_keys[] = {{"refuse", required, R"("rate_limited")"}, {"retry_after"}};
constexpr Key respond_action_keys[] = {{"respond", required, R"({ "status": 503 })"}};
constexpr Key respond_keys[] = {{"status", required, "503"}, {"headers"}, {"body"}};
constexpr Key delay_keys[] = {{"delay", required, R"("200ms")"}};
constexpr Key cut_keys[] = {{"cut", required, R"("before_headers")"}, {"how"}};
constexpr Key omit_keys[] = {{"omit", required, R"(["refresh_token"])"}};
constexpr Key expect_keys[] = {{"exchanges"}, {"never"}, {"in_order"}, {"ledger"}};
constexpr Key count_keys[] = {
    {"match", required, R"({ "endpoint": "token" })"}, {"exactly"}, {"at_least"}, {"at_most"}};
constexpr Key pattern_keys[] = {{"endpoint"}, {"grant"},  {"org"},     {"client"}, {"user"},   {"method"},
                                {"path"},     {"status"}, {"refusal"}, {"fields"}, {"headers"}};
constexpr Key never_keys[] = {{"endpoint"}, {"grant"},  {"org"},     {"client"}, {"user"},    {"method"},
                              {"path"},     {"status"}, {"refusal"}, {"fields"}, {"headers"}, {"after"}};
constexpr Key after_keys[] = {{"endpoint"}, {"grant"},  {"org"},     {"client"}, {"user"},    {"method"},
                              {"path"},     {"status"}, {"refusal"}, {"fields"}, {"headers"}, {"for"}};
constexpr Key ledger_keys[] = {{"refresh_token"}, {"access_token"}, {"live_refresh_tokens"}, {"live_access_tokens"}};
constexpr Key waiver_keys[] = {
    {"invariant", required, R"("I-12")"}, {"reason", required, R"("why")"}, {"expires", required, R"("2027-01-31")"}};

constexpr Key profile_keys[] = {{"$schema"},
                                {"name", required, R"("my client")"},
                                {"driver", required, R"("session")"},
                                {"command", required, R"(["node", "adapter.mjs"])"},
                                {"working_directory"},
                                {"install"},
                                {"environment"},
                                {"exit_codes"},
                                {"time_limit"},
                                {"grace"},
                                {"quiet"}};

}  // namespace

namespace shapes {

constexpr Shape world{"world", "the world", world_keys};
constexpr Shape refresh{"world#refresh", "\"refresh\"", refresh_keys};
constexpr Shape org{"world#org", "an org", org_keys};
constexpr Shape user{"world#user", "a user", user_keys};
constexpr Shape client{"world#client", "a client", client_keys};
constexpr Shape authorization{"world#authorization", "an authorization", authorization_keys};
constexpr Shape limits{"world#limits", "\"limits\"", limits_keys};
constexpr Shape limit{"world#limit", "a limit", limit_keys};
constexpr Shape access_token{"world#access_token", "an access token", access_token_keys};
constexpr Shape refresh_token{"world#refresh_token", "a refresh token", refresh_token_keys};
constexpr Shape code{"world#code", "a code", code_keys};

constexpr Shape scenario{"scenario", "the scenario", scenario_keys};
constexpr Shape client_settings{"scenario#client_settings", "the client settings of an org", client_settings_keys};
constexpr Shape step{"scenario#call", "a step", step_keys};
constexpr Shape advance{"scenario#advance", "a step that moves the clock", advance_keys};
constexpr Shape rule{"scenario#rule", "a rule", rule_keys};
constexpr Shape when{"scenario#when", "a rule's \"when\"", when_keys};
constexpr Shape earlier{"scenario#earlier", "a rule's \"after\"", earlier_keys};
constexpr Shape refuse{"scenario#refuse", "the action \"refuse\"", refuse_keys};
constexpr Shape respond_action{"scenario#respond_action", "the action \"respond\"", respond_action_keys};
constexpr Shape respond{"scenario#respond", "\"respond\"", respond_keys};
constexpr Shape delay{"scenario#delay", "the action \"delay\"", delay_keys};
constexpr Shape cut{"scenario#cut", "the action \"cut\"", cut_keys};
constexpr Shape omit{"scenario#omit", "the action \"omit\"", omit_keys};
constexpr Shape expect{"scenario#expect", "\"expect\"", expect_keys};
constexpr Shape count{"scenario#count", "an expectation on exchanges", count_keys};
constexpr Shape pattern{"scenario#pattern", "a pattern", pattern_keys};
constexpr Shape never{"scenario#never", "a pattern under \"never\"", never_keys};
constexpr Shape after{"scenario#after", "\"after\"", after_keys};
constexpr Shape ledger{"scenario#ledger", "an expectation on the ledger", ledger_keys};
constexpr Shape waiver{"scenario#waiver", "a waiver", waiver_keys};

constexpr Shape profile{"client", "the client profile", profile_keys};

}  // namespace shapes

std::span<const Shape* const> all_shapes() {
  static constexpr std::array all = {&shapes::world,
                                     &shapes::refresh,
                                     &shapes::org,
                                     &shapes::user,
                                     &shapes::client,
                                     &shapes::authorization,
                                     &shapes::limits,
                                     &shapes::limit,
                                     &shapes::access_token,
                                     &shapes::refresh_token,
                                     &shapes::code,
                                     &shapes::scenario,
                                     &shapes::client_settings,
                                     &shapes::step,
                                     &shapes::advance,
                                     &shapes::rule,
                                     &shapes::when,
                                     &shapes::earlier,
                                     &shapes::refuse,
                                     &shapes::respond_action,
                                     &shapes::respond,
                                     &shapes::delay,
                                     &shapes::cut,
                                     &shapes::omit,
                                     &shapes::expect,
                                     &shapes::count,
                                     &shapes::pattern,
                                     &shapes::never,
                                     &shapes::after,
                                     &shapes::ledger,
                                     &shapes::waiver,
                                     &shapes::profile};
  return all;
}

}  // namespace gcmock
