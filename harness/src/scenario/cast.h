// Who plays in a scenario: the orgs, clients and users that it may name.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "gcmock/domain/world.h"
#include "gcmock/harness/client_under_test.h"
#include "scenario/fields.h"
#include "scenario/mistakes.h"

namespace gcmock {

/// Both worlds of the scenario count, before and after world_changes: what is gone may still be spoken of.
class Cast {
 public:
  /// Nobody is known, and nothing is told: the world itself could not be read.
  Cast() = default;
  Cast(const World& before, const World& after, const std::map<OrgName, ClientSettings>& settings);

  void check_org(const Text& org, Mistakes& mistakes) const;
  /// The org must have a client under test that was told something.
  void check_org_to_call(const Text& org, Mistakes& mistakes) const;
  void check_client(const Text& client, Mistakes& mistakes) const;
  /// In `org` where that is said, else in any.
  void check_user(const Text& user, const std::optional<OrgName>& org, Mistakes& mistakes) const;
  /// The same, or of an org that `org` trusts: his requests may be for `org` as well.
  void check_user_or_guest(const Text& user, const std::optional<OrgName>& org, Mistakes& mistakes) const;

  /// Empty where nobody is known by that name.
  [[nodiscard]] std::string email_of(const OrgName& org, const std::string& user) const;
  [[nodiscard]] std::string id_of(const OrgName& org) const;

 private:
  void add(const World& world);
  [[nodiscard]] bool has_guest(const OrgName& org, const std::string& user) const;

  bool is_known_ = false;
  std::set<std::string> orgs_;
  std::set<std::string> callable_;
  std::set<std::string> clients_;
  std::map<std::string, std::set<std::string>> users_;                 // by org
  std::map<std::string, std::set<std::string>> trustees_;              // by org
  std::map<std::pair<std::string, std::string>, std::string> emails_;  // by org and user
  std::map<std::string, std::string> ids_;                             // of orgs
};

}  // namespace gcmock
