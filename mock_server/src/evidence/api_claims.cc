// What is claimed of the API host as a whole.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"api.revocation", "`DELETE /api/v2/tokens/me` revokes the access token", EvidenceLevel::vendor_openapi,
             "that its refresh token lives on is `assumed`", "deleteTokensMe"},
    ClaimRow{"api.states_of_a_client",
             "A disabled client's tokens are dead; an inactive one's live on, and none is issued",
             EvidenceLevel::vendor_openapi, "OAuthClient.state"},
    ClaimRow{"api.tokens_of_lost_clients",
             "Tokens of a client that was deleted or is no longer authorized in the org are dead",
             EvidenceLevel::assumed, ""},
    ClaimRow{"api.scopes_of_a_client_token", "Scopes do not limit a client's own token that has none",
             EvidenceLevel::vendor_openapi, "OAuthClient.scope"},
    ClaimRow{"api.lists_in_messages", "Lists in messages stand in brackets, `:readonly` first", EvidenceLevel::report,
             "messages quoted in issues and fixtures"},
    ClaimRow{"api.error_body",
             "Error bodies have `message`, `code`, `status`, `contextId`, `details`, `errors`, in this order",
             EvidenceLevel::vendor_doc,
             "announcement of the 429 body, 2021-11; that all errors have them is `assumed`"},
    ClaimRow{"api.correlation_id", "`ININ-Correlation-Id` on every answer, equal to `contextId`",
             EvidenceLevel::vendor_doc, "same announcement; at the login host `sdk_source`"},
    ClaimRow{"api.no_secret", "`GET` of an OAuth client has no `secret`", EvidenceLevel::assumed,
             "its model has one; TF reads it only when it creates", "getOauthClients getOauthClient"},
    ClaimRow{"api.ids_and_pages", "Role ids are role names; all clients come on one page", EvidenceLevel::assumed,
             "the operation has no paging parameters (`vendor_openapi`)", "getOauthClients getOauthClient"},
    ClaimRow{"api.success_by_default",
             "What was done is answered 200 without a body where the description says `default` only",
             EvidenceLevel::assumed, "deleteOauthClient and four others describe no status"},
    ClaimRow{"api.framing",
             "A request that breaks HTTP's framing is answered 4xx with `bad.request`, and its connection is closed",
             EvidenceLevel::spec, "RFC 9112; the body is `assumed`"},
    ClaimRow{"api.path_before_token",
             "A path that is none, or a wrong method, is answered before the token is looked at",
             EvidenceLevel::assumed, ""},
    ClaimRow{"api.permission_with_for_its", "A permission with `*` for its action covers every action of its entity",
             EvidenceLevel::sdk_source, "the premium app wizard's role has `\"actionSet\": [\"*\"]`"},
    ClaimRow{"api.permission_with_for_its_entity",
             "A permission with `*` for its entity covers every entity of its domain", EvidenceLevel::assumed, ""},
};

}  // namespace

std::span<const ClaimRow> api_claims() {
  return rows;
}

}  // namespace gcmock
