// Org-to-org trust: who of a trustee org may act in the trustor, and as what.
#pragma once

#include <optional>
#include <vector>

#include "domain/trail_recorder.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/time.h"
#include "gcmock/domain/world.h"

namespace gcmock {

// Look-ups by what the API shows; null where there is none.
const Org* find_org(const World& world, const OrgId& id);
const User* find_user(const Org& org, const UserId& id);
const Group* find_group(const Org& org, const GroupId& id);

/// The trust of `trustor` in `trustee`, in whatever state; null where there is none.
const Trust* find_trust(const Org& trustor, const OrgName& trustee);

/// Is it enabled and not over.
bool is_open(const Trust& trust, Instant now);

/// Is a user of `trustee` in it, by name or as a member of a group.
bool is_trusted(const Trust& trust, const Org& trustee, const UserName& user);

/// What the trust says of a user of `trustee`: his own membership, then those of his groups.
std::vector<const TrustedMember*> memberships(const Trust& trust, const Org& trustee, const UserName& user);

/// Roles of the trustor that the trust gives a user of `trustee`: his own, then those of his groups. Says nothing of
/// whether the trust is open.
std::vector<RoleName> roles_by_trust(const Trust& trust, const Org& trustee, const UserName& user);

/// May this user of another org act in `trustor` now. vendor_doc: users switch to a customer's org by trust.
bool may_act_by_trust(const World& world, const Org& trustor, const UserOfOrg& who, Instant now);

/// The same with a step for each check: home_org_is_trusted, trust_is_enabled, trust_is_not_expired, user_is_trusted.
/// `otherwise` is the reason of the refusal: what it is called depends on what was asked.
bool trust_lets_user_in(const World& world, const Org& trustor, const UserOfOrg& who, Instant now,
                        RefusalReason otherwise, TrailRecorder& trail);

/// Permissions that these roles have in an org, in their order; a role that the org has not gives none.
std::vector<Permission> permissions_of(const Org& org, const std::vector<RoleName>& roles);

}  // namespace gcmock
