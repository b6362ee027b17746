// Who asks: names of credentials become their values, and a request says which client it is from.
#pragma once

#include <string>

#include "gcmock/harness/scenario.h"
#include "gcmock/offline_mock.h"

namespace gcmock {

/// Puts the values of credentials where `request` has their names ("secondary/refresh-main"): in the fields of a form
/// and behind Bearer. Then says who asks.
///
/// `as`: an org's short name: as what its client under test was configured with, its id and secret at the token
/// endpoint, its access token elsewhere; ORG/CLIENT: that client; the name of an access token: with it; "nobody": as it
/// is. Empty: a token request that does not say its client asks as the org whose credential it names.
///
/// What is wrong, with what was probably meant; empty where nothing is.
std::string introduce(OfflineRequest& request, const std::string& as, const Scenario& scenario);

}  // namespace gcmock
