#include "scenario/role_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/world_words.h"

namespace gcmock {
namespace {

std::vector<Permission> permissions_in(const JsonMember& member, const Fields& fields) {
  std::vector<Permission> permissions;
  if (!member.value.is(JsonValue::Kind::array)) fields.wrong_kind(member.value, member.key, "a list of permissions");
  for (const JsonValue& permission : member.value.items) {
    if (!permission.is(JsonValue::Kind::string)) fields.wrong_kind(permission, member.key, "a list of permissions");
    permissions.emplace_back(permission.text);
  }
  return permissions;
}

Role read_role(const OrgName& org, const JsonMember& member, WorldReading& reading, Mistakes& mistakes) {
  const Fields fields(member.value, shapes::role, mistakes);
  Role role;
  role.display_name = fields.text("name").value_or(Text{}).text;
  role.description = fields.text("description").value_or(Text{}).text;
  for (const Text& permission : fields.texts("permissions")) role.permissions.emplace_back(permission.text);
  if (std::optional<Text> from = fields.text("default_role")) {
    role.default_role = RoleName(from->text);
    reading.references.push_back({Reference::To::default_role, org, *std::move(from)});
  }
  return role;
}

std::set<DivisionId> read_division_ids(const OrgName& org, const JsonMember& member, const Fields& fields,
                                       WorldReading& reading) {
  std::set<DivisionId> divisions;
  if (!member.value.is(JsonValue::Kind::array)) fields.wrong_kind(member.value, member.key, "a list of divisions");
  for (const JsonValue& division : member.value.items) {
    if (!division.is(JsonValue::Kind::string)) {
      fields.wrong_kind(division, member.key, "a list of divisions");
      continue;
    }
    divisions.emplace(division.text);
    reading.references.push_back({Reference::To::division, org, {division.text, division.spot}});
  }
  return divisions;
}

}  // namespace

std::map<RoleName, Role> read_roles(const OrgName& org, const Fields& fields, std::string_view key,
                                    WorldReading& reading, Mistakes& mistakes) {
  std::map<RoleName, Role> roles;
  for (const JsonMember& member : fields.entries(key)) {
    Role role;
    if (member.value.is(JsonValue::Kind::object)) {
      role = read_role(org, member, reading, mistakes);
    } else {
      role.permissions = permissions_in(member, fields);
    }
    role.name = RoleName(member.key);
    roles[role.name] = std::move(role);
  }
  return roles;
}

RoleDivisions read_role_divisions(const OrgName& org, const Fields& fields, const std::vector<RoleName>& roles,
                                  WorldReading& reading, Mistakes& mistakes) {
  RoleDivisions divisions;
  for (const JsonMember& member : fields.entries("role_divisions")) {
    const RoleName role(member.key);
    if (std::ranges::find(roles, role) == roles.end()) {
      mistakes.add({"GC412", member.key_spot,
                    fmt::format("the role \"{}\" says nothing here: \"roles\" has it not", member.key),
                    "add it to \"roles\", or leave it out here"});
    }
    divisions[role] = read_division_ids(org, member, fields, reading);
  }
  return divisions;
}

RoleSettings read_role_settings(const Fields& fields, Mistakes& mistakes) {
  RoleSettings settings;
  const JsonMember* found = fields.member("role_settings");
  if (found == nullptr) return settings;
  const Fields said(found->value, shapes::role_settings, mistakes);
  settings.backfill = said.word("backfill", words::backfills).value_or(settings.backfill);
  settings.division_aware_grants =
      said.word("division_aware_grants", words::division_aware_grants).value_or(settings.division_aware_grants);
  return settings;
}

Capacity read_capacity(const Fields& fields, Mistakes& mistakes) {
  Capacity capacity;
  const JsonMember* found = fields.member("capacity");
  if (found == nullptr) return capacity;
  const Fields said(found->value, shapes::capacity, mistakes);
  capacity.roles = said.integer("roles", 0);
  capacity.divisions = said.integer("divisions", 0);
  capacity.roles_per_subject = said.integer("roles_per_subject", 0);
  return capacity;
}

std::map<DivisionId, Division> read_divisions(const OrgName& org, const Fields& fields, WorldReading& reading,
                                              Mistakes& mistakes) {
  std::map<DivisionId, Division> divisions;
  for (const JsonMember& member : fields.entries("divisions")) {
    const Fields said(member.value, shapes::division, mistakes);
    Division division;
    division.id = DivisionId(member.key);
    division.name = said.text("name").value_or(Text{member.key, {}}).text;
    division.description = said.text("description").value_or(Text{}).text;
    divisions[division.id] = std::move(division);
  }
  if (std::optional<Text> home = fields.text("home_division")) {
    const auto division = divisions.find(DivisionId(home->text));
    if (division != divisions.end()) division->second.is_home = true;
    reading.references.push_back({Reference::To::division, org, *std::move(home)});
  }
  return divisions;
}

}  // namespace gcmock
