// Every word that is shown can be read back, and no two are alike.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "domain/fingerprints.h"
#include "gcmock/domain/credential.h"
#include "gcmock/domain/endpoint.h"
#include "gcmock/domain/grant_type.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/stage.h"
#include "gcmock/domain/token_request.h"

namespace gcmock {
namespace {

TEST(RefusalReasons, AreReadBackFromTheirOwnNames) {
  std::set<std::string_view> words;

  for (const RefusalReason reason : all_refusal_reasons()) {
    words.insert(to_string(reason));
    EXPECT_EQ(refusal_reason_from(to_string(reason)), reason);
  }

  EXPECT_EQ(words.size(), static_cast<std::size_t>(RefusalReason::method_not_allowed) + 1);
  EXPECT_EQ(refusal_reason_from("because"), std::nullopt);
}

TEST(Endpoints, AreReadBackFromTheirWords) {
  std::set<std::string_view> words;

  for (const Endpoint endpoint : all_endpoints()) {
    words.insert(to_string(endpoint));
    EXPECT_EQ(endpoint_from(to_string(endpoint)), endpoint);
  }

  EXPECT_EQ(words.size(), static_cast<std::size_t>(Endpoint::unknown) + 1);
  EXPECT_EQ(endpoint_from("tokens"), std::nullopt);
}

TEST(GrantTypes, AreTheWordsOfTheWire) {
  EXPECT_EQ(to_string(GrantType::refresh_token), "refresh_token");
  EXPECT_EQ(grant_type_from("urn:ietf:params:oauth:grant-type:saml2-bearer"), GrantType::saml2_bearer);
  EXPECT_EQ(grant_type_from("REFRESH_TOKEN"), std::nullopt);
}

TEST(Stages, AreReadBackFromTheirWords) {
  EXPECT_EQ(stage_from("after_settling"), Stage::after_settling);
  EXPECT_EQ(stage_from("instead_of_ruling"), Stage::instead_of_ruling);
  EXPECT_EQ(stage_from("before"), std::nullopt);
}

TEST(TokenRequests, TellTheirGrantTypeAndClient) {
  RefreshRequest refresh;
  refresh.client.id = ClientId("app");
  const TokenRequest request = refresh;

  EXPECT_EQ(grant_type_of(request), GrantType::refresh_token);
  EXPECT_EQ(authentication_of(request).id, ClientId("app"));
  EXPECT_EQ(grant_type_of(AuthorizationCodeRequest{}), GrantType::authorization_code);
  EXPECT_EQ(grant_type_of(ClientCredentialsRequest{}), GrantType::client_credentials);
}

TEST(Fingerprints, AreShownByKindAndLabel) {
  std::ostringstream out;

  out << Fingerprint{.kind = CredentialKind::refresh_token, .label = "secondary/refresh-3", .org = {}, .client = {}};

  EXPECT_EQ(out.str(), "‹refresh_token secondary/refresh-3›");
}

TEST(Sha256, IsSpelledInHexadecimal) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(S256Challenge, IsTheOneOfRfc7636AppendixB) {
  EXPECT_EQ(s256_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

}  // namespace
}  // namespace gcmock
