// A reference client on a scripted server with one org, and the answers that its tests script.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <variant>

#include "client/reference_client.h"
#include "client/scripted_server_for_tests.h"
#include "gcmock/harness/client_under_test.h"

namespace gcmock {

inline const std::string me = "/api/v2/users/me";

inline bool is_token_request(const SeenRequest& request) {
  return request.target == "/oauth/token";
}
inline bool carries(const SeenRequest& request, const std::string& access_token) {
  return request.head.find("Authorization: Bearer " + access_token + "\r\n") != std::string::npos;
}

inline ScriptedAnswer tokens(const std::string& access_token, const std::string& refresh_token) {
  return {
      200,
      R"({"token_type":"bearer","access_token":")" + access_token + R"(","refresh_token":")" + refresh_token + R"("})",
      ""};
}
inline ScriptedAnswer token_error(int status, const std::string& code) {
  return {status, R"({"error":")" + code + R"("})", ""};
}

inline ClientSettings settings_with_tokens() {
  ClientSettings settings;
  settings.client_id = "app";
  settings.client_secret = "s3cret";
  settings.access_token = "old-access";
  settings.refresh_token = "refresh-1";
  return settings;
}

/// Configured for the org "acme" (and what else was added before the first request) on `server`.
class Configured {
 public:
  Configured(const ScriptedServer& server, const ClientSettings& acme) : client_(make_reference_client()) {
    ClientEnvironment environment;
    environment.login_url = server.url();
    environment.api_url = server.url();
    environment.orgs[OrgName("acme")] = acme;
    environment.orgs[OrgName("other")] = acme;
    client_->start(environment);
  }

  ClientReply perform(Verb verb, const std::string& method = "GET", int parallel = 1) {
    return ask({verb, OrgName("acme"), me, method, parallel});
  }

  ClientReply ask(const ClientCall& call) {
    return std::get<ClientReply>(client_->perform(call, std::chrono::seconds{10}));
  }

  void move_clock(std::chrono::milliseconds by) { client_->clock_moved(by); }

  Outcome call() { return perform(Verb::call).outcome; }

 private:
  std::unique_ptr<ClientUnderTest> client_;
};

}  // namespace gcmock
