// An org with people, roles and divisions, for the tests of who may do what.
#pragma once

#include <vector>

#include "api/calls_for_tests.h"

namespace gcmock {

class RoleCalls : public ApiCalls {
 protected:
  RoleCalls() {
    Role editor;
    editor.name = RoleName("editor");
    editor.display_name = "Flow Editor";
    editor.permissions = {Permission("architect:flow:view"), Permission("architect:flow:edit"),
                          Permission("routing:queue:*")};
    org().roles[editor.name] = editor;
    User bob;
    bob.name = UserName("bob");
    bob.id = UserId(bob_id);
    bob.display_name = "Bob";
    org().users[bob.name] = bob;
    Division emea;
    emea.id = DivisionId("emea");
    emea.name = "EMEA";
    emea.description = "Europe";
    org().divisions[emea.id] = emea;
    Division home;
    home.id = DivisionId("home");
    home.name = "Home";
    home.is_home = true;
    org().divisions[home.id] = home;
  }

  static constexpr auto alice_id = "9b7d2c55-1c34-4e6b-9a0f-5e4d3c2b1a00";
  static constexpr auto bob_id = "7c9d2c55-1c34-4e6b-9a0f-5e4d3c2b1a11";

  std::vector<RoleName> roles_of(const char* user) { return org().users.at(UserName(user)).roles; }
  std::set<DivisionId> divisions_of(const char* user, const char* role) {
    return org().users.at(UserName(user)).role_divisions[RoleName(role)];
  }
  /// Grants are checked division by division, and alice may give and take in division emea only.
  void let_divisions_matter() {
    org().role_settings.division_aware_grants = RoleSettings::DivisionAwareGrants::on;
    org().roles.at(RoleName("admin")).permissions = {Permission("authorization:grant:*")};
    org().users.at(UserName("alice")).role_divisions[RoleName("admin")] = {DivisionId("emea")};
  }
};

}  // namespace gcmock
