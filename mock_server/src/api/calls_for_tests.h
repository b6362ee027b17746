// Calls of the Platform API as an org's user makes them, performed in a world of one's own.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "api/perform.h"
#include "domain/change_world.h"

namespace gcmock {

/// One org with a user, a role and a client; a subclass adds what its family needs. Changes are applied at once.
class ApiCalls : public testing::Test {
 protected:
  ApiCalls() {
    Org org;
    org.name = OrgName("primary");
    org.id = OrgId("0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d");
    org.details.display_name = "Primary Org";
    Role admin;
    admin.name = RoleName("admin");
    admin.permissions = {Permission("oauth:client:view")};
    org.roles[admin.name] = admin;
    User alice;
    alice.name = UserName("alice");
    alice.id = UserId("9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00");
    alice.display_name = "Alice";
    alice.email = "alice@example.com";
    alice.roles = {admin.name};
    org.users[alice.name] = alice;
    OAuthClient client;
    client.id = ClientId("app");
    client.name = "App";
    client.secret = "the-secret";
    client.authorized_grant_types = {GrantType::authorization_code, GrantType::refresh_token};
    client.scopes = {Scope("users:readonly")};
    client.redirect_uris = {"https://app.example.com/cb"};
    client.roles = {admin.name};
    org.clients[client.id] = client;
    world_.orgs[org.name] = org;
  }

  Org& org(const std::string& name = "primary") { return world_.orgs.at(OrgName(name)); }

  /// As `caller_` asks; the caller is allowed. What it changes has been changed when this returns.
  ApiOutcome ask(const std::string& method, const std::string& target, const std::string& body = "",
                 const std::string& content_type = "application/json") {
    HttpRequest request;
    request.method = method;
    request.target = target;
    request.body = body;
    if (!body.empty()) request.headers = {{"Content-Type", content_type}};
    const auto route = find_route(method, request.path(), {});
    EXPECT_EQ(route.match, RouteMatch::found) << method << " " << target;
    const ApiCall call{world_, ledger_, world_.orgs.at(caller_.org), caller_, route, request, bearer_, now_,
                       ids_,   usage_};
    auto outcome = perform(call);
    if (const auto* done = std::get_if<ApiDone>(&outcome)) {
      for (const auto& change : done->changes) apply(world_, ledger_, change, now_);
      if (done->usage_query) usage_.keep(*done->usage_query);
    }
    return outcome;
  }

  /// The body of what was done; null, and a failure, where it was not.
  nlohmann::json done(const std::string& method, const std::string& target, const std::string& body = "") {
    const auto outcome = ask(method, target, body);
    if (const auto* done = std::get_if<ApiDone>(&outcome)) {
      return done->body.empty() ? nlohmann::json{} : nlohmann::json::parse(done->body);
    }
    ADD_FAILURE() << method << " " << target << ": " << std::get<ApiFault>(outcome).reason;
    return {};
  }
  nlohmann::json get(const std::string& target) { return done("GET", target); }

  /// Why it was not done; a failure where it was.
  RefusalReason fault(const std::string& method, const std::string& target, const std::string& body = "",
                      const std::string& content_type = "application/json") {
    const auto outcome = ask(method, target, body, content_type);
    if (const auto* fault = std::get_if<ApiFault>(&outcome)) return fault->reason;
    ADD_FAILURE() << method << " " << target << " was done";
    return RefusalReason::malformed_request;
  }

  World world_;
  Ledger ledger_{World{}};
  Usage usage_;
  Allowed caller_{OrgName("primary"), ClientId("app"), UserName("alice"), {Scope("users:readonly")}};
  std::string bearer_ = "some-access-token";
  Instant now_{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
  SeededIds ids_{1};
};

}  // namespace gcmock
