// /api/v2/tokens/timeout: the idle time-out of an org's access tokens (IdleTokenTimeout). Time-outs of groups are not
// kept: what a request says of them is ignored (assumed).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/entities.h"
#include "api/json_body.h"
#include "api/tokens.h"

namespace gcmock {
namespace {

using std::chrono::seconds;

Json idle_token_timeout(const std::optional<seconds>& timeout) {
  Json entity;
  if (timeout) entity["idleTokenTimeoutSeconds"] = timeout->count();
  entity["enableIdleTokenTimeout"] = timeout.has_value();
  return entity;
}

/// 5 minutes to 8 hours; to 15 minutes where HIPAA binds the org (vendor_openapi).
std::optional<ApiFault> out_of_range(const Org& org, long long timeout) {
  const bool is_hipaa = org.compliance == Compliance::hipaa;
  const long long most = is_hipaa ? 900 : 28'800;
  if (timeout >= 300 && timeout <= most) return std::nullopt;
  return ApiFault{Check::body_is_acceptable,
                  is_hipaa ? RefusalReason::idle_timeout_out_of_hipaa_range : RefusalReason::idle_timeout_out_of_range,
                  fmt::format("300 to {} seconds", most),
                  std::to_string(timeout),
                  {}};
}

ApiDone set_to(const ApiCall& call, const std::optional<seconds>& timeout) {
  ApiDone done{200, text_of(idle_token_timeout(timeout)), {}};
  if (timeout != call.org.idle_timeout) done.changes.emplace_back(SetIdleTimeout{call.org.name, timeout});
  return done;
}

ApiOutcome set_as(const ApiCall& call, const Json& body) {
  const auto enabled = truth_member(body, "enableIdleTokenTimeout");
  const auto timeout = integer_member(body, "idleTokenTimeoutSeconds");
  if (enabled.fault()) return *enabled.fault();
  if (timeout.fault()) return *timeout.fault();
  if (timeout.value()) {
    if (auto fault = out_of_range(call.org, *timeout.value())) return *std::move(fault);
  }
  const bool is_on = enabled.value().value_or(timeout.value().has_value() || call.org.idle_timeout.has_value());
  if (!is_on) return set_to(call, std::nullopt);
  if (timeout.value()) return set_to(call, seconds(*timeout.value()));
  if (call.org.idle_timeout) return set_to(call, call.org.idle_timeout);
  return ApiFault{Check::body_is_acceptable,
                  RefusalReason::body_member_missing,
                  "a member idleTokenTimeoutSeconds",
                  "none",
                  {"idleTokenTimeoutSeconds is required"}};
}

}  // namespace

ApiOutcome get_idle_timeout(const ApiCall& call) {
  return ApiDone{200, text_of(idle_token_timeout(call.org.idle_timeout)), {}};
}

// Its body is optional (vendor_openapi): without one nothing changes.
ApiOutcome set_idle_timeout(const ApiCall& call) {
  if (call.request.body.empty()) return get_idle_timeout(call);
  const auto body = read_body(call, BodyKind::object);
  if (const auto* fault = std::get_if<ApiFault>(&body)) return *fault;
  return set_as(call, std::get<Json>(body));
}

}  // namespace gcmock
