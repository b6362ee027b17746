// One allowed request of the Platform API, and what comes of it. Performing is pure: the world is read, and what is to
// change is returned.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/ledger.h"
#include "domain/usage.h"
#include "gcmock/domain/refusal.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/time.h"
#include "gcmock/domain/trail.h"
#include "gcmock/domain/world.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/seams/seams.h"
#include "wire/http_message.h"
#include "wire/routes.h"

namespace gcmock {

/// Who asks what, of the world as it is now. References: valid for the call.
struct ApiCall {
  const World& world;
  const Ledger& ledger;
  const Org& org;  ///< the caller's
  const Allowed& caller;
  const Route& route;
  const HttpRequest& request;
  std::string_view bearer;  ///< value of the access token that was presented
  Instant now;
  IdSource& ids;  ///< of what the request creates
  const Usage& usage;
};

/// Done: the answer, and what changes. Bodies may hold credentials that `changes` bring: they are shown redacted.
struct ApiDone {
  int status = 200;
  std::string body;
  std::vector<WorldChange> changes;
  std::optional<UsageQuery> usage_query = {};  ///< to be kept: its results are asked for later
};

/// Not done, though the caller was allowed to ask: why, in the words of the trail. Neither `expected` nor `found` nor
/// `words` (for the blanks of the answer's text) need be free of what the client sent: they are redacted where shown.
struct ApiFault {
  Check check = Check::entity_exists;
  RefusalReason reason = RefusalReason::entity_not_found;
  std::string expected;
  std::string found;
  std::vector<std::string> words;
};

using ApiOutcome = std::variant<ApiDone, ApiFault>;

}  // namespace gcmock
