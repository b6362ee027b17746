// Rows of the answer table for what an API request itself does wrong: statuses, codes and texts of the Platform API
// description (x-inin-error-codes).
#include "wire/api_fault_answers.h"

#include <algorithm>
#include <array>

namespace gcmock {
namespace {

using enum RefusalReason;

constexpr std::string_view openapi_errors = "Platform API description, x-inin-error-codes of every operation";
constexpr std::string_view openapi_value_errors =
    "Platform API description, x-inin-error-codes of every operation but DELETE and HEAD";

constexpr AnswerRow api(int status, std::string_view code, std::string_view text,
                        EvidenceLevel level = EvidenceLevel::vendor_openapi, std::string_view source = openapi_errors) {
  return {status, BodyShape::error_body, code, text, level, source};
}

struct Row {
  RefusalReason reason;
  AnswerRow answer;
};

constexpr std::array rows{
    Row{api_permissions_missing,
        api(403, "missing.permissions",
            "Unable to perform the requested action. You are missing the following permission(s): %s")},
    Row{media_type_unsupported, api(415, "unsupported.media.type",
                                    "Unsupported Media Type - Unsupported or incorrect media type, such as an "
                                    "incorrect Content-Type value in the header.")},
    Row{body_malformed,
        api(400, "bad.request", "The request could not be understood by the server due to malformed syntax.")},
    Row{body_member_missing, api(400, "constraint.validation", "%s", EvidenceLevel::assumed,
                                 "the Platform API description has the code; which faults it stands for is not known")},
    Row{body_value_invalid,
        api(400, "invalid.value", "Value [%s] is not valid for field type [%s]. Allowable values are: %s",
            EvidenceLevel::vendor_openapi, openapi_value_errors)},
    Row{body_date_invalid,
        api(400, "invalid.date", "Dates must be specified as ISO-8601 strings. For example: yyyy-MM-ddTHH:mm:ss.SSSZ",
            EvidenceLevel::vendor_openapi, openapi_value_errors)},
    Row{query_value_invalid,
        api(400, "invalid.query.param.value", "Value [%s] is not valid for parameter [%s]. Allowable values are: %s",
            EvidenceLevel::vendor_openapi, openapi_value_errors)},
    Row{entity_not_found, api(404, "not.found", "The requested resource was not found.")},
    Row{request_conflict,
        api(409, "request.conflict", "The request conflicts with the current state of the target resource.")},
    Row{client_grant_type_required,
        api(400, "grant.type.required", "Grant type is required.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOauthClients, putOauthClient")},
    Row{client_grant_type_invalid, api(400, "bad.grant.type", "Invalid grant type.", EvidenceLevel::vendor_openapi,
                                       "Platform API description, postOauthClients, putOauthClient")},
    Row{client_scope_missing,
        api(400, "missing.client.scope", "Client scope is missing.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOauthClients, putOauthClient")},
    Row{client_scope_invalid, api(400, "auth.invalid.scope", "Client has invalid scope", EvidenceLevel::vendor_openapi,
                                  "Platform API description, postOauthClients")},
    Row{client_roles_missing,
        api(400, "missing.client.roles", "Client roles and divisions are missing.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOauthClients, putOauthClient")},
    Row{client_role_invalid, api(400, "bad.client.role", "Client role is invalid.", EvidenceLevel::vendor_openapi,
                                 "Platform API description, postOauthClients, putOauthClient")},
    Row{client_roles_exceed_caller,
        api(400, "bad.client.role", "The caller does not have all the roles assigned to this client.",
            EvidenceLevel::vendor_openapi, "Platform API description, postOauthClientSecret")},
    Row{client_must_start_active, api(400, "bad.client.state", "New clients can only have an active state",
                                      EvidenceLevel::vendor_openapi, "Platform API description, postOauthClients")},
    Row{client_edit_while_disabled, api(400, "bad.client.state", "Client is disabled.", EvidenceLevel::vendor_openapi,
                                        "Platform API description, putOauthClient")},
    Row{too_many_clients, api(400, "auth.too.many.clients", "Too many clients exist in this organization.",
                              EvidenceLevel::vendor_openapi, "Platform API description, postOauthClients")},
    Row{client_not_deletable,
        api(400, "cannot.delete.client", "Clients must be marked as inactive to be eligible for deletion.",
            EvidenceLevel::vendor_openapi, "Platform API description, deleteOauthClient")},
    Row{bearer_idle,
        api(401, "bad.credentials", "Invalid login credentials.", EvidenceLevel::assumed,
            "an idle time-out is an org setting (vendor_openapi); that its end looks like that of a token is assumed")},
    Row{idle_timeout_out_of_range,
        api(400, "token.timeout.exceeded", "When HIPAA is not enabled timeout must be between 300 and 28800 seconds",
            EvidenceLevel::vendor_openapi, "Platform API description, putTokensTimeout")},
    Row{idle_timeout_out_of_hipaa_range,
        api(400, "token.timeout.exceeded.hipaa", "When HIPAA is enabled timeout must be between 300 and 900 seconds",
            EvidenceLevel::vendor_openapi, "Platform API description, putTokensTimeout")},
    Row{user_not_found,
        api(404, "general.resource.not.found", "Unable to find an active user with that ID in this organization.",
            EvidenceLevel::vendor_openapi, "Platform API description, putUserRoles")},
    Row{org_version_conflict,
        api(409, "general.conflict", "The version supplied does not match the current version of the user",
            EvidenceLevel::vendor_openapi, "Platform API description, putOrganizationsMe")},
    Row{role_request_malformed,
        api(400, "general.bad.request", "The request is badly formed.", EvidenceLevel::vendor_openapi,
            "Platform API description, postAuthorizationRoles, putAuthorizationRole")},
    Row{too_many_role_ids, api(400, "max.role.ids", "Only 100 roles can be requested at a time.",
                               EvidenceLevel::vendor_openapi, "Platform API description, getAuthorizationRoles")},
    Row{too_many_subject_ids,
        api(400, "max.subject.ids", "Only 100 subjects can be requested at a time.", EvidenceLevel::vendor_openapi,
            "Platform API description, getAuthorizationSubjectsRolecounts")},
    Row{role_divisions_invalid,
        api(400, "bad.role.divisions", "Invalid role divisions in request.", EvidenceLevel::vendor_openapi,
            "Platform API description, postAuthorizationSubjectBulkadd")},
    Row{subject_type_invalid, api(400, "invalid.subject.type", "Bad request, invalid subject type",
                                  EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationRole")},
    Row{division_name_invalid,
        api(400, "division.name.invalid", "The requested division name is invalid.", EvidenceLevel::vendor_openapi,
            "Platform API description, postAuthorizationDivisions")},
    Row{division_name_too_long,
        api(400, "max.length.exceeded", "One or more attributes is longer than the maximum length allowed.",
            EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationDivisions")},
    Row{resource_exists, api(409, "resource.already.exists", "A resource with that name already exists.",
                             EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationDivisions")},
    Row{user_roles_invalid,
        api(400, "general.bad.request", "The request could not be processed due to invalid request data.",
            EvidenceLevel::vendor_openapi, "Platform API description, putUserRoles")},
    Row{too_many_roles, api(400, "max.roles.exceeded", "Cannot create role because maximum number of role is exceeded.",
                            EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationRoles")},
    Row{too_many_role_assignments,
        api(400, "max.role.assignments.exceeded", "Too many roles granted to a subject", EvidenceLevel::vendor_openapi,
            "Platform API description, putUserRoles, postAuthorizationSubjectBulkadd")},
    Row{too_many_divisions, api(400, "max.scopes.exceeded", "Too many divisions for organization.",
                                EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationDivisions")},
    Row{division_permissions_missing,
        api(403, "missing.division.permissions", "User doesn't have required permissions to the division.",
            EvidenceLevel::vendor_openapi, "Platform API description, postAuthorizationSubjectBulkadd")},
    Row{pairing_id_required,
        api(400, "pairing.id.required", "A valid pairingId is required.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOrgauthorizationTrustees")},
    Row{trust_with_self,
        api(400, "self.trust.not.allowed",
            "The pairing trustee organization id cannot match the creator of the trust's organization id.",
            EvidenceLevel::vendor_openapi, "Platform API description, postOrgauthorizationTrustees")},
    Row{trustee_user_required,
        api(400, "trustee.user.required", "At least one trustee user is required.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOrgauthorizationTrustees")},
    Row{trustee_user_or_group_required,
        api(400, "trustee.user.or.group.required", "Trustee user or group required", EvidenceLevel::vendor_openapi,
            "Platform API description, postOrgauthorizationTrustees")},
    Row{trustee_user_not_found,
        api(404, "trustee.user.not.found", "Trustee user not found.", EvidenceLevel::vendor_openapi,
            "Platform API description, postOrgauthorizationTrusteeUsers")},
    Row{trust_fields_invalid,
        api(400, "request.fields.validation.error", "One or more required properties are missing",
            EvidenceLevel::vendor_openapi, "Platform API description, postOrgauthorizationTrusteesCare")},
    Row{trustor_permissions_missing,
        api(403, "missing.trustor.permissions", "Missing required permission(s)", EvidenceLevel::vendor_openapi,
            "Platform API description, putOrgauthorizationTrustorUser")},
    Row{too_many_integrations, api(400, "max.integrations.reached",
                                   "The maximum number of integrations for this type have already been created. One or "
                                   "more integrations must be removed before a new one can be created.",
                                   EvidenceLevel::vendor_openapi, "Platform API description, postIntegrations")},
    Row{integration_version_conflict,
        api(409, "version.conflict", "Integration configuration update failed due to version conflict.",
            EvidenceLevel::vendor_openapi, "Platform API description, putIntegrationConfigCurrent")},
};

}  // namespace

AnswerRow api_fault_row(RefusalReason reason) {
  const auto found = std::ranges::find(rows, reason, &Row::reason);
  return found == rows.end() ? api(500, "internal.server.error", "") : found->answer;
}

}  // namespace gcmock
