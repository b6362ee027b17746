// What is claimed of tokens.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{
        "access_token.idle_time_out_300", "An idle time-out is 300 to 28,800 seconds, to 900 under HIPAA",
        EvidenceLevel::vendor_openapi,
        "putTokensTimeout; of the two pairs of codes that it declares, `token.timeout.exceeded` is used (`assumed`)"},
    ClaimRow{"access_token.each_request_allowed_begins",
             "Each request that is allowed begins the idle time of its access token anew, but for `GET "
             "/tokens/me?preserveIdleTTL=true`",
             EvidenceLevel::vendor_openapi, "getTokensMe; that refused requests do not is `assumed`"},
    ClaimRow{"access_token.datetokenidles_there_where_org", "`dateTokenIdles` is there where the org has a time-out",
             EvidenceLevel::assumed, ""},
    ClaimRow{"access_token.time_outs_groups_ignored", "Time-outs of groups are ignored", EvidenceLevel::assumed, "",
             "getTokensTimeout putTokensTimeout"},
    ClaimRow{
        "access_token.delete_tokens_userid_revokes",
        "`DELETE /tokens/{userId}` revokes access and refresh tokens and codes of the user, in every client's hands",
        EvidenceLevel::assumed, "deleteToken says \"tokens of the specified user\" by its name alone", "deleteToken"},
    ClaimRow{"access_token.unknown_user_answered_with", "An unknown user is answered with `not.found`",
             EvidenceLevel::vendor_openapi, "no other code is declared"},
};

}  // namespace

std::span<const ClaimRow> access_token_claims() {
  return rows;
}

}  // namespace gcmock
