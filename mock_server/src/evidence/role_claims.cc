// What is claimed of roles.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"role.what_each_operation_asks", "What each operation asks for, takes and declares as errors",
             EvidenceLevel::vendor_openapi, "the Platform API description"},
    ClaimRow{"role.what_change_through_gives",
             "What a change through the API gives or takes holds for the next request", EvidenceLevel::assumed,
             "how fast the vendor's grants reach its services is not known"},
    ClaimRow{"role.expand_get_users_me", "`expand` of `GET /api/v2/users/me` takes the declared words",
             EvidenceLevel::vendor_openapi,
             "getUsersMe; of what the world does not know lists are empty and all else is left out: `assumed`"},
    ClaimRow{"role.subject_user_or_service",
             "A subject is a user, or the service account of a client that the org registered or authorized",
             EvidenceLevel::vendor_openapi,
             "`subjectType`, SubjectDivisionGrants.type; groups are not known to the mock"},
    ClaimRow{"role.subjecttype_pc_user_where", "`subjectType` is `PC_USER` where it is left out",
             EvidenceLevel::vendor_openapi, "postAuthorizationSubjectBulkadd"},
    ClaimRow{"role.role_without_divisions_held",
             "A role without divisions is held in the home division; `users/add` and `PUT /api/v2/users/{id}/roles` "
             "give it there",
             EvidenceLevel::assumed, ""},
    ClaimRow{"role.taking_grant_not_held",
             "Taking a grant that is not held is no error; `bulkremove` does not look whether role and division exist",
             EvidenceLevel::assumed, "it declares no `bad.role.divisions`"},
    ClaimRow{"role.grants_subject_what_was", "Grants of a subject are what was given to it: nothing is inherited",
             EvidenceLevel::assumed, "", "getAuthorizationSubject getAuthorizationSubjectsMe"},
    ClaimRow{"role.roles_may_be_given",
             "Roles may be given and taken everywhere, unless `authorizationGrantDivisionAware` is on: then only in "
             "divisions in which a role of the caller has `authorization:grant:add` or `:delete`",
             EvidenceLevel::vendor_openapi,
             "RoleSettings (\"enforcement of division aware for authorization grant add and delete\"), 403 "
             "`missing.division.permissions`; which permission is looked for is `assumed`"},
    ClaimRow{"role.missing_division_permission_implied", "`missing.division.permission.implied` is not given",
             EvidenceLevel::assumed, "what tells it from `missing.division.permissions` is not known"},
    ClaimRow{"role.rolecounts_answers_id_number",
             "`rolecounts` answers `{\"id\": number}`, and leaves out who is not there", EvidenceLevel::assumed,
             "the description has values of type `object`, which stands for any value elsewhere in it",
             "getAuthorizationSubjectsRolecounts"},
    ClaimRow{"role.ids_roles_divisions_their",
             "Ids of roles and divisions are their keys in the world, of new ones UUIDs", EvidenceLevel::assumed, ""},
    ClaimRow{"role.home_division_s_id", "The home division's id is the org's where the world states none",
             EvidenceLevel::assumed, ""},
    ClaimRow{"role.two_roles_one_name",
             "Two roles of one name: 409 `request.conflict`; names of divisions and roles are compared without regard "
             "to case",
             EvidenceLevel::assumed, "divisions: 409 `resource.already.exists` (`vendor_openapi`)"},
    ClaimRow{"role.put_role_replaces_name",
             "`PUT` of a role replaces name, description and permissions; `PATCH` changes `roleNeedsUpdate` only",
             EvidenceLevel::vendor_openapi,
             "putAuthorizationRole, patchAuthorizationRole (\"Patch Organization Role for needsUpdate Field\"); that "
             "what is left out is empty then is `assumed`"},
    ClaimRow{"role.conditions_permission_policies_not",
             "Conditions of permission policies are not kept: a policy holds everywhere", EvidenceLevel::assumed, "",
             "postAuthorizationRoles putAuthorizationRole"},
    ClaimRow{"role.post_authorization_roles_default",
             "`POST /api/v2/authorization/roles/default` adds missing default roles, with `force` it restores those "
             "that were changed as well",
             EvidenceLevel::vendor_openapi,
             "postAuthorizationRolesDefault; which there are is the world's `default_roles`"},
    ClaimRow{"role.body_names_unknown_subject",
             "A body that names an unknown subject or division is badly formed (`general.bad.request`), an unknown "
             "user not found (`general.resource.not.found`)",
             EvidenceLevel::assumed, "both codes are declared"},
    ClaimRow{"role.division_s_name_invalid",
             "A division's name is invalid where it is blank, and texts are too long beyond 255 bytes",
             EvidenceLevel::assumed, "the codes are declared (`vendor_openapi`)"},
    ClaimRow{"role.how_many_roles_divisions",
             "How many roles, divisions, and roles of a subject there may be: the world's `capacity`, default none",
             EvidenceLevel::assumed, "the codes are declared (`vendor_openapi`)"},
    ClaimRow{"role.get_authorization_permissions_lists",
             "`GET /api/v2/authorization/permissions` lists the permissions that the served operations ask for",
             EvidenceLevel::assumed, "the vendor lists all that it has", "getAuthorizationPermissions"},
    ClaimRow{"role.org_has_products_collaboratefree",
             "An org has the products `collaborateFree`, `collaboratePro`, `communicate`, `engage` unless its world "
             "says otherwise",
             EvidenceLevel::assumed, "names from getAuthorizationProducts", "getAuthorizationProducts"},
    ClaimRow{
        "role.put_organizations_me_asks",
        "`PUT /api/v2/organizations/me` asks for the current version; what is left out stays, `state` is not changed",
        EvidenceLevel::vendor_openapi, "409 `general.conflict`; the rest is `assumed`"},
};

}  // namespace

std::span<const ClaimRow> role_claims() {
  return rows;
}

}  // namespace gcmock
