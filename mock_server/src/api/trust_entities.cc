// What the world does not hold is left out: dates and authors of what was there before the world began.
#include "api/trust_entities.h"

#include <nlohmann/json.hpp>
#include <set>

namespace gcmock {
namespace {

/// OrgUser of whoever did something; null where that is not known.
Json author(const ApiCall& call, const std::optional<UserOfOrg>& who) {
  const auto* org = who ? find_org(call.world, who->org) : nullptr;
  if (org == nullptr) return nullptr;
  const auto user = org->users.find(who->user);
  return user == org->users.end() ? Json(nullptr) : org_user(*org, user->second);
}

void add_creation(Json& entity, const std::optional<Instant>& at, Json by) {
  if (at) entity["dateCreated"] = date_time(*at);
  if (!by.is_null()) entity["createdBy"] = std::move(by);
}

/// Members of User that TrustUser and OrgUser share.
Json user_entity(const User& user) {
  return {{"id", user.id.value},    {"name", user.display_name},
          {"email", user.email},    {"state", to_string(user.status)},
          {"username", user.email}, {"version", 1}};
}

Json creator(const TrustBetween& between) {
  const auto& name = between.trust.created_by;
  const auto user = name ? between.trustor.users.find(*name) : between.trustor.users.end();
  return user == between.trustor.users.end() ? Json(nullptr) : org_user(between.trustor, user->second);
}

bool is_open_to_caller(const ApiCall& call, const TrustBetween& between) {
  const auto who = user_who_calls(call);
  return who && may_act_by_trust(call.world, between.trustor, *who, call.now);
}

}  // namespace

Json organization_of_trust(const Org& org) {
  auto entity = organization(org);
  entity.erase("selfUri");  // it is the caller's own
  return entity;
}

Json org_user(const Org& org, const User& user) {
  auto entity = user_entity(user);
  entity["organization"] = organization_of_trust(org);
  return entity;
}

Json trust_member(const ApiCall& call, const MemberOfTrust<TrustedUsers>& user) {
  auto entity = user_entity(user.thing);
  Json details = Json::object();
  add_creation(details, user.member.since, author(call, user.member.added_by));
  entity["trustUserDetails"] = std::move(details);
  return entity;
}

Json trust_group(const Group& group) {
  return {{"id", group.id.value},
          {"name", group.display_name},
          {"memberCount", group.members.size()},
          {"state", "active"},
          {"version", 1},
          {"type", "official"},
          {"rulesVisible", true},
          {"visibility", "public"}};
}

Json trust_member(const ApiCall& call, const MemberOfTrust<TrustedGroups>& group) {
  auto entity = trust_group(group.thing);
  add_creation(entity, group.member.since, author(call, group.member.added_by));
  return entity;
}

Json trustee(const TrustBetween& between) {
  const auto& trust = between.trust;
  Json entity{{"id", between.trustee.id.value},
              {"enabled", trust.use == Trust::Use::enabled},
              {"usesDefaultRole", trust.defaults.contains(TrustDefault::admin_role)},
              {"hasFullAccess", trust.defaults.contains(TrustDefault::full_access)},
              {"isTrustedUser", trust.defaults.contains(TrustDefault::trusted_user)}};
  add_creation(entity, trust.created_at, creator(between));
  if (trust.expires_at) entity["dateExpired"] = date_time(*trust.expires_at);
  entity["organization"] = organization_of_trust(between.trustee);
  entity["selfUri"] = "/api/v2/orgauthorization/trustees/" + between.trustee.id.value;
  return entity;
}

Json trustor(const ApiCall& call, const TrustBetween& between) {
  Json entity{{"id", between.trustor.id.value}, {"enabled", between.trust.use == Trust::Use::enabled}};
  add_creation(entity, between.trust.created_at, creator(between));
  entity["organization"] = organization_of_trust(between.trustor);
  std::vector<RoleName> roles;
  if (is_open_to_caller(call, between)) roles = roles_by_trust(between.trust, between.trustee, *call.caller.user);
  entity["authorization"] = {{"permissions", trusted_roles(between.trustor, roles)["permissions"]}};
  entity["selfUri"] = "/api/v2/orgauthorization/trustors/" + between.trustor.id.value;
  return entity;
}

Json trust_request(const Org& trustee, const Pairing& pairing) {
  Json entity{{"id", pairing.id.value}};
  const auto by = pairing.created_by ? trustee.users.find(*pairing.created_by) : trustee.users.end();
  add_creation(entity, pairing.created_at, by == trustee.users.end() ? Json(nullptr) : org_user(trustee, by->second));
  entity["trustee"] = organization_of_trust(trustee);
  entity["users"] = Json::array();
  for (const auto& name : pairing.users) {
    if (const auto user = trustee.users.find(name); user != trustee.users.end()) {
      entity["users"].push_back(org_user(trustee, user->second));
    }
  }
  entity["groups"] = Json::array();
  for (const auto& name : pairing.groups) {
    if (const auto group = trustee.groups.find(name); group != trustee.groups.end()) {
      entity["groups"].push_back(trust_group(group->second));
    }
  }
  entity["selfUri"] = "/api/v2/orgauthorization/pairings/" + pairing.id.value;
  return entity;
}

Json trusted_roles(const Org& org, const std::vector<RoleName>& roles) {
  Json entity{{"roles", Json::array()}, {"unusedRoles", Json::array()}};
  for (const auto& name : roles) {
    const auto role = org.roles.find(name);
    const auto& shown = role == org.roles.end() ? name.value : role->second.shown_name();
    entity["roles"].push_back({{"id", name.value}, {"name", shown}});
  }
  const auto held = permissions_of(org, roles);
  entity["permissions"] = texts(std::set<Permission>(held.begin(), held.end()));
  entity["permissionPolicies"] = Json::array();
  return entity;
}

Json cloned_user(const TrustBetween& between, const User& user) {
  const auto& org = between.trustor.id.value;
  return {{"id", user.id.value},
          {"name", user.display_name},
          {"trustor", {{"id", org}, {"name", between.trustor.details.display_name}}},
          {"selfUri", "/api/v2/orgauthorization/trustors/" + org + "/clonedusers/" + user.id.value}};
}

Json cloned_users(const TrustBetween& between, const std::string& path) {
  Json entities = Json::array();
  for (const auto& name : between.trust.cloned_users) {
    const auto user = between.trustee.users.find(name);
    if (user != between.trustee.users.end()) entities.push_back(cloned_user(between, user->second));
  }
  const auto count = entities.size();
  return {{"total", count}, {"entities", std::move(entities)}, {"selfUri", path}};
}

}  // namespace gcmock
