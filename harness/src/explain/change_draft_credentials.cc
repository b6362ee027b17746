// Credentials that came and the world does not know.
#include "explain/change_draft.h"

#include <fmt/format.h>

#include "explain/looked_at.h"
#include "scenario/named_credentials.h"

namespace gcmock {

using Texts = ChangeDraft::Texts;

std::string ChangeDraft::likely_user(const Org& org, const ClientId& client) {
  for (const auto* tokens : {&org.refresh_tokens, &org.access_tokens, &org.codes}) {
    for (const InitialToken& each : *tokens) {
      if (each.client == client && each.user) return each.user->value;
    }
  }
  return org.users.empty() ? std::string{} : org.users.begin()->first.value;
}

void ChangeDraft::give_to_user() {
  undo();
  const Org* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
  if (!patch_.empty() || org == nullptr || !subject_.client) return;
  if (const std::string user = likely_user(*org, *subject_.client); !user.empty()) set(place_, json_text(user));
}

void ChangeDraft::know_credential() {
  undo();
  const auto name = formerly_known(refused_, scenario_);
  if (!patch_.empty() || !name || !name->ends_with(generated_mark)) return;
  const std::string& pointer = places_.front();
  if (scenario_.places.origins.contains(pointer)) {
    set(pointer, "null");
  } else if (step_.check != Check::client_secret_matches) {
    issue(pointer);
  }
}

void ChangeDraft::issue(const std::string& pointer) {
  const std::string above = parent_of(parent_of(pointer));
  const OrgName name(above.substr(above.rfind('/') + 1));
  const Org* const org = find_org(world_, name);
  const auto settings = scenario_.client_settings.find(name);
  if (org == nullptr || settings == scenario_.client_settings.end()) return;
  const ClientId client(subject_.client ? subject_.client->value : settings->second.client_id);
  const auto asked = find_client(world_, name, client);
  const std::string user = likely_user(*org, client);
  if (!asked || user.empty()) return;
  if (pointer.find("/saml_assertions/") != std::string::npos) {
    return set(pointer, "{\"user\": " + json_text(user) + "}");
  }
  set(pointer, fmt::format("{{\"client\": {}, \"user\": {}, \"scopes\": {}}}", json_text(client.value), json_text(user),
                           json_list(texts_of(asked->scopes()))));
}

}  // namespace gcmock
