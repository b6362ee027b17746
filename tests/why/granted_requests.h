// What a world grants: the requests that its mutations are put to the test with.
#pragma once

#include <string>
#include <vector>

#include "gcmock/harness/scenario.h"
#include "gcmock/offline_mock.h"

namespace gcmock::why {

struct GrantedRequest {
  std::string name;  ///< "refresh secondary/refresh-main"
  OfflineRequest request;
};

/// With each refresh token, code, assertion, client's credentials, and each access token at each plain GET; those that
/// `world` grants.
std::vector<GrantedRequest> granted_requests(const Scenario& world);

bool is_granted(const Exchange& exchange);

}  // namespace gcmock::why
