// Tests of worlds: what a file means, what is generated, what the client under test is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/harness/scenario.h"
#include "gcmock/seams/seams.h"
#include "scenario/texts_for_tests.h"

namespace gcmock {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Key;

std::string world_file(const std::string& name) {
  return std::string(GCMOCK_SOURCE_DIR) + "/fixtures/worlds/" + name + ".json";
}

LoadedWorld load(const std::string& text, LoadOptions options = {}) {
  const TestFolder folder;
  return load_world(folder.write("world.json", text), options);
}

/// One org `acme` with one client `app`, a user `ada`, and what else `members` says.
std::string acme_with(const std::string& members) {
  return R"({ "orgs": { "acme": { "users": { "ada": {} },
    "clients": { "app": { "authorized_grant_types": ["CODE"], "redirect_uris": ["https://a.example/cb"], "access_token_lifetime": "1h" } }, )" +
         members + " } } }";
}

const Org& acme(const LoadedWorld& loaded) {
  return loaded.world->orgs.at(OrgName("acme"));
}

TEST(WorldLoader, ReadsTheReportedWorld) {
  const LoadedWorld loaded = load_world(world_file("premium_app_two_orgs"));

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const Org& secondary = loaded.world->orgs.at(OrgName("secondary"));
  const OAuthClient& client = secondary.clients.at(ClientId("prod_app_client_xyz"));
  EXPECT_EQ(loaded.world->dialect, Dialect::reported);
  EXPECT_EQ(loaded.world->scopes_judged_at, JudgedAt::token_request);
  EXPECT_EQ(secondary.details.display_name, "Secondary Org");
  EXPECT_EQ(client.access_token_lifetime, 24h);
  EXPECT_THAT(client.authorized_grant_types, ElementsAre(GrantType::authorization_code, GrantType::refresh_token));
  EXPECT_EQ(secondary.users.at(UserName("bob")).email, "bob@secondary.example.com");
  EXPECT_EQ(secondary.refresh_tokens.at(0).client, client.id);
}

TEST(WorldLoader, JudgesScopesWhereTheDialectDoes) {
  const LoadedWorld genesys = load(R"({ "orgs": {} })");
  const LoadedWorld changed = load(R"({ "dialect": "reported", "roles_judged_at": "api_request", "orgs": {} })");

  EXPECT_EQ(genesys.world->scopes_judged_at, JudgedAt::api_request);
  EXPECT_EQ(changed.world->scopes_judged_at, JudgedAt::token_request);
  EXPECT_EQ(changed.world->roles_judged_at, JudgedAt::api_request);
}

TEST(WorldLoader, ReadsWhatIsAskedAtLogin) {
  const LoadedWorld loaded = load(R"({ "consent": "page", "orgs": { "acme": { "scope_enforcement": "on" } } })");
  const LoadedWorld usual = load(R"({ "orgs": { "acme": {} } })");

  EXPECT_EQ(loaded.world->consent, Consent::page);
  EXPECT_EQ(acme(loaded).scope_enforcement, ScopeEnforcement::on);
  EXPECT_EQ(usual.world->consent, Consent::auto_approve);
  EXPECT_EQ(acme(usual).scope_enforcement, ScopeEnforcement::off);
}

TEST(WorldLoader, ReadsAssertionsWhichLastFiveMinutesAndGoToTheClient) {
  const LoadedWorld loaded = load(acme_with(
      R"("saml_assertions": { "main": { "user": "ada" }, "old": { "user": "ada", "value": "PHNhbWw+", "life": "spent", "expires_in": null } })"));

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const auto& assertions = acme(loaded).saml_assertions;
  EXPECT_EQ(assertions.at(0).user, UserName("ada"));
  EXPECT_EQ(assertions.at(0).expires_in, 5min);
  EXPECT_EQ(assertions.at(0).value, SeededIds(1).credential(CredentialKind::saml_assertion, "acme/assertion-main"));
  EXPECT_EQ(assertions.at(1).life, InitialLife::spent);
  EXPECT_FALSE(assertions.at(1).expires_in);
  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).saml_assertion, assertions.at(0).value);
}

