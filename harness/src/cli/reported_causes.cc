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

std::string in_plain_words(RefusalReason reason) {
  std::string words(to_string(reason));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace

std::string_view scenario_for(RefusalReason reason) {
  const auto* found = std::find_if(std::begin(replays), std::end(replays),
                                   [&](const Replay& replay) { return replay.reason == reason; });
  return found == std::end(replays) ? std::string_view() : found->scenario;
}

PossibleCause cause_of(RefusalReason reason) {
  const std::string_view scenario = scenario_for(reason);
  return {reason, in_plain_words(reason), genesys_symptom(reason),
          scenario.empty() ? std::string() : "gcmock explain " + std::string(scenario)};
}

std::vector<PossibleCause> causes_of_status(int status) {
  std::vector<PossibleCause> causes;
  for (const BehaviourRow& row : behaviour_table()) {
    if (row.answerer == AnsweredBy::reported_token && row.status == status) causes.push_back(cause_of(row.reason));
  }
  // First those that can be tried: they are the causes that people meet.
  std::stable_partition(causes.begin(), causes.end(), [](const PossibleCause& cause) { return !cause.try_it.empty(); });
  return causes;
}

}  // namespace gcmock
