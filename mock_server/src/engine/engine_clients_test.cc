// OAuth clients that are changed through the API: the next token request is judged by the world as it is then.
#include <gmock/gmock.h>

#include "engine/engine_for_tests.h"

namespace gcmock::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string clients = "/api/v2/oauth/clients";
const std::string app_path = clients + "/app";

HttpRequest with_body(std::string method, std::string target, const OrgName& org, std::string body) {
  auto request = api_request(std::move(method), std::move(target), access_token_of(org));
  request.headers.emplace_back("Content-Type", "application/json");
  request.body = std::move(body);
  return request;
}

std::string app_as(const std::string& state) {
  return R"({"name":"App","authorizedGrantType":"CODE","scope":["users:readonly","oauth:readonly"],)"
         R"("roleIds":["admin"],"registeredRedirectUri":["https://app.example.com/callback"],"state":")" +
         state + "\"}";
}

TEST(ClientsOfAnOrg, AreRefusedWithTheOldSecretOnceItIsRotated) {
  Mock mock(two_orgs());

  const auto rotated = mock.send(api_request("POST", app_path + "/secret", access_token_of(secondary)));
  const auto shown = mock.last().answer_body;
  const auto secret = member_of(rotated, "secret");
  const auto with_old = mock.send(refresh(refresh_token_of(secondary), secondary, reported_path));
  const auto refused_as = mock.last();
  const auto with_new = mock.send(token_request(refresh_body(refresh_token_of(secondary)), app, secret, reported_path));
  const auto elsewhere = mock.send(refresh(refresh_token_of(primary), primary, reported_path));

  EXPECT_EQ(status_of(rotated), 200);
  EXPECT_EQ(status_of(with_old), 403);
  EXPECT_EQ(refused_as.refusal, RefusalReason::client_secret_wrong);
  EXPECT_EQ(place(refused_as.trail.back(), refused_as.subject), "/orgs/secondary/clients/app/secret");
  EXPECT_EQ(status_of(with_new), 200);
  EXPECT_EQ(status_of(elsewhere), 200);
  EXPECT_THAT(shown, Not(HasSubstr(secret)));
  EXPECT_THAT(shown, HasSubstr("‹secondary/secret-app›"));
}

TEST(ClientsOfAnOrg, KeepTheirTokensWhenTheirSecretIsRotated) {
  Mock mock(two_orgs());

  mock.send(api_request("POST", app_path + "/secret", access_token_of(secondary)));
  const auto after = mock.send(api_request("GET", app_path, access_token_of(secondary)));

  EXPECT_EQ(status_of(after), 200);
}

TEST(ClientsOfAnOrg, GetTokensAsSoonAsTheyAreCreated) {
  Mock mock(two_orgs());

  const auto created = mock.send(with_body(
      "POST", clients, primary, R"({"name":"Batch","authorizedGrantType":"CLIENT-CREDENTIALS","roleIds":["admin"]})"));
  const auto exchange = mock.last();
  const auto token = mock.send(
      token_request("grant_type=client_credentials", ClientId(member_of(created, "id")), member_of(created, "secret")));
  const auto call = mock.send(api_request("GET", clients, member_of(token, "access_token")));

  EXPECT_EQ(status_of(created), 200);
  EXPECT_EQ(status_of(token), 200);
  EXPECT_EQ(status_of(call), 200);
  EXPECT_THAT(exchange.answer_body, Not(HasSubstr(member_of(created, "secret"))));
  ASSERT_EQ(exchange.changes.size(), 1u);
  EXPECT_EQ(exchange.changes[0].place, "/orgs/primary/clients/" + member_of(created, "id"));
}

TEST(ClientsOfAnOrg, AreRefusedOnceTheyAreDeleted) {
  Mock mock(two_orgs());

  const auto too_early = mock.send(api_request("DELETE", app_path, access_token_of(secondary)));
  const auto inactive = mock.send(with_body("PUT", app_path, secondary, app_as("inactive")));
  const auto while_inactive = mock.send(refresh(refresh_token_of(secondary), secondary, reported_path));
  const auto reason_then = mock.last().refusal;
  const auto deleted = mock.send(api_request("DELETE", app_path, access_token_of(secondary)));
  const auto deletion = mock.last();
  const auto call = mock.send(api_request("GET", clients, access_token_of(secondary)));
  const auto dead_token = mock.last();
  const auto refused = mock.send(refresh(refresh_token_of(secondary), secondary, reported_path));
  const auto last = mock.last();
  const auto healthy = mock.send(refresh(refresh_token_of(primary), primary, reported_path));

  EXPECT_EQ(status_of(too_early), 400);
  EXPECT_EQ(status_of(inactive), 200);
  EXPECT_EQ(status_of(while_inactive), 403);
  EXPECT_EQ(reason_then, RefusalReason::client_inactive);
  EXPECT_EQ(status_of(deleted), 200);
  EXPECT_EQ(deletion.changes,
            (std::vector<ChangeMade>{{"/orgs/secondary/clients/app", "client app of org secondary was deleted"}}));
  EXPECT_EQ(status_of(call), 401);
  EXPECT_EQ(dead_token.refusal, RefusalReason::bearer_revoked);
  EXPECT_EQ(status_of(refused), 403);
  EXPECT_EQ(last.refusal, RefusalReason::client_not_registered_in_org);
  EXPECT_EQ(place(last.trail.back(), last.subject), "/orgs/secondary/clients/app");
  EXPECT_EQ(status_of(healthy), 200);
}

TEST(ClientsOfAVendor, AreUnknownInEveryOrgOnceTheyAreDeleted) {
  auto world = vendor_and_customer();
  org_in(world, vendor).access_tokens = {token_for(app, access_token_of(vendor))};
  org_in(world, vendor).access_tokens[0].scopes = {Scope("oauth")};
  org_in(world, vendor).roles[admin].permissions = {Permission("oauth:client:delete")};
  app_in(world, vendor).state = ClientState::inactive;
  app_in(world, vendor).scopes = {Scope("oauth")};
  Mock mock(world);

  const auto deleted = mock.send(api_request("DELETE", app_path, access_token_of(vendor)));
  const auto refused = mock.send(refresh(refresh_token_of(customer), vendor));

  EXPECT_EQ(status_of(deleted), 200);
  EXPECT_EQ(status_of(refused), 400);
  EXPECT_EQ(member_of(refused, "error"), "invalid_client");
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_unknown);
}

TEST(ClientsOfAnOrg, AreDeadWithTheirTokensWhileTheyAreDisabled) {
  Mock mock(two_orgs());

  mock.send(with_body("PUT", app_path, secondary, app_as("disabled")));
  const auto call = mock.send(api_request("GET", clients, access_token_of(secondary)));
  const auto refused = mock.send(refresh(refresh_token_of(secondary), secondary, reported_path));

  EXPECT_EQ(status_of(call), 401);
  EXPECT_EQ(status_of(refused), 403);
  EXPECT_EQ(mock.last().refusal, RefusalReason::client_disabled);
}

TEST(ClientsOfAnOrg, TellTheFaultOfARequestAfterTheChecksThatAllowedIt) {
  Mock mock(two_orgs());

  const auto refused = mock.send(with_body("POST", clients, primary, R"({"name":"x"})"));

  EXPECT_EQ(status_of(refused), 400);
  EXPECT_THAT(body_of(refused), HasSubstr(R"("code":"grant.type.required")"));
  EXPECT_EQ(mock.last().trail.back().check, Check::body_is_acceptable);
}

}  // namespace
}  // namespace gcmock::tests
