// Requests that name their credentials, put to the shipped worlds.
#include "inquiry/inquire.h"

#include "checking/world_or_scenario.h"

#include <gmock/gmock.h>

#include "inquiry/asker.h"
#include "inquiry/written_request.h"

namespace gcmock {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto refresh_of_secondary =
    "POST /api/v2/oauth/token grant_type=refresh_token&refresh_token=secondary/refresh-main";

Scenario world(const std::string& name) {
  const std::string file = GCMOCK_SOURCE_DIR "/fixtures/worlds/" + name + ".json";
  LoadedWorld loaded = load_world(file);
  EXPECT_TRUE(loaded.world) << file;
  return scenario_of_world(std::move(loaded), file);
}

Scenario scenario(const std::string& name) {
  LoadedScenario loaded = load_scenario(GCMOCK_SOURCE_DIR "/scenarios/" + name + ".json");
  EXPECT_TRUE(loaded.scenario) << name;
  return std::move(loaded.scenario).value();
}

Inquiry ask(const Scenario& of, const std::string& text, const std::string& as = "") {
  OfflineRequest request = read_request(text).request.value();
  EXPECT_EQ(introduce(request, as, of), "");
  return inquire(of, std::move(request), 1);
}

std::string mistake(const Scenario& of, const std::string& text, const std::string& as = "") {
  OfflineRequest request = read_request(text).request.value();
  return introduce(request, as, of);
}

TEST(Inquire, GrantsWhatTheWorldGrants) {
  const Inquiry inquiry = ask(world("premium_app_two_orgs"), refresh_of_secondary);

  EXPECT_EQ(inquiry.exchange.status, 200);
  EXPECT_FALSE(inquiry.exchange.refusal);
  EXPECT_THAT(inquiry.explanation.trail, Not(IsEmpty()));
  EXPECT_THAT(inquiry.exchange.answer_body, AllOf(HasSubstr("‹secondary/access-1›"), Not(HasSubstr("gcmock-"))));
}

TEST(Inquire, ExplainsARefusalInTheScenariosWorld) {
  const Inquiry inquiry = ask(scenario("reported_403/unregistered_secondary_client"), refresh_of_secondary);

  EXPECT_EQ(inquiry.exchange.refusal, RefusalReason::client_not_registered_in_org);
  EXPECT_THAT(inquiry.explanation.decided_at, HasSubstr("removed by world_changes at line"));
}

TEST(Inquire, AsksAsTheOneWhoIsNamed) {
  const Scenario two_orgs = world("premium_app_two_orgs");

  EXPECT_EQ(ask(two_orgs, "GET /api/v2/users/me", "primary").exchange.subject.user, UserName("alice"));
  EXPECT_EQ(ask(two_orgs, "GET /api/v2/users/me", "secondary/access-main").exchange.subject.user, UserName("bob"));
  EXPECT_EQ(ask(two_orgs, refresh_of_secondary, "nobody").exchange.refusal,
            RefusalReason::client_authentication_missing);
  EXPECT_EQ(ask(two_orgs, refresh_of_secondary, "primary/prod_app_client_xyz").exchange.refusal,
            RefusalReason::client_secret_wrong);
}

TEST(Inquire, FindsTheSecretOfAVendorsClientWhereItIsRegistered) {
  const Scenario vendor = world("vendor_client_two_customers");
  const auto refresh = "POST /oauth/token grant_type=refresh_token&refresh_token=customer_a/refresh-main";

  EXPECT_EQ(ask(vendor, refresh).exchange.status, 200);
  EXPECT_EQ(ask(vendor, refresh, "customer_b/08a2a69c-1ed5-4719-9094-96a7d55ba07c").exchange.status, 200);
}

TEST(Inquire, UnderstandsNamesInHeadersAndForms) {
  const Scenario two_orgs = world("premium_app_two_orgs");

  EXPECT_EQ(ask(two_orgs, "GET /api/v2/users/me\nAuthorization: Bearer primary/access-main\n").exchange.subject.user,
            UserName("alice"));
  EXPECT_EQ(ask(two_orgs, std::string(refresh_of_secondary) +
                              "&client_id=prod_app_client_xyz&client_secret=" + "secondary/secret-prod_app_client_xyz")
                .exchange.status,
            200);
}

TEST(Inquire, NamesWhatWasProbablyMeant) {
  const Scenario two_orgs = world("premium_app_two_orgs");

  EXPECT_THAT(mistake(two_orgs, "POST /oauth/token grant_type=refresh_token&refresh_token=secondary/refresh-mian"),
              HasSubstr("did you mean \"secondary/refresh-main\"?"));
  EXPECT_THAT(mistake(two_orgs, "GET /api/v2/users/me", "secondry"), HasSubstr("did you mean \"secondary\"?"));
  EXPECT_THAT(mistake(two_orgs, "GET /api/v2/users/me", "secondary/refresh-main"), HasSubstr("is no access token"));
  EXPECT_THAT(mistake(two_orgs, "GET /api/v2/users/me", "secondary/prod_app_client_xyz"),
              HasSubstr("at the token endpoint"));
}

}  // namespace
}  // namespace gcmock
