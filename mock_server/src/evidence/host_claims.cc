// What is claimed of hosts.
#include <array>

#include "evidence/claim_rows.h"

namespace gcmock {
namespace {

constexpr std::array rows{
    ClaimRow{"host.login_region_serves_oauth",
             "`login.<region>` serves `/oauth/…`, `api.<region>` everything below `/api/v2/`",
             EvidenceLevel::sdk_source,
             "JavaScript SDK 262.0.0, `ApiClient.js`; RFC 8414 metadata of the login host (`vendor_doc`)"},
    ClaimRow{"host.apps_region_user_interface", "`apps.<region>` is the user interface: it serves neither",
             EvidenceLevel::assumed, ""},
    ClaimRow{"host.regions_mypurecloud_com_mypurecloud",
             "Regions: `mypurecloud.com` `mypurecloud.ie` `mypurecloud.com.au` `mypurecloud.jp` `mypurecloud.de` "
             "`usw2.pure.cloud` `cac1.pure.cloud` `apne2.pure.cloud` `apse1.pure.cloud` `euw2.pure.cloud` "
             "`aps1.pure.cloud` `use2.us-gov-pure.cloud` `sae1.pure.cloud` `mec1.pure.cloud` `apne3.pure.cloud` "
             "`euc2.pure.cloud` `mxc1.pure.cloud` `edee1.eusc-pure.cloud`, and the world's own",
             EvidenceLevel::sdk_source, "JavaScript SDK 262.0.0, `PureCloudRegionHosts.js`"},
    ClaimRow{"host.path_other_host_answered",
             "A path of the other host is answered 404 `not.found`, with the API's error body", EvidenceLevel::assumed,
             "only that the API host answers 404 to `/.well-known/…`, and the login host to "
             "`/.well-known/openid-configuration`, was seen (`vendor_doc`)"},
    ClaimRow{
        "host.orgs_clients_live_one",
        "Orgs and clients live in one region: at another one's login host the client is unknown, 400 `invalid_client`",
        EvidenceLevel::vendor_doc, "help pages; forum threads say the same (`report`)"},
    ClaimRow{"host.at_another_region_s",
             "At another region's API host the access token is unknown, 401 `bad.credentials`", EvidenceLevel::assumed,
             "follows from the line above"},
    ClaimRow{"host.request_malformed_or_has",
             "A request that is malformed, or has no access token, is refused for that in any region",
             EvidenceLevel::assumed, ""},
    ClaimRow{"host.report_s_post_oauth", "The report's `POST /api/v2/oauth/token` is at both hosts",
             EvidenceLevel::assumed, "the report names no host"},
};

}  // namespace

std::span<const ClaimRow> host_claims() {
  return rows;
}

}  // namespace gcmock
