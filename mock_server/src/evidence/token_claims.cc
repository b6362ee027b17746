// What is claimed of the token endpoint.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"token.post_of_a_form", "Only POST, only `application/x-www-form-urlencoded`", EvidenceLevel::spec,
             "RFC 6749 §3.2, appendix B"},
    ClaimRow{"token.parameters", "A parameter without a value counts as left out; a repeated one is refused",
             EvidenceLevel::spec, "RFC 6749 §3.2"},
    ClaimRow{"token.client_authentication",
             "The client authenticates by Basic or by `client_id` and `client_secret` in the body, never by both",
             EvidenceLevel::spec, "RFC 6749 §2.3; both methods are in the vendor's RFC 8414 metadata"},
    ClaimRow{"token.basic_encoding",
             "Id and secret in Basic are form-encoded; what is no form encoding is taken as it stands",
             EvidenceLevel::spec, "RFC 6749 §2.3.1; no official SDK encodes (`sdk_source`)"},
    ClaimRow{"token.client_id_beside_basic", "A `client_id` beside Basic is allowed where it is the same one",
             EvidenceLevel::sdk_source, "the CLI sends it with PKCE"},
    ClaimRow{"token.verifier_instead_of_secret", "A code with `code_verifier` needs no secret",
             EvidenceLevel::sdk_source, "JavaScript, Python, Go, Java and .NET send none"},
    ClaimRow{"token.s256", "Only S256 challenges", EvidenceLevel::vendor_doc, "RFC 8414 metadata of the login host"},
    ClaimRow{"token.success_body",
             "Success: `access_token`, `token_type`, `expires_in`, and `refresh_token` for code and refresh grants",
             EvidenceLevel::sdk_source, "what the SDKs read; no scope, user or org is in it"},
    ClaimRow{"token.token_type", "`token_type` is `bearer` in lower case", EvidenceLevel::vendor_doc,
             "the CLI's test has `Bearer`; SDKs ignore it"},
    ClaimRow{"token.no_store", "`Cache-Control: no-store`, `Pragma: no-cache` with tokens", EvidenceLevel::spec,
             "RFC 6749 §5.1"},
    ClaimRow{"token.no_refresh_token_of_its_own", "No refresh token for client credentials", EvidenceLevel::vendor_doc,
             "RFC 6749 §4.4.3"},
    ClaimRow{"token.redirect_uri", "A redirect URI must equal a registered one byte for byte, query string included",
             EvidenceLevel::vendor_doc, "blog of 2020-05-12"},
    ClaimRow{"token.grants",
             "Grants served: `authorization_code`, `refresh_token`, `client_credentials`, `saml2-bearer`; `password` "
             "is an `unsupported_grant_type`",
             EvidenceLevel::vendor_doc, "RFC 8414 metadata"},
    ClaimRow{"token.saml2_bearer", "`saml2-bearer` takes `orgName` and `assertion`, and gives no refresh token",
             EvidenceLevel::sdk_source, "loginSaml2BearerGrant of the JavaScript SDK, saml2bearer-oauth-example"},
    ClaimRow{"token.assertion_once",
             "An assertion is good once, for 5 minutes, whichever client presents it; its value is not looked into",
             EvidenceLevel::assumed, "RFC 7522 §3"},
    ClaimRow{"token.reported_endpoint",
             "`POST /api/v2/oauth/token` of a `reported` world grants as `POST /oauth/token` does",
             EvidenceLevel::report, "community report: OAuth Token Refresh 403 on Multi-Org Endpoint"},
    ClaimRow{"token.order_of_checks", "Order of the checks: the client first, then the token", EvidenceLevel::assumed,
             "RFC 6749 §5.2"},
};

}  // namespace

std::span<const ClaimRow> token_claims() {
  return rows;
}

}  // namespace gcmock
