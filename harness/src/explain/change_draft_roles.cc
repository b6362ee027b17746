// Roles and permissions that the caller would have to have, in his org or by trust.
#include "explain/change_draft.h"

#include <algorithm>

#include "gcmock/wire/operations.h"

namespace gcmock {

using Texts = ChangeDraft::Texts;

void ChangeDraft::assign_roles() {
  const auto asked = client();
  const Org* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
  if (!asked || org == nullptr) return;
  Texts assigned = texts_of(asked->roles());
  const Texts required = names_in(step_.expected);
  const bool exist =
      std::ranges::all_of(required, [&](const std::string& role) { return org->roles.contains(RoleName(role)); });
  if (exist) return set(place_, json_list(with(assigned, required)));
  std::erase_if(assigned, [&](const std::string& role) { return !has(required, role); });
  set(registration() + "/required_roles", json_list(assigned));
}

Texts ChangeDraft::roles_of_caller(const Org& org) const {
  if (subject_.home) {
    const auto trust = org.trusts.find(*subject_.home);
    if (trust == org.trusts.end() || !subject_.user) return {};
    const auto member = trust->second.users.find(*subject_.user);
    return member == trust->second.users.end() ? Texts{} : texts_of(member->second.roles);
  }
  if (subject_.user) {
    const auto user = org.users.find(*subject_.user);
    return user == org.users.end() ? Texts{} : texts_of(user->second.roles);
  }
  const auto asked = client();
  return asked ? texts_of(asked->roles()) : Texts{};
}

bool ChangeDraft::gives(const Role& role, const Texts& needed) {
  return std::ranges::all_of(needed, [&](const std::string& permission) {
    return std::ranges::any_of(role.permissions,
                               [&](const Permission& held) { return permits(held, Permission(permission)); });
  });
}

void ChangeDraft::permit() {
  const Org* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
  Texts needed = names_in(step_.expected);
  if (org == nullptr || needed.empty() || place_.empty()) return;
  if (step_.expected.starts_with("one of ")) needed.resize(1);
  const Texts held = roles_of_caller(*org);
  const auto is_gone = [&](const std::string& role) { return !org->roles.contains(RoleName(role)); };
  if (std::ranges::any_of(held, is_gone)) undo();
  if (!patch_.empty()) return;
  for (const auto& [name, role] : org->roles) {
    if (gives(role, needed)) return set(place_, json_list(with(held, {name.value})));
  }
  const std::string name = held.empty() ? "permitted" : held.front();
  const auto role = org->roles.find(RoleName(name));
  const Texts permissions = role == org->roles.end() ? Texts{} : texts_of(role->second.permissions);
  set("/orgs/" + org->name.value + "/roles/" + name, "{\"permissions\": " + json_list(with(permissions, needed)) + "}");
  if (held.empty()) set(place_, json_list({name}));
}

Texts ChangeDraft::needed_by_operation() const {
  const Operation* const operation = find_operation(refused_.endpoint, refused_.method);
  if (operation == nullptr) return {};
  Texts needed;
  for (const std::string_view permission : words_of(operation->permissions)) needed.emplace_back(permission);
  if (operation->rule == PermissionRule::any && !needed.empty()) needed.resize(1);
  return needed;
}

void ChangeDraft::trust_user() {
  undo();
  const Org* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
  if (!patch_.empty() || org == nullptr || !subject_.user) return;
  Texts roles;
  for (const auto& [name, role] : org->roles) {
    if (roles.empty() && gives(role, needed_by_operation())) roles.push_back(name.value);
  }
  set(place({Check::user_is_trusted, Finding::failed, {}, {}}, subject_), "{\"roles\": " + json_list(roles) + "}");
}

}  // namespace gcmock
