#include "api/tokens.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/entities.h"
#include "api/path.h"
#include "api/query.h"

namespace gcmock {
namespace {

constexpr std::string_view preserving = "preserveIdleTTL";

std::optional<ApiFault> query_fault(const ApiCall& call) {
  const Query query(call.request);
  const auto* value = query.value(preserving);
  if (value == nullptr || *value == "true" || *value == "false") return std::nullopt;
  return ApiFault{Check::query_is_acceptable,
                  RefusalReason::query_value_invalid,
                  "true or false for preserveIdleTTL",
                  *value,
                  {*value, std::string(preserving), "true, false"}};
}

}  // namespace

// GET shows it, HEAD says that it is good, DELETE revokes it (vendor_openapi).
ApiOutcome tokens_me(const ApiCall& call) {
  if (call.request.method == "DELETE") return ApiDone{200, "", {RevokeAccessToken{std::string(call.bearer)}}};
  if (auto fault = query_fault(call)) return *std::move(fault);
  return ApiDone{200, text_of(token_info(call)), {}};
}

ApiOutcome revoke_user_tokens(const ApiCall& call) {
  const UserId id(path_parameter(call, 0));
  const auto has_id = [&](const auto& entry) { return entry.second.id == id; };
  const auto user = std::ranges::find_if(call.org.users, has_id);
  if (user == call.org.users.end()) {
    return ApiFault{Check::entity_exists, RefusalReason::entity_not_found, "a user of the org", "none of that id", {}};
  }
  return ApiDone{204, "", {RevokeTokensOfUser{call.org.name, user->first}}};
}

bool preserves_idle_time(const ApiCall& call) {
  if (call.route.endpoint != Endpoint::tokens_me || call.request.method != "GET") return false;
  const Query query(call.request);
  const auto* value = query.value(preserving);
  return value != nullptr && *value == "true";
}

}  // namespace gcmock
