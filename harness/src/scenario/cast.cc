// Names that a scenario may use.
#include "scenario/cast.h"

#include <fmt/format.h>

#include <algorithm>

#include "scenario/spelling.h"

namespace gcmock {
namespace {

std::vector<std::string> listed_names(const std::set<std::string>& names) {
  return {names.begin(), names.end()};
}

}  // namespace

Cast::Cast(const World& before, const World& after, const std::map<OrgName, ClientSettings>& settings)
    : is_known_(true) {
  add(before);
  add(after);
  for (const auto& [org, told] : settings) {
    callable_.insert(org.value);
    if (!told.client_id.empty()) clients_.insert(told.client_id);
  }
}

void Cast::add(const World& world) {
  for (const auto& [name, org] : world.orgs) {
    orgs_.insert(name.value);
    for (const auto& entry : org.clients) clients_.insert(entry.first.value);
    for (const auto& entry : org.trusts) trustees_[name.value].insert(entry.first.value);
    ids_[name.value] = org.id.value;
    for (const auto& [user, account] : org.users) {
      users_[name.value].insert(user.value);
      emails_[{name.value, user.value}] = account.email;
    }
  }
}

std::string Cast::email_of(const OrgName& org, const std::string& user) const {
  const auto found = emails_.find({org.value, user});
  return found == emails_.end() ? std::string{} : found->second;
}

std::string Cast::id_of(const OrgName& org) const {
  const auto found = ids_.find(org.value);
  return found == ids_.end() ? std::string{} : found->second;
}

void Cast::check_org(const Text& org, Mistakes& mistakes) const {
  if (!is_known_ || orgs_.contains(org.text)) return;
  mistakes.add({"GC302", org.spot, fmt::format("the world has no org \"{}\"", org.text),
                suggest(org.text, listed_names(orgs_), "the world has no orgs at all")});
}

void Cast::check_org_to_call(const Text& org, Mistakes& mistakes) const {
  check_org(org, mistakes);
  if (!is_known_ || !orgs_.contains(org.text) || callable_.contains(org.text)) return;
  mistakes.add(
      {"GC308", org.spot, fmt::format("it is not clear which client of org {} is under test", org.text),
       fmt::format("let the world say \"client_under_test\" in org {}, or client_settings say its \"client_id\"",
                   org.text)});
}

void Cast::check_client(const Text& client, Mistakes& mistakes) const {
  if (!is_known_ || clients_.contains(client.text)) return;
  mistakes.add({"GC303", client.spot, fmt::format("no org of the world has registered a client \"{}\"", client.text),
                suggest(client.text, listed_names(clients_), "the world has no clients at all")});
}

void Cast::check_user(const Text& user, const std::optional<OrgName>& org, Mistakes& mistakes) const {
  if (!is_known_ || (org && !orgs_.contains(org->value))) return;
  std::set<std::string> users;
  for (const auto& [name, there] : users_) {
    if (!org || org->value == name) users.insert(there.begin(), there.end());
  }
  if (users.contains(user.text)) return;
  const std::string where = org ? fmt::format("org {} has", org->value) : std::string("no org of the world has");
  mistakes.add({"GC304", user.spot, fmt::format("{} {}user \"{}\"", where, org ? "no " : "a ", user.text),
                suggest(user.text, listed_names(users), "it has no users at all")});
}

bool Cast::has_guest(const OrgName& org, const std::string& user) const {
  const auto trustees = trustees_.find(org.value);
  if (trustees == trustees_.end()) return false;
  return std::ranges::any_of(trustees->second, [&](const std::string& trustee) {
    const auto users = users_.find(trustee);
    return users != users_.end() && users->second.contains(user);
  });
}

void Cast::check_user_or_guest(const Text& user, const std::optional<OrgName>& org, Mistakes& mistakes) const {
  if (!org || !has_guest(*org, user.text)) check_user(user, org, mistakes);
}

}  // namespace gcmock