TEST(WorldLoader, ReadsWhatBindsTheTokensAndClientsOfAnOrg) {
  const LoadedWorld plain = load(acme_with(R"("status": "active")"));
  const LoadedWorld set = load(acme_with(R"("idle_timeout": "30m", "max_clients": 3)"));
  const LoadedWorld hipaa = load(acme_with(R"("compliance": "hipaa")"));
  const LoadedWorld for_ever = load(acme_with(R"("compliance": "hipaa", "idle_timeout": null)"));

  EXPECT_EQ(acme(plain).idle_timeout, std::nullopt);
  EXPECT_EQ(acme(plain).max_clients, std::nullopt);
  EXPECT_EQ(acme(set).idle_timeout, 30min);
  EXPECT_EQ(acme(set).max_clients, 3);
  EXPECT_EQ(acme(hipaa).compliance, Compliance::hipaa);
  EXPECT_EQ(acme(hipaa).idle_timeout, 15min);
  EXPECT_EQ(acme(for_ever).idle_timeout, std::nullopt);
}

TEST(WorldLoader, TellsWhatIsNoCompliance) {
  const LoadedWorld wrong = load(acme_with(R"("compliance": "hippa", "idle_timeout": "0s", "max_clients": -1)"));

  EXPECT_EQ(codes_of(wrong.diagnostics), "GC204 GC401 GC205") << text_of(wrong.diagnostics);
}

TEST(WorldLoader, GeneratesCredentialsByTheirLabels) {
  const LoadedWorld loaded = load_world(world_file("premium_app_two_orgs"), {.seed = 7});

  SeededIds ids(7);
  const Org& secondary = loaded.world->orgs.at(OrgName("secondary"));
  EXPECT_EQ(secondary.clients.at(ClientId("prod_app_client_xyz")).secret,
            ids.credential(CredentialKind::client_secret, "secondary/secret-prod_app_client_xyz"));
  EXPECT_EQ(secondary.refresh_tokens.at(0).value,
            ids.credential(CredentialKind::refresh_token, "secondary/refresh-main"));
  EXPECT_EQ(secondary.access_tokens.at(0).value, ids.credential(CredentialKind::access_token, "secondary/access-main"));
}

TEST(WorldLoader, GeneratesIdsThatDifferAndDoNotMoveWithTheRestOfTheWorld) {
  const LoadedWorld one = load(R"({ "orgs": { "a": { "users": { "u": {} } } } })");
  const LoadedWorld two = load(R"({ "orgs": { "a": { "users": { "t": {}, "u": {} } }, "b": {} } })");

  const Org& before = one.world->orgs.at(OrgName("a"));
  const Org& after = two.world->orgs.at(OrgName("a"));
  EXPECT_EQ(before.id, after.id);
  EXPECT_EQ(before.users.at(UserName("u")).id, after.users.at(UserName("u")).id);
  EXPECT_NE(after.id, two.world->orgs.at(OrgName("b")).id);
  EXPECT_NE(after.users.at(UserName("t")).id, after.users.at(UserName("u")).id);
}

