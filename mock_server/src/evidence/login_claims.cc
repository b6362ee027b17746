// What is claimed of the authorization endpoint and its neighbours at the login host.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"login.authorize", "`GET /oauth/authorize` of the login host, `response_type` `code` or `token`",
             EvidenceLevel::sdk_source, "JavaScript SDK; the metadata has `code` only (`vendor_doc`)"},
    ClaimRow{"login.redirect_uri",
             "The redirect URI of a login must equal a registered one byte for byte, query string included",
             EvidenceLevel::vendor_doc, "blog of 2020-05-12"},
    ClaimRow{"login.no_redirect", "An address that is not registered is never redirected to", EvidenceLevel::vendor_doc,
             "blueprint: the browser ends on the Genesys Cloud page. The page with status 400 is ours (`assumed`), for "
             "an unknown client as well"},
    ClaimRow{"login.code", "Success of `code`: 302 with `code` and `state` in the query", EvidenceLevel::sdk_source,
             "CLI, JavaScript SDK"},
    ClaimRow{"login.token",
             "Success of `token`: 302 with `access_token`, `expires_in`, `token_type`, `state` in the fragment",
             EvidenceLevel::sdk_source, "JavaScript SDK"},
    ClaimRow{"login.errors",
             "Errors: `error`, `error_description`, `state` in the query, or in the fragment for `token`",
             EvidenceLevel::sdk_source, "CLI, JavaScript SDK; the texts are `assumed`"},
    ClaimRow{"login.pkce",
             "Only S256 challenges; another method, or none where the client must use PKCE, is `invalid_pkce_package`",
             EvidenceLevel::vendor_doc,
             "metadata; the CLI knows the code (`sdk_source`), which faults it stands for is `assumed`"},
    ClaimRow{"login.org_and_provider", "`org` and `provider` come together; `org` is the short name of the user's org",
             EvidenceLevel::sdk_source, "JavaScript SDK; that one alone is `invalid_request` is `assumed`"},
    ClaimRow{"login.hint", "`login_hint` is an email, an org's short name, or `email:org`", EvidenceLevel::vendor_doc,
             "additional parameters"},
    ClaimRow{"login.target",
             "`target` is the id of the org to act in; its token belongs to that org, `homeOrganization` is the user's",
             EvidenceLevel::vendor_doc, "blog of 2018-10-25"},
    ClaimRow{"login.trust",
             "A user of another org needs an enabled trust that names him or a group of his, also later: without it "
             "his tokens are dead",
             EvidenceLevel::vendor_openapi, "Trustee.enabled, dateExpired; that refreshes end with it is `assumed`"},
    ClaimRow{"login.enforced_scopes",
             "An org that enforces scopes denies a client that it has not authorized: `access_denied`",
             EvidenceLevel::sdk_source, "premium app wizard, main.js"},
    ClaimRow{"login.lost_authorization",
             "A client whose authorization there is unauthorized, requested or revoked is denied always",
             EvidenceLevel::assumed, "OAuthAuthorization.state (`vendor_openapi`)"},
    ClaimRow{"login.authorizing", "A user with `oauth:client:authorize` authorizes a new client on the consent page",
             EvidenceLevel::vendor_doc, "use-authorization-code; authorize-an-oauth-client"},
    ClaimRow{"login.scopes",
             "The token has the scopes of the org's authorization, or of the registration in the client's own org",
             EvidenceLevel::vendor_openapi, "OAuthAuthorization.scope"},
    ClaimRow{"login.less_scope", "A `scope` parameter may ask for less", EvidenceLevel::assumed,
             "no official SDK sends one"},
    ClaimRow{"login.who",
             "Who logs in where nothing is said: an active user before others, of an org that knows the client before "
             "others, then by org and user name",
             EvidenceLevel::assumed, "the vendor asks"},
    ClaimRow{"login.prompt", "`prompt=login` changes nothing", EvidenceLevel::assumed,
             "nobody is logged in at the mock"},
    ClaimRow{"login.reported", "In a `reported` world `GET /api/v2/oauth/authorize` exists as well",
             EvidenceLevel::assumed, "its clients have one base URL for all"},
    ClaimRow{"login.consent_page", "The consent page, and `POST /oauth/consent`, where its form goes",
             EvidenceLevel::assumed, "a path of the mock's own"},
    ClaimRow{"login.metadata",
             "`GET /.well-known/oauth-authorization-server` has the vendor's members; the issuer is the address that "
             "the client came to",
             EvidenceLevel::vendor_doc, "live probe of 2026-07; RFC 8414 §3.3"},
    ClaimRow{"login.no_openid", "`GET /.well-known/openid-configuration` is 404", EvidenceLevel::vendor_doc,
             "same probe"},
    ClaimRow{"login.logout", "`GET /logout` redirects to `redirect_uri`", EvidenceLevel::sdk_source,
             "JavaScript SDK; that it must be registered is `assumed`. No token is revoked"},
};

}  // namespace

std::span<const ClaimRow> login_claims() {
  return rows;
}

}  // namespace gcmock
