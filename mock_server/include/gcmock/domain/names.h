// Names of things in a world, each a type of its own so that two cannot be swapped.
#pragma once

#include <compare>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

namespace gcmock {

/// A string that knows what it names. Compares and hashes as its text does.
template <class Tag>
struct Name {
  std::string value;

  Name() = default;
  explicit Name(std::string text) : value(std::move(text)) {}

  [[nodiscard]] bool empty() const { return value.empty(); }
  friend auto operator<=>(const Name&, const Name&) = default;
  friend bool operator==(const Name&, const Name&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Name& name) { return out << name.value; }
};

using OrgName = Name<struct OrgNameTag>;              ///< short name of an org in its world: "primary"
using OrgId = Name<struct OrgIdTag>;                  ///< UUID of an org, as the API shows it
using ClientId = Name<struct ClientIdTag>;            ///< OAuth client id
using UserName = Name<struct UserNameTag>;            ///< short name of a user in its org
using UserId = Name<struct UserIdTag>;                ///< UUID of a user, as the API shows it
using RoleName = Name<struct RoleNameTag>;            ///< short name of a role in its org
using GroupName = Name<struct GroupNameTag>;          ///< short name of a group in its org
using GroupId = Name<struct GroupIdTag>;              ///< UUID of a group, as the API shows it
using DivisionId = Name<struct DivisionIdTag>;        ///< UUID of a division
using PairingId = Name<struct PairingIdTag>;          ///< id of a trust request
using IntegrationId = Name<struct IntegrationIdTag>;  ///< UUID of an installed integration
using Scope = Name<struct ScopeTag>;                  ///< OAuth scope: "users:readonly"
using Permission = Name<struct PermissionTag>;        ///< Genesys Cloud permission: "oauth:client:view"

}  // namespace gcmock

template <class Tag>
struct std::hash<gcmock::Name<Tag>> {
  std::size_t operator()(const gcmock::Name<Tag>& name) const noexcept { return std::hash<std::string>{}(name.value); }
};
