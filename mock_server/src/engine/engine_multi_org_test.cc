// Two orgs, one client: what goes wrong in one stays there, and each dialect says it in its own words.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using testing::HasSubstr;

const std::string report_body =
    R"({"message": "Access denied. The client does not have permission to access this resource.", "status": 403})";

TEST(ReportedWorld, RefusesTheSecondaryOrgThatNeverRegisteredTheClientAndServesThePrimary) {
  auto world = two_orgs();
  org_in(world, secondary).clients.erase(app);
  Mock mock(world);

  const auto healthy = mock.send(refresh(refresh_token_of(primary), primary, reported_path));
  const auto refused = mock.send(refresh(refresh_token_of(secondary), primary, reported_path));
  const auto still_healthy = mock.send(refresh(member_of(healthy, "refresh_token"), primary, reported_path));

  EXPECT_EQ(status_of(healthy), 200);
  EXPECT_EQ(status_of(refused), 403);
  EXPECT_EQ(body_of(refused), report_body);
  EXPECT_EQ(status_of(still_healthy), 200);
  const auto exchange = mock.engine.journal()[1];
  EXPECT_EQ(exchange.refusal, RefusalReason::client_not_registered_in_org);
  EXPECT_EQ(exchange.subject.org, secondary);
  EXPECT_EQ(exchange.endpoint, Endpoint::token);
  EXPECT_EQ(exchange.host, Host::api);
  EXPECT_EQ(exchange.error_code, "");
}

TEST(ReportedWorld, GivesEachCauseOfTheReportTheSameAnswerAndItsOwnReason) {
  const struct {
    RefusalReason reason;
    void (*break_it)(World&);
  } causes[] = {
      {RefusalReason::client_inactive, [](World& world) { app_in(world, secondary).state = ClientState::inactive; }},
      {RefusalReason::client_disabled, [](World& world) { app_in(world, secondary).state = ClientState::disabled; }},
      {RefusalReason::client_secret_wrong, [](World& world) { app_in(world, secondary).secret = "another secret"; }},
      {RefusalReason::scope_not_granted_in_org, [](World& world) { app_in(world, secondary).scopes.clear(); }},
      {RefusalReason::role_missing_in_org,
       [](World& world) {
         app_in(world, secondary).required_roles = {admin};
         app_in(world, secondary).roles.clear();
       }},
  };

  for (const auto& cause : causes) {
    auto world = two_orgs();
    cause.break_it(world);
    Mock mock(world);

    const auto refused = mock.send(refresh(refresh_token_of(secondary), secondary, reported_path));

    EXPECT_EQ(body_of(refused), report_body) << cause.reason;
    EXPECT_EQ(mock.last().refusal, cause.reason);
  }
}

TEST(ReportedWorld, AnswersTheVendorsPathWithOAuthErrors) {
  auto world = two_orgs();
  org_in(world, secondary).clients.erase(app);
  Mock mock(world);

  const auto refused = mock.send(refresh(refresh_token_of(secondary), primary));

  EXPECT_EQ(status_of(refused), 400);
  EXPECT_EQ(member_of(refused, "error"), "invalid_client");
}

TEST(ReportedWorld, AsksForNoneOfTheVendorsScopesOnApiCalls) {
  auto world = two_orgs();
  org_in(world, primary).access_tokens[0].scopes = {Scope("integration:manage"), Scope("user:read")};
  Mock mock(world);

  EXPECT_EQ(status_of(mock.send(api_request("GET", "/api/v2/users/me", access_token_of(primary)))), 200);
}

TEST(GenesysWorld, HasNoTokenEndpointBelowApiV2) {
  Mock mock(vendor_and_customer());

  const auto answer = mock.send(refresh(refresh_token_of(customer), vendor, reported_path));

  EXPECT_EQ(status_of(answer), 404);
  EXPECT_EQ(member_of(answer, "code"), "not.found");
  EXPECT_EQ(mock.last().endpoint, Endpoint::unknown);
  EXPECT_EQ(mock.last().refusal, RefusalReason::path_not_found);
}

TEST(GenesysWorld, ShowsAMissingScopeOnTheApiCallAndNotOnTheRefresh) {
  auto world = vendor_and_customer();
  Mock mock(world);

  const auto tokens = mock.send(refresh(refresh_token_of(customer), vendor));
  const auto call = mock.send(api_request("GET", "/api/v2/users/me", member_of(tokens, "access_token")));

  EXPECT_EQ(status_of(tokens), 200);
  EXPECT_EQ(status_of(call), 403);
  EXPECT_THAT(body_of(call), HasSubstr("App not authorized to use scope [user-basic-info]"));
  EXPECT_EQ(mock.last().error_code, "app.not.authorized.for.scope");
}

TEST(GenesysWorld, ShowsAMissingRoleOnTheApiCallAndNotOnTheRefresh) {
  auto world = vendor_and_customer();
  org_in(world, customer).users.at(alice).roles.clear();
  Mock mock(world);

  const auto tokens = mock.send(refresh(refresh_token_of(customer), vendor));
  const auto call = mock.send(api_request("GET", "/api/v2/oauth/clients", member_of(tokens, "access_token")));

  EXPECT_EQ(status_of(tokens), 200);
  EXPECT_EQ(status_of(call), 403);
  EXPECT_THAT(body_of(call), HasSubstr("permissions assigned: [oauth:client:view]"));
}

TEST(GenesysWorld, RefusesARefreshAfterTheAuthorizationWasRevoked) {
  auto world = vendor_and_customer();
  org_in(world, customer).authorizations.at(app).state = AuthorizationState::revoked;
  Mock mock(world);

  const auto refused = mock.send(refresh(refresh_token_of(customer), vendor));

  EXPECT_EQ(status_of(refused), 400);
  EXPECT_EQ(member_of(refused, "error"), "invalid_grant");
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_not_authorized_in_org);
}

}  // namespace
}  // namespace gcmock::tests
