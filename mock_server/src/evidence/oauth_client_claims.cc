// What is claimed of OAuth clients.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"oauth_client.post_oauth_clients_answers",
             "`POST /oauth/clients` answers 200 with the whole client, and its secret; so does `POST …/secret`, with "
             "the new one",
             EvidenceLevel::vendor_openapi,
             "postOauthClients, postOauthClientSecret; that nothing else shows a secret is `assumed`"},
    ClaimRow{"oauth_client.paging_parameters_sent_get",
             "Paging parameters that are sent to `GET /oauth/clients` are ignored", EvidenceLevel::assumed,
             "none are declared", "getOauthClients"},
    ClaimRow{"oauth_client.accesstokenvalidityseconds_300_172800_24",
             "`accessTokenValiditySeconds`: 300 to 172800, 24 hours where left out", EvidenceLevel::vendor_openapi,
             "OAuthClient; which refusal a value outside gets is `assumed`"},
    ClaimRow{"oauth_client.up_38_880_000", "Up to 38,880,000 seconds where all scopes are `scim` or `scim:readonly`",
             EvidenceLevel::sdk_source, "Terraform provider; how the vendor tells such a client is `assumed`"},
    ClaimRow{"oauth_client.scopes_those_operations_description",
             "Scopes are those that the operations of the API description ask for: 134", EvidenceLevel::vendor_openapi,
             "a `reported` world may have others (`report`)"},
    ClaimRow{"oauth_client.auth_invalid_scope_at", "`auth.invalid.scope` at PUT too", EvidenceLevel::assumed,
             "declared for POST only"},
    ClaimRow{"oauth_client.clients_their_own_account",
             "Clients of their own account need roles and keep no scopes; other clients need scopes",
             EvidenceLevel::vendor_openapi, "missing.client.roles, missing.client.scope, OAuthClient.scope"},
    ClaimRow{"oauth_client.roleids_mean_home_division",
             "`roleIds` mean the home division; `*` is every division; an org whose world names no divisions has one "
             "with the org's id",
             EvidenceLevel::assumed, ""},
    ClaimRow{"oauth_client.nobody_gives_client_roles",
             "Nobody gives a client roles that he has not, nor rotates the secret of one that has such",
             EvidenceLevel::vendor_openapi, "postOauthClientSecret; the same at POST and PUT is `assumed`"},
    ClaimRow{"oauth_client.put_replaces_all_state", "A PUT replaces all; a `state` that is left out stays",
             EvidenceLevel::assumed, "\"full update\", without a word on what is left out", "putOauthClient"},
    ClaimRow{"oauth_client.disabled_client_edited_only",
             "A disabled client is edited only by a PUT that ends that state", EvidenceLevel::assumed,
             "`bad.client.state` \"Client is disabled.\" is declared for PUT"},
    ClaimRow{"oauth_client.datetodelete_members_model_has",
             "`dateToDelete` and members that the model has not are ignored", EvidenceLevel::assumed, ""},
    ClaimRow{
        "oauth_client.delete_inactive_client_answers",
        "DELETE of an inactive client answers 200 without a body; its tokens and refreshes are refused from then on",
        EvidenceLevel::vendor_openapi,
        "cannot.delete.client; status `assumed`, `default` is declared; \"cuts off every org\" is `vendor_doc`"},
    ClaimRow{"oauth_client.secret_before_wrong_as",
             "The secret before is wrong as soon as it is rotated; access and refresh tokens live on",
             EvidenceLevel::assumed, "", "postOauthClientSecret"},
    ClaimRow{"oauth_client.redirect_uris_absolute_without", "Redirect URIs are absolute and without a fragment",
             EvidenceLevel::spec, "RFC 6749 §3.1.2; which refusal others get is `assumed`"},
    ClaimRow{
        "oauth_client.client_not_there_client",
        "A client that is not there: `client.not.found` where it is declared (GET, PUT, DELETE), `not.found` elsewhere",
        EvidenceLevel::vendor_openapi, "Platform API description"},
    ClaimRow{"oauth_client.authorization_shows_client_without",
             "An authorization shows the client without its roles, and no dates or people", EvidenceLevel::assumed, "",
             "getOauthAuthorizations getOauthAuthorization"},
    ClaimRow{"oauth_client.descriptions_scopes_made_their", "Descriptions of scopes are made of their names",
             EvidenceLevel::assumed, "that `:readonly` reads and the others write is `vendor_doc`",
             "getOauthScopes getOauthScope"},
    ClaimRow{"oauth_client.usage_what_this_world",
             "Usage is what this world answered, counted by the hour of domain time; results are complete at once, so "
             "202 is never given",
             EvidenceLevel::assumed, "",
             "postOauthClientUsageQuery getOauthClientUsageQueryResult getOauthClientUsageSummary"},
    ClaimRow{
        "oauth_client.client_s_own_org",
        "A client's own org sees its usage in all orgs, another org what was asked of itself; no row has a `userId`",
        EvidenceLevel::assumed, "", "getOauthClientUsageQueryResult getOauthClientUsageSummary"},
    ClaimRow{"oauth_client.summary_by_day_client",
             "The summary is by day, client, org, operation and method, for 1 to 365 days", EvidenceLevel::assumed, "",
             "getOauthClientUsageSummary"},
    ClaimRow{"oauth_client.weeks_begin_on_monday", "Weeks begin on Monday (ISO 8601)", EvidenceLevel::assumed, ""},
};

}  // namespace

std::span<const ClaimRow> oauth_client_claims() {
  return rows;
}

}  // namespace gcmock
