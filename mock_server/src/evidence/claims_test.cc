// The ledger is in order, and an answer leans on what it should.
#include "gcmock/evidence/claims.h"

#include <gmock/gmock.h>

#include <set>

#include "evidence/claim_rows.h"
#include "gcmock/evidence/deviations.h"
#include "gcmock/wire/operations.h"

namespace gcmock {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> ids_of(const Exchange& exchange) {
  std::vector<std::string> ids;
  for (const auto* claim : claims_of(exchange)) ids.push_back(claim->id);
  return ids;
}

Exchange api_answer(int status) {
  Exchange exchange;
  exchange.seq = 1;
  exchange.method = "GET";
  exchange.path = "/api/v2/oauth/clients";
  exchange.endpoint = Endpoint::oauth_clients;
  exchange.status = status;
  return exchange;
}

Exchange refused(RefusalReason reason, int status, const std::string& code) {
  auto exchange = api_answer(status);
  exchange.refusal = reason;
  exchange.error_code = code;
  return exchange;
}

Exchange refresh(int status) {
  Exchange exchange;
  exchange.seq = 2;
  exchange.method = "POST";
  exchange.path = "/oauth/token";
  exchange.endpoint = Endpoint::token;
  exchange.host = Host::login;
  exchange.grant = GrantType::refresh_token;
  exchange.status = status;
  return exchange;
}

TEST(Ledger, HasEachClaimOnceWithALevelThatItsSourceCanBear) {
  std::set<std::string> ids;
  for (const auto& claim : all_claims()) {
    EXPECT_TRUE(ids.insert(claim.id).second) << claim.id << " stands twice";
    EXPECT_FALSE(claim.text.empty()) << claim.id;
    EXPECT_TRUE(!claim.source.empty() || claim.level == EvidenceLevel::assumed)
        << claim.id << ": only what is assumed has no source";
    EXPECT_EQ(find_claim(claim.id), &claim);
  }
  EXPECT_EQ(find_claim("no.such.claim"), nullptr);
}

TEST(Ledger, NamesOperationsThatThereAre) {
  for (const auto& section : claim_sections()) {
    for (const auto& row : section.rows) {
      for (const auto id : words_of(row.operations)) {
        EXPECT_THAT(all_operations(), Contains(testing::Field(&Operation::id, id))) << row.id;
      }
    }
  }
}

TEST(ClaimsOfAnExchange, AreItsOperationsWhereItWasDone) {
  EXPECT_THAT(ids_of(api_answer(200)), testing::IsSupersetOf({"operation.getOauthClients", "api.correlation_id"}));
}

TEST(ClaimsOfAnExchange, SayWhereTheStatusItselfIsAssumed) {
  auto exchange = api_answer(200);
  exchange.method = "DELETE";
  exchange.endpoint = Endpoint::oauth_client;

  EXPECT_THAT(ids_of(exchange), Contains("api.success_by_default"));
}

TEST(ClaimsOfAnExchange, AreTheRowsOfItsRefusal) {
  EXPECT_THAT(ids_of(refused(RefusalReason::bearer_missing, 401, "authentication.required")),
              Contains("refusal.bearer_missing@API"));
  EXPECT_THAT(ids_of(refused(RefusalReason::path_not_found, 404, "not.found")), Contains("api.path_before_token"));
}

TEST(ClaimsOfAnExchange, SayWhyATokenIsDeadThatWasNeverRevoked) {
  auto exchange = refused(RefusalReason::bearer_revoked, 401, "bad.credentials");
  EXPECT_THAT(ids_of(exchange), Not(Contains("api.tokens_of_lost_clients")));

  exchange.trail = {{Check::client_is_registered_in_org, Finding::failed, "", ""}};

  EXPECT_THAT(ids_of(exchange), Contains("api.tokens_of_lost_clients"));
}

TEST(ClaimsOfAnExchange, TellTheTokenEndpointsApart) {
  auto exchange = refresh(400);
  exchange.refusal = RefusalReason::refresh_token_spent;
  exchange.error_code = "invalid_grant";
  EXPECT_THAT(ids_of(exchange), ElementsAre("refusal.refresh_token_spent@POST /oauth/token"));

  exchange.path = "/api/v2/oauth/token";
  exchange.status = 403;
  exchange.error_code = "";

  EXPECT_THAT(ids_of(exchange), ElementsAre("refusal.refresh_token_spent@POST /api/v2/oauth/token"));
}

TEST(ClaimsOfAnExchange, OfAnInvalidClientAsTheRfcHasItAreTheRfcs) {
  auto exchange = refresh(401);
  exchange.refusal = RefusalReason::client_secret_wrong;
  exchange.error_code = "invalid_client";

  EXPECT_THAT(ids_of(exchange), ElementsAre("setting.token_errors.rfc"));
}

TEST(ClaimsOfAnExchange, OfARefreshAreThatRotationIsAssumed) {
  EXPECT_THAT(ids_of(refresh(200)), testing::IsSupersetOf({"token.success_body", "setting.refresh.rotation"}));
}

TEST(ClaimsOfAnExchange, AreNoneWhereAFileSaysWhatTheAnswerIs) {
  auto scripted = refresh(503);
  scripted.author = Author::script;
  const auto stated = refused(RefusalReason::bearer_missing, 418, "teapot");

  EXPECT_THAT(ids_of(scripted), IsEmpty());
  EXPECT_THAT(ids_of(stated), IsEmpty());
  EXPECT_TRUE(is_scripted(scripted));
  EXPECT_TRUE(is_scripted(stated));
}

TEST(Footing, CountsExchangesByTheirLeastCertainClaim) {
  auto scripted = refresh(503);
  scripted.author = Author::script;
  auto again = refresh(200);
  again.seq = 4;

  const auto footing = footing_of({api_answer(200), refresh(200), scripted, again});

  EXPECT_EQ(footing.scripted, 1U);
  EXPECT_EQ(footing.exchanges.at(EvidenceLevel::assumed), 3U) << "clients are listed on one page: assumed";
  EXPECT_EQ(footing.total(), 4U);
  ASSERT_FALSE(footing.assumed.empty());
  EXPECT_EQ(footing.assumed[0].id, "setting.refresh.rotation");
  EXPECT_THAT(footing.assumed[0].exchanges, ElementsAre(2U, 4U));
}

TEST(Footing, OfTwoJournalsHasEachAssumedClaimOnce) {
  const auto one = footing_of({refresh(200)});
  const auto other = footing_of({api_answer(200), refresh(200)});

  const auto sum = together(one, other);

  EXPECT_EQ(sum.total(), 3U);
  EXPECT_EQ(sum.assumed.size(), other.assumed.size());
  EXPECT_THAT(sum.assumed[0].exchanges, IsEmpty());
}

TEST(Deviations, AreNoneThatNobodyListed) {
  EXPECT_EQ(find_deviation("getOauthClients", 200, "/entities/0/name"), nullptr);
}

}  // namespace
}  // namespace gcmock
