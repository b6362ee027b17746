// Keys, in the order of docs/formats.md.
#include "scenario/shapes.h"

#include <array>

namespace gcmock {
namespace {

constexpr auto required = Need::required;

constexpr Key world_keys[] = {{"$schema"},
                              {"dialect"},
                              {"region"},
                              {"starts_at"},
                              {"token_errors"},
                              {"scopes_judged_at"},
                              {"roles_judged_at"},
                              {"refresh"},
                              {"code_lifetime"},
                              {"consent"},
                              {"integration_types"},
                              {"limit_answers"},
                              {"answers"},
                              {"orgs", required, R"({ "primary": { … } })"}};
constexpr Key refresh_keys[] = {{"rotation"}, {"reuse_detection"}, {"grace_window"}};
constexpr Key org_keys[] = {{"id"},
                            {"name"},
                            {"status"},
                            {"scope_enforcement"},
                            {"client_under_test"},
                            {"roles"},
                            {"users"},
                            {"clients"},
                            {"authorizations"},
                            {"details"},
                            {"products"},
                            {"default_roles"},
                            {"role_settings"},
                            {"capacity"},
                            {"divisions"},
                            {"home_division"},
                            {"integrations"},
                            {"compliance"},
                            {"idle_timeout"},
                            {"max_clients"},
                            {"kind"},
                            {"groups"},
                            {"trusts"},
                            {"pairings"},
                            {"limits"},
                            {"access_tokens"},
                            {"refresh_tokens"},
                            {"codes"},
                            {"saml_assertions"}};
constexpr Key details_keys[] = {
    {"domain"}, {"default_language"}, {"default_country_code"}, {"support_uri"}, {"version"}};
constexpr Key role_keys[] = {{"name"}, {"description"}, {"permissions"}, {"default_role"}};
constexpr Key role_settings_keys[] = {{"backfill"}, {"division_aware_grants"}};
constexpr Key capacity_keys[] = {{"roles"}, {"divisions"}, {"roles_per_subject"}};
constexpr Key division_keys[] = {{"name"}, {"description"}};
constexpr Key integration_type_keys[] = {
    {"name"},          {"description"},      {"vendor_name"},    {"provider"},          {"category"},
    {"max_instances"}, {"user_permissions"}, {"vendor_clients"}, {"properties_schema"}, {"advanced_schema"}};
constexpr Key integration_keys[] = {{"type", required, R"("premium-app-example")"},
                                    {"name"},
                                    {"notes"},
                                    {"state"},
                                    {"version"},
                                    {"properties"},
                                    {"advanced"},
                                    {"credentials"}};
constexpr Key user_keys[] = {{"id"}, {"name"}, {"email"}, {"status"}, {"roles"}, {"role_divisions"}};
constexpr Key client_keys[] = {{"name"},
                               {"description"},
                               {"secret"},
                               {"authorized_grant_types", required, R"(["CODE"])"},
                               {"scopes"},
                               {"redirect_uris"},
                               {"roles"},
                               {"role_divisions"},
                               {"required_roles"},
                               {"state"},
                               {"proof_key"},
                               {"access_token_lifetime"},
                               {"refresh_token_lifetime"}};
constexpr Key authorization_keys[] = {{"state"}, {"scopes"}, {"roles"}, {"role_divisions"}};
constexpr Key group_keys[] = {{"id"}, {"name"}, {"members"}};
constexpr Key trust_keys[] = {{"enabled"}, {"users"}, {"groups"}, {"cloned_users"}, {"expires_in"}};
constexpr Key pairing_keys[] = {{"users"}, {"groups"}, {"expires_in"}};
constexpr Key trusted_member_keys[] = {{"roles"}};
constexpr Key limits_keys[] = {{"preset"},
                               {"token_requests"},
                               {"api_requests"},
                               {"api_requests_per_token"},
                               {"api_requests_per_user"},
                               {"api_requests_per_client"},
                               {"tokens_per_user"},
                               {"tokens_per_client"}};
constexpr Key limit_answers_keys[] = {{"wording"}, {"limit_member"}, {"token_endpoint"}};
constexpr Key answer_keys[] = {{"status"}, {"code"}, {"text"}};
constexpr Key limit_keys[] = {{"requests", required, "10"}, {"window", required, R"("1m")"}};
constexpr Key access_token_keys[] = {
    {"client", required, R"("client id")"}, {"user"}, {"home"}, {"scopes"}, {"value"}, {"expires_in"}, {"life"}};
constexpr Key refresh_token_keys[] = {{"client", required, R"("client id")"},
                                      {"user", required, R"("short name")"},
                                      {"home"},
                                      {"scopes"},
                                      {"value"},
                                      {"expires_in"},
                                      {"life"}};
constexpr Key code_keys[] = {{"client", required, R"("client id")"},
                             {"user", required, R"("short name")"},
                             {"home"},
                             {"scopes"},
                             {"value"},
                             {"expires_in"},
                             {"life"},
                             {"redirect_uri"},
                             {"code_challenge"}};

constexpr Key saml_assertion_keys[] = {{"user", required, R"("short name")"}, {"value"}, {"expires_in"}, {"life"}};

constexpr Key scenario_keys[] = {{"$schema"},
                                 {"title", required, R"("what must hold")"},
                                 {"source"},
                                 {"tags"},
                                 {"world", required, R"("../../fixtures/worlds/premium_app_two_orgs.json")"},
                                 {"world_changes"},
                                 {"client_settings"},
                                 {"time_limit"},
                                 {"server"},
                                 {"clock"},
                                 {"client_clock"},
                                 {"steps", required, R"([{ "do": "call", "org": "primary", "outcome": "ok" }])"},
                                 {"script"},
                                 {"expect"},
                                 {"waivers"}};
constexpr Key client_settings_keys[] = {{"client_id"},    {"client_secret"}, {"redirect_uri"},  {"refresh_token"},
                                        {"access_token"}, {"auth_code"},     {"saml_assertion"}};
constexpr Key server_keys[] = {{"scheme"}, {"ports"}, {"names"}, {"certificate"}, {"login_prefix"}, {"api_prefix"}};
constexpr Key step_keys[] = {{"do", required, R"("call")"},
                             {"org", required, R"("primary")"},
                             {"path"},
                             {"method"},
                             {"body"},
                             {"content_type"},
                             {"user"},
                             {"home"},
                             {"parallel"},
                             {"outcome"}};
constexpr Key clock_keys[] = {{"time"}, {"offset"}, {"factor"}};
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
constexpr Key fail_keys[] = {{"fail", required, "503"}, {"body"}, {"retry_after"}};
constexpr Key retry_after_keys[] = {{"date"}, {"text"}};
constexpr Key redirect_keys[] = {{"redirect", required, R"("https://login.other.example/oauth/token")"}, {"status"}};
constexpr Key set_keys[] = {{"set", required, R"({ "token_type": "mac" })"}};
constexpr Key set_headers_keys[] = {{"set_headers", required, R"({ "Content-Type": "text/plain" })"}};
constexpr Key replace_body_keys[] = {{"replace_body", required, R"("html")"}};
constexpr Key truncate_body_keys[] = {{"truncate_body", required, "10"}};
constexpr Key wrong_length_keys[] = {{"wrong_length", required, "10"}, {"then"}};
constexpr Key broken_chunks_keys[] = {{"broken_chunks", required, R"("bad_size")"}};
constexpr Key drawn_time_keys[] = {{"uniform"}, {"lognormal"}};
constexpr Key lognormal_keys[] = {{"median", required, R"("200ms")"}, {"sigma", required, "0.5"}, {"at_most"}};
constexpr Key drip_action_keys[] = {{"drip", required, R"({ "bytes": 5, "every": "20ms" })"}};
constexpr Key drip_keys[] = {{"bytes", required, "5"}, {"every", required, R"("20ms")"}};
constexpr Key gate_action_keys[] = {{"gate", required, R"({ "until": 2 })"}};
constexpr Key gate_keys[] = {{"until", required, "2"}, {"quiet"}, {"release"}, {"name"}};
constexpr Key silence_keys[] = {{"silence", required, R"("before_headers")"}};
constexpr Key garbage_keys[] = {{"garbage", required, "64"}};
constexpr Key close_idle_keys[] = {{"close_idle", required, R"("at_next_request")"}};
constexpr Key next_connections_keys[] = {{"next_connections", required, R"("refused")"}, {"count"}};
constexpr Key delay_keys[] = {{"delay", required, R"("200ms")"}};
constexpr Key cut_keys[] = {{"cut", required, R"("before_headers")"}, {"how"}};
constexpr Key omit_keys[] = {{"omit", required, R"(["refresh_token"])"}};
constexpr Key event_client_keys[] = {{"org", required, R"("primary")"}, {"client", required, R"("client id")"}};
constexpr Key event_client_state_keys[] = {
    {"org", required, R"("primary")"}, {"client", required, R"("client id")"}, {"state", required, R"("disabled")"}};
constexpr Key event_authorization_keys[] = {
    {"org", required, R"("primary")"}, {"client", required, R"("client id")"}, {"state", required, R"("revoked")"}};
constexpr Key event_scopes_keys[] = {{"org", required, R"("primary")"},
                                     {"client", required, R"("client id")"},
                                     {"scopes", required, R"(["users:readonly"])"}};
constexpr Key event_roles_keys[] = {
    {"org", required, R"("primary")"}, {"client"}, {"user"}, {"roles", required, R"(["admin"])"}};
constexpr Key event_holder_keys[] = {{"org", required, R"("primary")"}, {"client"}, {"user"}};
constexpr Key event_token_keys[] = {{"token", required, R"("primary/refresh-main")"}};
constexpr Key event_org_status_keys[] = {{"org", required, R"("primary")"}, {"status", required, R"("inactive")"}};
constexpr Key event_user_status_keys[] = {
    {"org", required, R"("primary")"}, {"user", required, R"("alice")"}, {"status", required, R"("inactive")"}};
constexpr Key event_limit_keys[] = {
    {"org", required, R"("primary")"}, {"limit", required, R"("token_requests")"}, {"requests"}, {"window"}};
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
                                {"requires"},
                                {"environment"},
                                {"server"},
                                {"exit_codes"},
                                {"time_limit"},
                                {"grace"},
                                {"quiet"}};
constexpr Key needs_keys[] = {{"programs"}, {"files"}};

}  // namespace

namespace shapes {

constexpr Shape world{"world", "the world", world_keys};
constexpr Shape refresh{"world#refresh", "\"refresh\"", refresh_keys};
constexpr Shape org{"world#org", "an org", org_keys};
constexpr Shape details{"world#details", "\"details\"", details_keys};
constexpr Shape role{"world#role", "a role", role_keys};
constexpr Shape role_settings{"world#role_settings", "\"role_settings\"", role_settings_keys};
constexpr Shape capacity{"world#capacity", "\"capacity\"", capacity_keys};
constexpr Shape division{"world#division", "a division", division_keys};
constexpr Shape integration_type{"world#integration_type", "an integration type", integration_type_keys};
constexpr Shape integration{"world#integration", "an integration", integration_keys};
constexpr Shape user{"world#user", "a user", user_keys};
constexpr Shape client{"world#client", "a client", client_keys};
constexpr Shape authorization{"world#authorization", "an authorization", authorization_keys};
constexpr Shape group{"world#group", "a group", group_keys};
constexpr Shape trust{"world#trust", "a trust", trust_keys};
constexpr Shape pairing{"world#pairing", "a pairing", pairing_keys};
constexpr Shape trusted_member{"world#trusted_member", "a member of a trust", trusted_member_keys};
constexpr Shape limits{"world#limits", "\"limits\"", limits_keys};
constexpr Shape limit{"world#limit", "a limit", limit_keys};
constexpr Shape limit_answers{"world#limit_answers", "\"limit_answers\"", limit_answers_keys};
constexpr Shape answer{"world#answer", "an answer", answer_keys};
constexpr Shape access_token{"world#access_token", "an access token", access_token_keys};
constexpr Shape refresh_token{"world#refresh_token", "a refresh token", refresh_token_keys};
constexpr Shape code{"world#code", "a code", code_keys};
constexpr Shape saml_assertion{"world#saml_assertion", "a SAML assertion", saml_assertion_keys};

constexpr Shape scenario{"scenario", "the scenario", scenario_keys};
constexpr Shape client_settings{"scenario#client_settings", "the client settings of an org", client_settings_keys};
constexpr Shape server{"scenario#server", "\"server\"", server_keys};
constexpr Shape clock{"scenario#clock", "\"clock\"", clock_keys};
constexpr Shape step{"scenario#call", "a step", step_keys};
constexpr Shape advance{"scenario#advance", "a step that moves the clock", advance_keys};
constexpr Shape rule{"scenario#rule", "a rule", rule_keys};
constexpr Shape when{"scenario#when", "a rule's \"when\"", when_keys};
constexpr Shape earlier{"scenario#earlier", "a rule's \"after\"", earlier_keys};
constexpr Shape refuse{"scenario#refuse", "the action \"refuse\"", refuse_keys};
constexpr Shape respond_action{"scenario#respond_action", "the action \"respond\"", respond_action_keys};
constexpr Shape respond{"scenario#respond", "\"respond\"", respond_keys};
constexpr Shape fail{"scenario#fail", "the action \"fail\"", fail_keys};
constexpr Shape retry_after{"scenario#retry_after", "\"retry_after\"", retry_after_keys};
constexpr Shape redirect{"scenario#redirect", "the action \"redirect\"", redirect_keys};
constexpr Shape set{"scenario#set", "the action \"set\"", set_keys};
constexpr Shape set_headers{"scenario#set_headers", "the action \"set_headers\"", set_headers_keys};
constexpr Shape replace_body{"scenario#replace_body", "the action \"replace_body\"", replace_body_keys};
constexpr Shape truncate_body{"scenario#truncate_body", "the action \"truncate_body\"", truncate_body_keys};
constexpr Shape wrong_length{"scenario#wrong_length", "the action \"wrong_length\"", wrong_length_keys};
constexpr Shape broken_chunks{"scenario#broken_chunks", "the action \"broken_chunks\"", broken_chunks_keys};
constexpr Shape drawn_time{"scenario#drawn_time", "\"delay\"", drawn_time_keys};
constexpr Shape lognormal{"scenario#lognormal", "\"lognormal\"", lognormal_keys};
constexpr Shape drip_action{"scenario#drip_action", "the action \"drip\"", drip_action_keys};
constexpr Shape drip{"scenario#drip", "\"drip\"", drip_keys};
constexpr Shape gate_action{"scenario#gate_action", "the action \"gate\"", gate_action_keys};
constexpr Shape gate{"scenario#gate", "\"gate\"", gate_keys};
constexpr Shape silence{"scenario#silence", "the action \"silence\"", silence_keys};
constexpr Shape garbage{"scenario#garbage", "the action \"garbage\"", garbage_keys};
constexpr Shape close_idle{"scenario#close_idle", "the action \"close_idle\"", close_idle_keys};
constexpr Shape next_connections{"scenario#next_connections", "the action \"next_connections\"", next_connections_keys};
constexpr Shape delay{"scenario#delay", "the action \"delay\"", delay_keys};
constexpr Shape cut{"scenario#cut", "the action \"cut\"", cut_keys};
constexpr Shape omit{"scenario#omit", "the action \"omit\"", omit_keys};
constexpr Shape event_client{"scenario#event_client", R"(the event of a client)", event_client_keys};
constexpr Shape event_client_state{"scenario#event_client_state", R"("set_client_state")", event_client_state_keys};
constexpr Shape event_authorization{"scenario#event_authorization", R"("set_authorization")", event_authorization_keys};
constexpr Shape event_scopes{"scenario#event_scopes", R"("give_scopes" or "take_scopes")", event_scopes_keys};
constexpr Shape event_roles{"scenario#event_roles", R"("give_roles" or "take_roles")", event_roles_keys};
constexpr Shape event_holder{"scenario#event_holder", R"("revoke_tokens")", event_holder_keys};
constexpr Shape event_token{"scenario#event_token", R"(the event of a token)", event_token_keys};
constexpr Shape event_org_status{"scenario#event_org_status", R"("set_org_status")", event_org_status_keys};
constexpr Shape event_user_status{"scenario#event_user_status", R"("set_user_status")", event_user_status_keys};
constexpr Shape event_limit{"scenario#event_limit", R"("set_limit")", event_limit_keys};
constexpr Shape expect{"scenario#expect", "\"expect\"", expect_keys};
constexpr Shape count{"scenario#count", "an expectation on exchanges", count_keys};
constexpr Shape pattern{"scenario#pattern", "a pattern", pattern_keys};
constexpr Shape never{"scenario#never", "a pattern under \"never\"", never_keys};
constexpr Shape after{"scenario#after", "\"after\"", after_keys};
constexpr Shape ledger{"scenario#ledger", "an expectation on the ledger", ledger_keys};
constexpr Shape waiver{"scenario#waiver", "a waiver", waiver_keys};

constexpr Shape profile{"client", "the client profile", profile_keys};
constexpr Shape needs{"client#requires", "\"requires\"", needs_keys};
constexpr Shape server_of_client{"client#server", "\"server\"", server_keys};

}  // namespace shapes

std::span<const Shape* const> all_shapes() {
  static constexpr std::array all = {&shapes::world,
                                     &shapes::refresh,
                                     &shapes::org,
                                     &shapes::details,
                                     &shapes::role,
                                     &shapes::role_settings,
                                     &shapes::capacity,
                                     &shapes::division,
                                     &shapes::integration_type,
                                     &shapes::integration,
                                     &shapes::user,
                                     &shapes::client,
                                     &shapes::authorization,
                                     &shapes::group,
                                     &shapes::trust,
                                     &shapes::trusted_member,
                                     &shapes::pairing,
                                     &shapes::limits,
                                     &shapes::limit,
                                     &shapes::limit_answers,
                                     &shapes::answer,
                                     &shapes::access_token,
                                     &shapes::refresh_token,
                                     &shapes::code,
                                     &shapes::saml_assertion,
                                     &shapes::scenario,
                                     &shapes::client_settings,
                                     &shapes::server,
                                     &shapes::clock,
                                     &shapes::step,
                                     &shapes::advance,
                                     &shapes::rule,
                                     &shapes::when,
                                     &shapes::earlier,
                                     &shapes::refuse,
                                     &shapes::respond_action,
                                     &shapes::respond,
                                     &shapes::fail,
                                     &shapes::retry_after,
                                     &shapes::redirect,
                                     &shapes::set,
                                     &shapes::set_headers,
                                     &shapes::replace_body,
                                     &shapes::truncate_body,
                                     &shapes::wrong_length,
                                     &shapes::broken_chunks,
                                     &shapes::drawn_time,
                                     &shapes::lognormal,
                                     &shapes::drip_action,
                                     &shapes::drip,
                                     &shapes::gate_action,
                                     &shapes::gate,
                                     &shapes::silence,
                                     &shapes::garbage,
                                     &shapes::close_idle,
                                     &shapes::next_connections,
                                     &shapes::delay,
                                     &shapes::cut,
                                     &shapes::omit,
                                     &shapes::event_client,
                                     &shapes::event_client_state,
                                     &shapes::event_authorization,
                                     &shapes::event_scopes,
                                     &shapes::event_roles,
                                     &shapes::event_holder,
                                     &shapes::event_token,
                                     &shapes::event_org_status,
                                     &shapes::event_user_status,
                                     &shapes::event_limit,
                                     &shapes::expect,
                                     &shapes::count,
                                     &shapes::pattern,
                                     &shapes::never,
                                     &shapes::after,
                                     &shapes::ledger,
                                     &shapes::waiver,
                                     &shapes::profile,
                                     &shapes::needs,
                                     &shapes::server_of_client};
  return all;
}

}  // namespace gcmock
