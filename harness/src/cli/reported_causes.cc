// The causes that a refusal of the report's token endpoint may have.
#include "cli/reported_causes.h"

#include <algorithm>

#include "gcmock/wire/evidence.h"
#include "gcmock/wire/symptom.h"

namespace gcmock {
namespace {

struct Replay {
  RefusalReason reason;
  std::string_view scenario;
};

constexpr Replay replays[] = {
    {RefusalReason::client_not_registered_in_org, "scenarios/reported_403/unregistered_secondary_client.json"},
    {RefusalReason::client_inactive, "scenarios/reported_403/inactive_client.json"},
    {RefusalReason::client_disabled, "scenarios/reported_403/disabled_client.json"},
    {RefusalReason::client_secret_wrong, "scenarios/reported_403/bad_secret.json"},
    {RefusalReason::grant_type_not_authorized, "scenarios/reported_403/grant_type_not_authorized.json"},
    {RefusalReason::scope_not_granted_in_org, "scenarios/reported_403/scope_mismatch.json"},
    {RefusalReason::role_missing_in_org, "scenarios/reported_403/missing_role.json"},
    {RefusalReason::redirect_uri_not_registered, "scenarios/reported_403/redirect_uri_not_registered.json"},
    {RefusalReason::redirect_uri_mismatch, "scenarios/reported_403/redirect_uri_mismatch.json"},
    {RefusalReason::client_not_authorized_in_org, "scenarios/multi_org/authorization_revoked_in_one_customer.json"},
    {RefusalReason::client_unknown, "scenarios/multi_org/unknown_client_in_one_org.json"},
    {RefusalReason::user_not_active, "scenarios/refresh_token/of_inactive_user.json"},
    {RefusalReason::refresh_token_expired, "scenarios/refresh_token/expired.json"},
    {RefusalReason::refresh_token_revoked, "scenarios/refresh_token/revoked.json"},
    {RefusalReason::refresh_token_unknown, "scenarios/refresh_token/unknown.json"},
    {RefusalReason::code_expired, "scenarios/login/expired_code.json"},
};

PossibleCause cause_of(RefusalReason reason) {
  const std::string_view scenario = scenario_for(reason);
  return {reason, genesys_symptom(reason),
          scenario.empty() ? std::string() : "gcmock explain " + std::string(scenario)};
}

}  // namespace

std::string_view scenario_for(RefusalReason reason) {
  const auto* found = std::find_if(std::begin(replays), std::end(replays),
                                   [&](const Replay& replay) { return replay.reason == reason; });
  return found == std::end(replays) ? std::string_view() : found->scenario;
}

ReportedRefusal about_reason(RefusalReason reason) {
  return {std::string(to_string(reason)), "", {cause_of(reason)}};
}

ReportedRefusal about_status(int status) {
  ReportedRefusal refusal{std::to_string(status), "", {}};
  if (status == 403) {
    refusal.background =
        "The 403 with \"Access denied. The client does not have permission to access this resource.\" is a community "
        "report's. No source shows a 403 of the real token endpoint, which answers 400; the 403 that Genesys Cloud "
        "documents are answers to API calls (docs/genesys-behaviour.md). So look first at which request was answered, "
        "then at what real Genesys Cloud would show for each cause:";
  }
  for (const BehaviourRow& row : behaviour_table()) {
    if (row.answerer == AnsweredBy::reported_token && row.status == status)
      refusal.causes.push_back(cause_of(row.reason));
  }
  // First those that can be tried: they are the causes that people meet.
  std::stable_partition(refusal.causes.begin(), refusal.causes.end(),
                        [](const PossibleCause& cause) { return !cause.try_it.empty(); });
  return refusal;
}

}  // namespace gcmock
