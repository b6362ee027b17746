#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gcmock/harness/client_under_test.h"

namespace gcmock {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Key;
using testing::Not;
using testing::Pair;

TEST(ClientEnvironment, NamesAnOrgInCapitalsWithUnderscores) {
  ClientEnvironment environment;
  environment.orgs[OrgName("customer-a.2")].client_id = "id";

  const auto variables = environment.variables();

  EXPECT_THAT(variables, Contains(Pair("GENESYS_ORG_CUSTOMER_A_2_CLIENT_ID", "id")));
}

TEST(ClientEnvironment, LeavesOutWhatTheClientWasNotTold) {
  ClientEnvironment environment;
  environment.orgs[OrgName("acme")].refresh_token = "token";

  const auto variables = environment.variables();

  EXPECT_THAT(variables, Contains(Pair("GENESYS_ORG_ACME_REFRESH_TOKEN", "token")));
  EXPECT_THAT(variables, Not(Contains(Key("GENESYS_ORG_ACME_AUTH_CODE"))));
  EXPECT_THAT(variables, Not(Contains(Key("GENESYS_SCRATCH_DIR"))));
}

TEST(ClientEnvironment, TellsOfAnAssertionAndTheNameThatGoesWithIt) {
  ClientEnvironment environment;
  environment.orgs[OrgName("customer_a")].saml_assertion = "PHNhbWw+";

  const auto variables = environment.variables();

  EXPECT_THAT(variables, Contains(Pair("GENESYS_ORG_CUSTOMER_A_SAML_ASSERTION", "PHNhbWw+")));
  EXPECT_THAT(variables, Contains(Pair("GENESYS_ORG_CUSTOMER_A_ORG_NAME", "customer_a")));
}

TEST(ClientEnvironment, TellsOfTheCaByEachVariableThatRuntimesRead) {
  ClientEnvironment environment;
  environment.ca_file = "/scratch/ca.pem";

  const auto variables = environment.variables();

  for (const char* name :
       {"GENESYS_CA_FILE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
    EXPECT_THAT(variables, Contains(Pair(name, "/scratch/ca.pem")));
  }
  EXPECT_THAT(ClientEnvironment{}.variables(), Not(Contains(Key("SSL_CERT_FILE"))));
}

TEST(ClientEnvironment, ListsTheCallsInTheirOrder) {
  ClientEnvironment environment;
  environment.login_url = "http://login";
  environment.api_url = "http://api";
  environment.scratch_directory = "/scratch";
  environment.calls.resize(2);
  environment.calls[0].org = OrgName("primary");
  environment.calls[1].verb = Verb::refresh;
  environment.calls[1].org = OrgName("secondary");

  const auto variables = environment.variables();

  EXPECT_THAT(variables, ElementsAre(Pair("GENESYS_LOGIN_URL", "http://login"), Pair("GENESYS_API_URL", "http://api"),
                                     Pair("GENESYS_CALLS", "call:primary refresh:secondary"),
                                     Pair("GENESYS_SCRATCH_DIR", "/scratch")));
}

}  // namespace
}  // namespace gcmock
