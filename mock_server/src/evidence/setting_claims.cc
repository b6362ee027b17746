// Settings of a world whose defaults nobody, or not the vendor, has told.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"setting.refresh.rotation", "`refresh.rotation`: `rotate`", EvidenceLevel::assumed,
             "every official SDK stores the refresh token of each refresh answer, and Go and Python fail without one; "
             "whether it is a new one is not known"},
    ClaimRow{"setting.refresh.reuse_detection", "`refresh.reuse_detection`: `off`", EvidenceLevel::assumed,
             "no source; RFC 9700 §4.14.2 recommends it"},
    ClaimRow{"setting.refresh.grace_window", "`refresh.grace_window`: `0s`", EvidenceLevel::assumed, "no source"},
    ClaimRow{"setting.token_errors", "`token_errors`: `vendor`", EvidenceLevel::sdk_source,
             "live tests of 2019 and 2021 saw 400 for `invalid_client`; `rfc` answers 401 with `WWW-Authenticate: "
             "Basic` (RFC 6749 §5.2, `spec`)"},
    ClaimRow{"setting.token_errors.rfc",
             "`token_errors`: `rfc` answers `invalid_client` with 401 and `WWW-Authenticate: Basic`",
             EvidenceLevel::spec, "RFC 6749 §5.2"},
    ClaimRow{"setting.consent", "`consent`: `auto_approve`", EvidenceLevel::assumed,
             "the vendor shows a login page; what it looks like is not known"},
    ClaimRow{"setting.scope_enforcement", "`scope_enforcement` of an org: `off`", EvidenceLevel::vendor_doc,
             "\"Enforce Scopes\" is off by default; that the first login then authorizes a new client is `assumed`"},
    ClaimRow{"setting.code_lifetime", "`code_lifetime`: `5m`", EvidenceLevel::assumed,
             "RFC 6749 §4.1.2 recommends ten minutes at most"},
    ClaimRow{"setting.access_token_lifetime", "`access_token_lifetime` of a client: `24h`", EvidenceLevel::vendor_doc,
             "5 minutes to 48 hours are allowed (`vendor_openapi`)"},
    ClaimRow{"setting.refresh_token_lifetime", "`refresh_token_lifetime` of a client: does not expire",
             EvidenceLevel::assumed, "no source"},
    ClaimRow{"setting.judged_at", "`scopes_judged_at`, `roles_judged_at`: the dialect's", EvidenceLevel::assumed,
             "where they are judged at the token request, API calls ask for none"},
    ClaimRow{"setting.limits", "`limits` of an org: none", EvidenceLevel::assumed,
             "documented limits are a preset: [below](#limits)"},
    ClaimRow{"setting.idle_timeout_org_none", "`idle_timeout` of an org: none; 15 minutes under HIPAA",
             EvidenceLevel::vendor_doc,
             "HIPAA orgs have a 15-minute idle time-out that ends OAuth tokens too; that others have none unless they "
             "set one is `assumed`"},
    ClaimRow{"setting.max_clients_org_any", "`max_clients` of an org: any number", EvidenceLevel::assumed,
             "the code `auth.too.many.clients` is declared (`vendor_openapi`); how many are too many is not known"},
    ClaimRow{"setting.limit_answers_wording_retry", "`limit_answers.wording`: `retry_after`", EvidenceLevel::vendor_doc,
             "all 429 of the API were normalized to it in 2021-11; `requests_in_window` (`too.many.requests`, "
             "`vendor_openapi`) is what they said before"},
    ClaimRow{"setting.limit_answers_limit_member", "`limit_answers.limit_member`: `left_out`",
             EvidenceLevel::vendor_doc,
             "`ErrorBody` may have `limit` {`key`, `namespace`, `value`} (`vendor_openapi`), the announced body has "
             "none; namespace `platform.api` is assumed"},
    ClaimRow{"setting.limit_answers_token_endpoint", "`limit_answers.token_endpoint`: `error_body`",
             EvidenceLevel::assumed,
             "no source for a token endpoint's 429; `oauth` has the error `rate_limit_exceeded`, which is assumed too"},
    ClaimRow{"setting.answers_none", "`answers`: none", EvidenceLevel::assumed,
             "status, code and text of any refusal, for what nobody knows"},
};

}  // namespace

std::span<const ClaimRow> setting_claims() {
  return rows;
}

}  // namespace gcmock