TEST(WorldLoader, LetsTokensLastAsLongAsTheirClientSays) {
  const LoadedWorld loaded = load(acme_with(R"("access_tokens": { "main": { "client": "app", "user": "ada" } },
    "refresh_tokens": { "main": { "client": "app", "user": "ada" }, "old": { "client": "app", "user": "ada", "expires_in": "-1h" } },
    "codes": { "main": { "client": "app", "user": "ada" }, "lasting": { "client": "app", "user": "ada", "expires_in": null } })"));

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  EXPECT_EQ(acme(loaded).access_tokens.at(0).expires_in, std::optional(std::chrono::seconds(1h)));
  EXPECT_EQ(acme(loaded).refresh_tokens.at(0).expires_in, std::nullopt);
  EXPECT_EQ(acme(loaded).refresh_tokens.at(1).expires_in, std::optional(std::chrono::seconds(-1h)));
  EXPECT_EQ(acme(loaded).codes.at(0).expires_in, std::optional(std::chrono::seconds(5min)));
  EXPECT_EQ(acme(loaded).codes.at(1).expires_in, std::nullopt);
  EXPECT_EQ(acme(loaded).codes.at(0).redirect_uri, "https://a.example/cb");
}

TEST(WorldLoader, TakesAnEmptySecretForAPublicClient) {
  const LoadedWorld loaded =
      load(R"({ "orgs": { "acme": { "clients": { "app": { "secret": "", "authorized_grant_types": ["CODE"] } } } } })");

  EXPECT_EQ(acme(loaded).clients.at(ClientId("app")).secret, "");
}

TEST(ClientSettings, ComeFromTheRegisteringOrgForAVendorClient) {
  const LoadedWorld loaded = load_world(world_file("vendor_client_two_customers"));

  const Org& vendor = loaded.world->orgs.at(OrgName("vendor"));
  const ClientSettings& settings = loaded.client_settings.at(OrgName("customer_b"));
  const OAuthClient& registration = vendor.clients.begin()->second;
  EXPECT_EQ(settings.client_id, registration.id.value);
  EXPECT_EQ(settings.client_secret, registration.secret);
  EXPECT_EQ(settings.redirect_uri, "https://app.example.com/oauth/callback");
  EXPECT_EQ(settings.refresh_token, loaded.world->orgs.at(OrgName("customer_b")).refresh_tokens.at(0).value);
}

std::string two_clients_with(const std::string& members) {
  return R"({ "orgs": { "acme": { "users": { "ada": {} },
    "clients": { "app": { "authorized_grant_types": ["CODE"] }, "other": { "authorized_grant_types": ["CODE"] } }, )" +
         members + " } } }";
}

TEST(ClientSettings, AreOfTheClientThatTheOrgNames) {
  const LoadedWorld loaded = load(two_clients_with(R"("client_under_test": "other")"));

  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).client_id, "other");
}

TEST(ClientSettings, AreOfTheClientOfTheMainTokenWhereTheOrgNamesNone) {
  const LoadedWorld loaded = load(two_clients_with(R"("refresh_tokens": {
    "main": { "client": "other", "user": "ada" }, "second": { "client": "app", "user": "ada" } })"));

  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).client_id, "other");
  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).refresh_token, acme(loaded).refresh_tokens.at(0).value);
}

TEST(ClientSettings, AreLeftOutWhereTheClientIsNotClear) {
  const LoadedWorld loaded = load(two_clients_with(R"("status": "active")"));

  EXPECT_THAT(loaded.client_settings, IsEmpty());
}

TEST(ClientSettings, HoldTheOnlyTokenWhateverItsName) {
  const LoadedWorld loaded = load(acme_with(R"("refresh_tokens": { "lonely": { "client": "app", "user": "ada" } })"));

  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).refresh_token, acme(loaded).refresh_tokens.at(0).value);
}

TEST(ClientSettings, HoldTheRedirectUriOfTheCodeThatWaits) {
  const LoadedWorld loaded = load(acme_with(
      R"("codes": { "main": { "client": "app", "user": "ada", "redirect_uri": "https://a.example/other" } })"));

  EXPECT_EQ(loaded.client_settings.at(OrgName("acme")).redirect_uri, "https://a.example/other");
}

TEST(WorldPlaces, PointToKeysAndListItems) {
  const LoadedWorld loaded = load(
      "{\n \"orgs\": {\n  \"a\": { \"clients\": {\n   \"x/y\": { \"authorized_grant_types\": [\"CODE\"] } } }\n } }");

  EXPECT_EQ(loaded.places.find("/orgs/a/clients/x~1y")->stated->line, 4);
  EXPECT_EQ(loaded.places.find("/orgs/a/clients/x~1y/authorized_grant_types/0")->stated->column, 40);
  EXPECT_EQ(loaded.places.find("/orgs/a/clients/x~1y/state")->stated->line, 4)
      << "what is not stated is found at what holds it";
  EXPECT_EQ(loaded.places.find("/orgs/none")->stated->line, 2);
}

class ShippedWorlds : public testing::TestWithParam<std::string> {};

TEST_P(ShippedWorlds, LoadWithoutMistakes) {
  const LoadedWorld loaded = load_world(GetParam());

  EXPECT_EQ(text_of(loaded.diagnostics), "");
}

std::vector<std::string> shipped_worlds() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(GCMOCK_SOURCE_DIR) + "/fixtures/worlds")) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

