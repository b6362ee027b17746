// Calls of org-to-org trust: org primary may trust org partner, whose bob and group support would come in.
#pragma once

#include <string>

#include "api/calls_for_tests.h"
#include "domain/trusts.h"

namespace gcmock {

class TrustCalls : public ApiCalls {
 protected:
  TrustCalls() {
    Org partner;
    partner.name = OrgName("partner");
    partner.id = OrgId("1e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d");
    partner.details.display_name = "Partner Org";
    for (const auto* name : {"bob", "carol"}) {
      User user;
      user.name = UserName(name);
      user.id = UserId(std::string(name) + "-id");
      user.display_name = name;
      user.email = std::string(name) + "@partner.example.com";
      partner.users[user.name] = user;
    }
    partner.groups[GroupName("support")] = {
        GroupName("support"), GroupId("support-id"), "Support", {UserName("carol")}};
    world_.orgs[partner.name] = partner;
    for (const auto* name : {"agent", "manager"}) {
      org().roles[RoleName(name)] = {RoleName(name), {Permission(std::string(name) + ":thing:do")}};
    }
    org().divisions[DivisionId("sales-id")] = {DivisionId("sales-id"), "Sales", "", false};
  }

  static constexpr auto primary_id = "0e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d";
  static constexpr auto partner_id = "1e0c1b1e-6f0a-4a52-8f7e-0d6a1f2b3c4d";
  const std::string base = "/api/v2/orgauthorization/";
  const std::string trustee = base + "trustees/" + partner_id;
  const std::string trustor = base + "trustors/" + primary_id;

  void call_as(const std::string& org_name, const std::string& user) {
    caller_.org = OrgName(org_name);
    caller_.user = UserName(user);
  }

  /// Org primary trusts org partner: bob as an agent, and nobody else.
  Trust& trust_partner() {
    Trust trust;
    trust.trustee = OrgName("partner");
    trust.users[UserName("bob")].roles = {RoleName("agent")};
    return org().trusts[trust.trustee] = trust;
  }

  /// The trust lets bob do this in org primary.
  void let_bob(const std::string& permission) { org().roles[RoleName("agent")].permissions.emplace_back(permission); }

  /// What partner offers now, by its bob; the caller is who it was before.
  std::string offer_pairing() {
    const auto before = caller_;
    call_as("partner", "bob");
    const auto id = done("POST", base + "pairings", R"({"userIds":["bob-id"]})").at("id").get<std::string>();
    caller_ = before;
    return id;
  }

  const Trust* trust() { return find_trust(org(), OrgName("partner")); }
};

}  // namespace gcmock
