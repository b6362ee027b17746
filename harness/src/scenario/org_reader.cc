// Reading of an org, in the order of docs/formats.md.
#include "scenario/org_reader.h"

#include <fmt/format.h>

#include <utility>

#include "gcmock/seams/seams.h"
#include "scenario/client_reader.h"
#include "scenario/forms.h"
#include "scenario/limits_reader.h"
#include "scenario/world_words.h"

namespace gcmock {
namespace {

/// FNV-1a: spreads labels over seeds; nothing secret depends on it.
std::uint64_t hash_of(const std::string& label) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

struct OrgScope {
  OrgName org;
  std::uint64_t seed;
  WorldReading& reading;
  Mistakes& mistakes;
};

std::string read_id(const Fields& fields, const std::string& label, const OrgScope& scope) {
  const std::optional<Text> id = fields.text("id");
  if (!id) return generated_uuid(scope.seed, label);
  if (!is_uuid(id->text)) {
    fields.wrong("id", "GC207", fmt::format("\"{}\" is no UUID", id->text),
                 "like \"08a2a69c-1ed5-4719-9094-96a7d55ba07c\", or leave it out: one is generated");
  }
  scope.reading.stated_once.push_back({"id", id->text, id->spot});
  return id->text;
}

std::map<RoleName, Role> read_roles(const Fields& fields) {
  std::map<RoleName, Role> roles;
  for (const JsonMember& member : fields.entries("roles")) {
    Role role;
    role.name = RoleName(member.key);
    if (!member.value.is(JsonValue::Kind::array)) {
      fields.wrong_kind(member.value, member.key, "a list of permissions");
    }
    for (const JsonValue& permission : member.value.items) {
      if (!permission.is(JsonValue::Kind::string)) fields.wrong_kind(permission, member.key, "a list of permissions");
      role.permissions.emplace_back(permission.text);
    }
    roles[role.name] = std::move(role);
  }
  return roles;
}

std::map<UserName, User> read_users(const Fields& fields, const OrgScope& scope) {
  std::map<UserName, User> users;
  for (const JsonMember& member : fields.entries("users")) {
    const Fields user_fields(member.value, shapes::user, scope.mistakes);
    User user;
    user.name = UserName(member.key);
    user.id = UserId(read_id(user_fields, fmt::format("{}/user-{}", scope.org.value, member.key), scope));
    user.display_name = user_fields.text("name").value_or(Text{member.key, {}}).text;
    user.email = user_fields.text("email")
                     .value_or(Text{fmt::format("{}@{}.example.com", member.key, scope.org.value), {}})
                     .text;
    user.status = user_fields.word("status", words::user_statuses).value_or(user.status);
    user.roles = read_role_names(scope.org, user_fields, "roles", scope.reading);
    users[user.name] = std::move(user);
  }
  return users;
}

}  // namespace

std::string generated_uuid(std::uint64_t seed, const std::string& label) {
  return SeededIds(seed ^ hash_of(label)).uuid();
}

Org read_org(const JsonMember& member, const Fields& fields, std::uint64_t seed, WorldReading& reading,
             Mistakes& mistakes) {
  Org org;
  org.name = OrgName(member.key);
  const OrgScope scope{org.name, seed, reading, mistakes};
  if (!is_short_name(member.key)) {
    mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no short name of an org", member.key),
                  "a lower case letter, then lower case letters, digits or '_'"});
  }
  org.id = OrgId(read_id(fields, fmt::format("{}/org", member.key), scope));
  org.details.display_name = fields.text("name").value_or(Text{member.key, {}}).text;
  org.status = fields.word("status", words::org_statuses).value_or(org.status);
  org.roles = read_roles(fields);
  org.users = read_users(fields, scope);
  org.clients = read_clients(org.name, fields, seed, reading, mistakes);
  org.authorizations = read_authorizations(org.name, fields, reading, mistakes);
  read_limits(fields, org, mistakes);
  if (std::optional<Text> client = fields.text("client_under_test")) {
    reading.references.push_back({Reference::To::client_known_in_org, org.name, *client});
    reading.clients_under_test[org.name] = std::move(*client);
  }
  return org;
}

}  // namespace gcmock
