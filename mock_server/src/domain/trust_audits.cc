#include "domain/trust_audits.h"

#include <fmt/format.h>

#include "domain/token_checks.h"

namespace gcmock {
namespace {

using Action = TrustAudit::Action;

/// Compares the two, thing by thing.
class Comparison {
 public:
  Comparison(const Trust& before, const Trust& after, const AuditStamp& stamp)
      : before_(before), after_(after), stamp_(stamp) {}

  std::vector<TrustAudit> take() {
    compare_settings();
    compare_members(before_.users, after_.users, "user");
    compare_members(before_.groups, after_.groups, "group");
    compare_clones();
    return std::move(audits_);
  }

 private:
  static std::optional<UserName> user_in(const UserName& user) { return user; }
  static std::optional<UserName> user_in(const GroupName&) { return std::nullopt; }

  void note(Action action, std::string what, std::optional<UserName> user = std::nullopt) {
    audits_.push_back({stamp_.at, after_.trustee, action, std::move(what), std::move(user), stamp_.by});
  }

  void compare_settings() {
    if (before_.use != after_.use) {
      note(Action::updated, after_.use == Trust::Use::enabled ? "the trust was enabled" : "the trust was disabled");
    }
    if (before_.expires_at != after_.expires_at) note(Action::updated, "the expiration of the trust was changed");
  }

  template <class Members>
  void compare_members(const Members& before, const Members& after, std::string_view kind) {
    for (const auto& [name, member] : before) {
      if (!after.contains(name))
        note(Action::removed, fmt::format("{} {} was removed", kind, name.value), user_in(name));
    }
    for (const auto& [name, member] : after) {
      const auto old = before.find(name);
      if (old == before.end()) {
        note(Action::added, fmt::format("{} {} was added with roles {}", kind, name.value, listed(member.roles)),
             user_in(name));
      } else if (old->second.roles != member.roles || old->second.role_divisions != member.role_divisions) {
        note(Action::updated, fmt::format("roles of {} {} became {}", kind, name.value, listed(member.roles)),
             user_in(name));
      }
    }
  }

  void compare_clones() {
    for (const auto& user : before_.cloned_users) {
      if (!after_.cloned_users.contains(user)) {
        note(Action::removed, fmt::format("the clone of user {} was deleted", user.value), user);
      }
    }
    for (const auto& user : after_.cloned_users) {
      if (!before_.cloned_users.contains(user)) {
        note(Action::added, fmt::format("user {} was cloned", user.value), user);
      }
    }
  }

  const Trust& before_;
  const Trust& after_;
  const AuditStamp& stamp_;
  std::vector<TrustAudit> audits_;
};

}  // namespace

std::vector<TrustAudit> audits_of(const Trust* before, const Trust& after, const AuditStamp& stamp) {
  if (before != nullptr) return Comparison(*before, after, stamp).take();
  std::vector<TrustAudit> audits{{stamp.at, after.trustee, Action::created, "the trust was created", {}, stamp.by}};
  Trust empty = after;
  empty.users.clear();
  empty.groups.clear();
  empty.cloned_users.clear();
  for (auto& audit : Comparison(empty, after, stamp).take()) audits.push_back(std::move(audit));
  return audits;
}

TrustAudit audit_of_removal(const Trust& trust, const AuditStamp& stamp) {
  return {stamp.at, trust.trustee, Action::deleted, "the trust was deleted", {}, stamp.by};
}

}  // namespace gcmock