INSTANTIATE_TEST_SUITE_P(Each, ShippedWorlds, testing::ValuesIn(shipped_worlds()),
                         [](const auto& param) { return std::filesystem::path(param.param).stem().string(); });

TEST(WorldLoader, ReadsEachLimit) {
  const LoadedWorld loaded = load(acme_with(R"("limits": {
    "token_requests": { "requests": 1, "window": "1m" }, "api_requests": { "requests": 2, "window": "2m" },
    "api_requests_per_token": { "requests": 3, "window": "3m" }, "api_requests_per_user": { "requests": 4, "window": "4m" },
    "api_requests_per_client": { "requests": 5, "window": "5m" }, "tokens_per_user": 6, "tokens_per_client": 7 })"));

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  EXPECT_EQ(acme(loaded).token_requests, (RateLimit{1, 1min}));
  EXPECT_EQ(acme(loaded).api_requests, (RateLimit{2, 2min}));
  EXPECT_EQ(acme(loaded).api_requests_per_token, (RateLimit{3, 3min}));
  EXPECT_EQ(acme(loaded).api_requests_per_user, (RateLimit{4, 4min}));
  EXPECT_EQ(acme(loaded).api_requests_per_client, (RateLimit{5, 5min}));
  EXPECT_EQ(acme(loaded).tokens_per_user, 6);
  EXPECT_EQ(acme(loaded).tokens_per_client, 7);
}

TEST(WorldLoader, LimitsNothingUnlessItIsSaid) {
  const LoadedWorld none = load(acme_with(R"("limits": { "preset": "none" })"));
  const LoadedWorld vendor = load(
      acme_with(R"("limits": { "preset": "vendor", "api_requests_per_token": { "requests": 180, "window": "1m" } })"));

  EXPECT_EQ(acme(none).api_requests_per_token, std::nullopt);
  EXPECT_EQ(acme(none).tokens_per_user, std::nullopt);
  EXPECT_EQ(acme(vendor).api_requests_per_token, (RateLimit{180, 1min}));
  EXPECT_EQ(acme(vendor).api_requests_per_user, (RateLimit{3000, 1min}));
  EXPECT_EQ(acme(vendor).tokens_per_user, 10);
  EXPECT_EQ(acme(vendor).tokens_per_client, std::nullopt);
}

TEST(WorldLoader, ReadsWhatAWorldAnswersOtherwise) {
  const LoadedWorld loaded = load(R"({ "orgs": {},
    "limit_answers": { "wording": "requests_in_window", "limit_member": "sent", "token_endpoint": "oauth" },
    "answers": { "refresh_token_expired": { "status": 401, "code": "invalid_grant", "text": "expired" },
                 "rate_limited": { "text": "wait %s" } } })");

  ASSERT_TRUE(loaded.world.has_value()) << text_of(loaded.diagnostics);
  const World& world = *loaded.world;
  EXPECT_EQ(world.limit_answers,
            (LimitAnswers{LimitWording::requests_in_window, LimitMember::sent, TokenLimitShape::oauth}));
  EXPECT_EQ(world.answers.at(RefusalReason::refresh_token_expired), (AnswerOverride{401, "invalid_grant", "expired"}));
  EXPECT_EQ(world.answers.at(RefusalReason::rate_limited), (AnswerOverride{{}, {}, "wait %s"}));
}

}  // namespace
}  // namespace gcmock
