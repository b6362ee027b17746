// The metadata of the login host: the vendor's members, at the address that the client came to.
#include "wire/metadata.h"

#include <gtest/gtest.h>

namespace gcmock {
namespace {

HttpRequest asked_at(const std::string& host) {
  HttpRequest request;
  request.method = "GET";
  request.headers = {{"Host", host}};
  return request;
}

TEST(Metadata, IsWhatTheVendorsLoginHostAnswers) {
  auto request = asked_at("login.mypurecloud.com");
  request.is_https = true;

  EXPECT_EQ(
      encode_metadata(request, "", "c-1").body,
      R"({"issuer":"https://login.mypurecloud.com","authorization_endpoint":"https://login.mypurecloud.com/oauth/authorize","token_endpoint":"https://login.mypurecloud.com/oauth/token","response_types_supported":["code"],"response_modes_supported":["query"],"grant_types_supported":["authorization_code","client_credentials","refresh_token","urn:ietf:params:oauth:grant-type:saml2-bearer"],"code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"],"service_documentation":"https://developer.genesys.cloud/authorization"})");
}

TEST(Metadata, NamesTheAddressThatTheClientCameTo) {
  const auto body = encode_metadata(asked_at("127.0.0.1:8080"), "/login", "c-1").body;

  EXPECT_NE(body.find(R"("issuer":"http://127.0.0.1:8080/login")"), std::string::npos);
  EXPECT_NE(body.find(R"("token_endpoint":"http://127.0.0.1:8080/login/oauth/token")"), std::string::npos);
}

}  // namespace
}  // namespace gcmock
