// References are resolved in the world and, where it was changed, in what it was before.
#include "scenario/world_sense.h"

#include <fmt/format.h>

#include <map>

#include "scenario/spelling.h"

namespace gcmock {
namespace {

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  for (const auto& entry : map) names.push_back(entry.first.value);
  return names;
}

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& entry : map) keys.push_back(entry.first);
  return keys;
}

const Org& org_or_none(const World& world, const OrgName& name) {
  static const Org none;
  const Org* found = find_org(world, name);
  return found != nullptr ? *found : none;
}

bool resolves(const World& world, const Reference& reference) {
  const Org& org = org_or_none(world, reference.org);
  const ClientId client(reference.name.text);
  switch (reference.to) {
    case Reference::To::user:
      return org.users.contains(UserName(reference.name.text));
    case Reference::To::role:
      return org.roles.contains(RoleName(reference.name.text));
    case Reference::To::group:
      return org.groups.contains(GroupName(reference.name.text));
    case Reference::To::other_org:
      return reference.name.text != reference.org.value && find_org(world, OrgName(reference.name.text)) != nullptr;
    case Reference::To::client_known_in_org:
      return org.clients.contains(client) || org.authorizations.contains(client);
    case Reference::To::client_registered_elsewhere:
    case Reference::To::client_registered:
      return !orgs_that_registered(world, client).empty();
    case Reference::To::division:
      return org.divisions.contains(DivisionId(reference.name.text));
    case Reference::To::default_role:
      return org.default_roles.contains(RoleName(reference.name.text));
    case Reference::To::integration_type:
      return world.integration_types.contains(reference.name.text);
  }
  return false;
}

std::vector<std::string> clients_known_in(const Org& org) {
  std::vector<std::string> names = names_of(org.clients);
  for (const auto& entry : org.authorizations) names.push_back(entry.first.value);
  return names;
}

void tell_dangling(const World& world, const Reference& reference, Mistakes& mistakes) {
  const Org& org = org_or_none(world, reference.org);
  const std::string& name = reference.name.text;
  const auto tell = [&](std::string code, std::string what, std::string fix) {
    mistakes.add({std::move(code), reference.name.spot, std::move(what), std::move(fix)});
  };
  switch (reference.to) {
    case Reference::To::user:
      return tell("GC304", fmt::format("org {} has no user \"{}\"", reference.org.value, name),
                  suggest(name, names_of(org.users), "add the user under \"users\""));
    case Reference::To::role:
      return tell("GC305", fmt::format("org {} has no role \"{}\"", reference.org.value, name),
                  suggest(name, names_of(org.roles), "add the role under \"roles\", with its permissions"));
    case Reference::To::group:
      return tell("GC312", fmt::format("org {} has no group \"{}\"", reference.org.value, name),
                  suggest(name, names_of(org.groups), "add the group under \"groups\""));
    case Reference::To::other_org: {
      auto others = names_of(world.orgs);
      std::erase(others, reference.org.value);
      return tell("GC302", fmt::format("the world has no other org \"{}\"", name),
                  suggest(name, others, "a trust is in another org: add it under \"orgs\""));
    }
    case Reference::To::client_known_in_org:
      return tell("GC303", fmt::format("org {} knows no client \"{}\"", reference.org.value, name),
                  suggest(name, clients_known_in(org),
                          "register it under \"clients\", or authorize it under \"authorizations\""));
    case Reference::To::client_registered_elsewhere: {
      std::vector<std::string> registered;
      for (const auto& each : world.orgs) {
        if (each.first == reference.org) continue;
        for (const std::string& id : names_of(each.second.clients)) registered.push_back(id);
      }
      return tell(
          "GC303",
          fmt::format("org {} authorizes the client \"{}\", which no org has registered", reference.org.value, name),
          suggest(name, registered, "register it under \"clients\" of the org that it belongs to"));
    }
    case Reference::To::client_registered:
      return tell("GC303", fmt::format("no org has registered the client \"{}\"", name),
                  "register it under \"clients\" of the org that it belongs to");
    case Reference::To::division:
      return tell("GC309", fmt::format("org {} has no division \"{}\"", reference.org.value, name),
                  suggest(name, names_of(org.divisions), "add the division under \"divisions\""));
    case Reference::To::default_role:
      return tell("GC305", fmt::format("org {} has no default role \"{}\"", reference.org.value, name),
                  suggest(name, names_of(org.default_roles), "add the role under \"default_roles\""));
    case Reference::To::integration_type:
      return tell("GC310", fmt::format("the world has no integration type \"{}\"", name),
                  suggest(name, keys_of(world.integration_types), "add it under the world's \"integration_types\""));
  }
}

void check_stated_once(const WorldReading& reading, Mistakes& mistakes) {
  std::map<std::string, const StatedOnce*> seen;
  for (const StatedOnce& stated : reading.stated_once) {
    const auto [first, is_new] = seen.emplace(stated.value, &stated);
    if (is_new) continue;
    mistakes.add({"GC410", stated.spot, fmt::format("this {} is stated twice", stated.what),
                  "change one of them, or leave it out: one is generated"},
                 first->second->spot, "first");
  }
}

void check_registrations(const WorldReading& reading, Mistakes& mistakes) {
  std::map<ClientId, Spot> first;
  for (const auto& [key, spot] : reading.client_spots) {
    const auto& [org, client] = key;
    if (org_or_none(reading.world, org).authorizations.contains(client)) {
      mistakes.add({"GC409", spot,
                    fmt::format("org {} registers the client \"{}\" and authorizes it as another org's", org.value,
                                client.value),
                    "leave it under \"clients\" or under \"authorizations\""});
    }
    const auto [other, is_new] = first.emplace(client, spot);
    if (is_new || reading.world.dialect == Dialect::reported) continue;
    mistakes.add(
        {"GC409", spot,
         fmt::format("the client \"{}\" is registered in two orgs, which the dialect \"genesys\" does not know",
                     client.value),
         "authorize it under \"authorizations\" here, or let the world say \"dialect\": \"reported\""},
        other->second, "registered here as well");
  }
}

}  // namespace

void check_world(const WorldReading& reading, const World* before, Mistakes& mistakes) {
  for (const Reference& reference : reading.references) {
    const bool is_there = resolves(reading.world, reference) || (before != nullptr && resolves(*before, reference));
    if (!is_there) tell_dangling(reading.world, reference, mistakes);
  }
  check_stated_once(reading, mistakes);
  check_registrations(reading, mistakes);
}

}  // namespace gcmock
