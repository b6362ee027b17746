// What is claimed of org-to-org trust.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"trust.trustee_s_pairing_good",
             "A trustee's pairing is good for 48 hours; the trustor turns it into a trust",
             EvidenceLevel::vendor_openapi, "TrustRequest.dateCreated, postOrgauthorizationPairings"},
    ClaimRow{"trust.whoever_knows_its_id",
             "Whoever knows its id may see a pairing; its first use does not end it; a pairing that is over is "
             "`pairing.id.required`, or 404 where it is asked for",
             EvidenceLevel::assumed, ""},
    ClaimRow{"trust.trustee_user_required_where",
             "`trustee.user.required` where the request speaks of users alone and names none, else "
             "`trustee.user.or.group.required`",
             EvidenceLevel::assumed, "the codes are `vendor_openapi`"},
    ClaimRow{"trust.second_trust_same_org",
             "A second trust in the same org, and a member that is in already, are 409 `request.conflict`",
             EvidenceLevel::assumed, "the code is `vendor_openapi`"},
    ClaimRow{"trust.put_trust_without_dateexpired", "`PUT` of a trust without `dateExpired`: it does not expire",
             EvidenceLevel::assumed, ""},
    ClaimRow{"trust.disabled_trust_lets_nobody", "A disabled trust lets nobody in", EvidenceLevel::vendor_openapi,
             "Trustee.enabled"},
    ClaimRow{"trust.token_by_trust_may",
             "A token by trust may do what the trust's roles, the user's and those of his groups, allow in the trustor",
             EvidenceLevel::vendor_doc, "blog of 2018-10-25; that groups add up is `assumed`"},
    ClaimRow{"trust.token_by_trust_dead",
             "A token by trust is dead once the trust is disabled, over or removed, or the user is in it no more: 401 "
             "`bad.credentials`",
             EvidenceLevel::assumed, "a refusal like that of a revoked token"},
    ClaimRow{"trust.nine_operations_on_trustors",
             "Nine operations on trustors need the operation's permission in the trustor as well: 403 "
             "`missing.trustor.permissions`",
             EvidenceLevel::vendor_openapi, "x-inin-error-codes; that the permission is the same one is `assumed`"},
    ClaimRow{"trust.client_s_own_token", "A client's own token has no permission by trust", EvidenceLevel::assumed, ""},
    ClaimRow{"trust.trustee_s_put_user",
             "A trustee's `PUT` of a user or group gives no roles, and changes nothing for one that is in already",
             EvidenceLevel::assumed, ""},
    ClaimRow{"trust.five_clones_trustee_s",
             "Five clones of a trustee's users at most; a sixth is 409 `request.conflict`",
             EvidenceLevel::vendor_openapi, "getOrgauthorizationTrusteeClonedusers; status and code are `assumed`"},
    ClaimRow{"trust.only_who_trust_can",
             "Only who is in the trust can be cloned; a clone is listed, and no user of the org",
             EvidenceLevel::assumed, "", "getOrgauthorizationTrustorClonedusers putOrgauthorizationTrustorCloneduser"},
    ClaimRow{"trust.roles_may_be_given",
             "Roles may be given for a division of the org, its home division, or all (`*`)", EvidenceLevel::assumed,
             ""},
    ClaimRow{"trust.customer_care_each_org",
             "Customer Care is each org that says so (`\"kind\": \"customer_care\"`); a world without one answers 404, "
             "and an empty list of ids",
             EvidenceLevel::assumed, "", "postOrgauthorizationTrusteesCare"},
    ClaimRow{"trust.its_groups_or_else",
             "Its groups, or else all its users, come in, with the org's roles `admin`, `full_access`, `trusted_user` "
             "as asked for; `autoExpire` means 30 days",
             EvidenceLevel::assumed, ""},
    ClaimRow{"trust.wish_neither_true_nor",
             "A wish that is neither `true` nor `false` is `request.fields.validation.error`", EvidenceLevel::assumed,
             "the code is `vendor_openapi`"},
    ClaimRow{"trust.default_trustee_first_org",
             "The default trustee is the first org of Customer Care by its short name", EvidenceLevel::assumed, "",
             "getOrgauthorizationTrusteesDefault"},
    ClaimRow{"trust.audits_tell_what_was",
             "Audits tell what was done while the world is served; their members, and that facets and filters change "
             "nothing",
             EvidenceLevel::assumed, "AuditQueryResponse has no members (`vendor_openapi`)",
             "postOrgauthorizationTrusteesAudits postOrgauthorizationTrustorAudits"},
    ClaimRow{"trust.empty_lists_ids_audit",
             "Empty lists of ids in an audit query limit nothing; `sortBy` knows `timestamp`", EvidenceLevel::assumed,
             ""},
};

}  // namespace

std::span<const ClaimRow> trust_claims() {
  return rows;
}

}  // namespace gcmock
