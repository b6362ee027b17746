#include "scenario/trust_reader.h"

#include <fmt/format.h>

#include <utility>

#include "scenario/client_reader.h"
#include "scenario/forms.h"
#include "scenario/org_reader.h"

namespace gcmock {
namespace {

/// What an unknown org has not is not told as well.
void refer(Reference::To kind, const OrgName& trustee, Text name, WorldReading& reading) {
  if (reading.world.orgs.contains(trustee)) reading.references.push_back({kind, trustee, std::move(name)});
}

std::set<UserName> read_users_of(const OrgName& org, const Fields& fields, std::string_view key,
                                 WorldReading& reading) {
  std::set<UserName> users;
  for (Text& user : fields.texts(key)) {
    users.insert(UserName(user.text));
    refer(Reference::To::user, org, std::move(user), reading);
  }
  return users;
}

Group read_group(const OrgName& org, const JsonMember& member, std::uint64_t seed, WorldReading& reading,
                 Mistakes& mistakes) {
  const Fields fields(member.value, shapes::group, mistakes);
  Group group;
  group.name = GroupName(member.key);
  group.id = GroupId(generated_uuid(seed, fmt::format("{}/group-{}", org.value, member.key)));
  if (const std::optional<Text> id = fields.text("id")) {
    if (!is_uuid(id->text)) {
      fields.wrong("id", "GC207", fmt::format("\"{}\" is no UUID", id->text),
                   "like \"08a2a69c-1ed5-4719-9094-96a7d55ba07c\", or leave it out: one is generated");
    }
    reading.stated_once.push_back({"id", id->text, id->spot});
    group.id = GroupId(id->text);
  }
  group.display_name = fields.text("name").value_or(Text{member.key, {}}).text;
  group.members = read_users_of(org, fields, "members", reading);
  return group;
}

/// Two orgs of a trust.
struct Trusting {
  const OrgName& trustor;
  OrgName trustee;
};

/// Members of one kind: their names are the trustee's, their roles the trustor's.
template <class Name>
std::map<Name, TrustedMember> read_members(const Trusting& orgs, const Fields& fields, std::string_view key,
                                           Reference::To kind, WorldReading& reading, Mistakes& mistakes) {
  std::map<Name, TrustedMember> members;
  for (const JsonMember& member : fields.entries(key)) {
    const Fields member_fields(member.value, shapes::trusted_member, mistakes);
    refer(kind, orgs.trustee, {member.key, member.key_spot}, reading);
    members[Name(member.key)].roles = read_role_names(orgs.trustor, member_fields, "roles", reading);
  }
  return members;
}

Trust read_trust(const OrgName& org, const JsonMember& member, WorldReading& reading, Mistakes& mistakes) {
  const Fields fields(member.value, shapes::trust, mistakes);
  const Trusting orgs{org, OrgName(member.key)};
  Trust trust;
  trust.trustee = orgs.trustee;
  trust.use = fields.truth("enabled").value_or(true) ? Trust::Use::enabled : Trust::Use::disabled;
  trust.users = read_members<UserName>(orgs, fields, "users", Reference::To::user, reading, mistakes);
  trust.groups = read_members<GroupName>(orgs, fields, "groups", Reference::To::group, reading, mistakes);
  trust.cloned_users = read_users_of(orgs.trustee, fields, "cloned_users", reading);
  if (!fields.is_null("expires_in")) {
    if (const auto lasts = fields.seconds("expires_in", Span::any)) {
      trust.expires_at = reading.world.starts_at + *lasts;
    }
  }
  return trust;
}

constexpr std::chrono::hours pairing_lifetime{48};  // vendor_openapi, TrustRequest.dateCreated

Pairing read_pairing(const OrgName& org, const JsonMember& member, WorldReading& reading, Mistakes& mistakes) {
  const Fields fields(member.value, shapes::pairing, mistakes);
  if (!is_uuid(member.key)) {
    mistakes.add({"GC207", member.key_spot, fmt::format("\"{}\" is no UUID", member.key),
                  "like \"08a2a69c-1ed5-4719-9094-96a7d55ba07c\": the id of the pairing"});
  }
  Pairing pairing;
  pairing.id = PairingId(member.key);
  const auto users = read_users_of(org, fields, "users", reading);
  pairing.users = {users.begin(), users.end()};
  for (Text& group : fields.texts("groups")) {
    pairing.groups.emplace_back(group.text);
    reading.references.push_back({Reference::To::group, org, std::move(group)});
  }
  const auto expires_in = fields.seconds("expires_in", Span::any).value_or(pairing_lifetime);
  pairing.created_at = reading.world.starts_at + expires_in - pairing_lifetime;
  return pairing;
}

}  // namespace

std::map<GroupName, Group> read_groups(const OrgName& org, const Fields& fields, std::uint64_t seed,
                                       WorldReading& reading, Mistakes& mistakes) {
  std::map<GroupName, Group> groups;
  for (const JsonMember& member : fields.entries("groups")) {
    groups[GroupName(member.key)] = read_group(org, member, seed, reading, mistakes);
  }
  return groups;
}

void read_trusts(const OrgName& org, const Fields& fields, WorldReading& reading, Mistakes& mistakes) {
  for (const JsonMember& member : fields.entries("trusts")) {
    const OrgName trustee(member.key);
    reading.references.push_back({Reference::To::other_org, org, {member.key, member.key_spot}});
    reading.world.orgs[org].trusts[trustee] = read_trust(org, member, reading, mistakes);
  }
}

void read_pairings(const OrgName& org, const Fields& fields, WorldReading& reading, Mistakes& mistakes) {
  for (const JsonMember& member : fields.entries("pairings")) {
    Pairing pairing = read_pairing(org, member, reading, mistakes);
    reading.world.orgs[org].pairings[pairing.id] = std::move(pairing);
  }
}

}  // namespace gcmock
