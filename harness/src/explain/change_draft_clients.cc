// What a client would have to be registered with.
#include "explain/change_draft.h"

#include <fmt/format.h>

namespace gcmock {

using Texts = ChangeDraft::Texts;

std::optional<ClientInOrg> ChangeDraft::client() const {
  return subject_.org && subject_.client ? find_client(world_, *subject_.org, *subject_.client) : std::nullopt;
}

void ChangeDraft::register_client() {
  undo();
  if (!patch_.empty() || !refused_.grant) return;
  const Texts scopes = scopes_of_token();
  set(place_, fmt::format("{{\"authorized_grant_types\": {}{}}}", json_list({std::string(to_string(*refused_.grant))}),
                          scopes.empty() ? "" : ", \"scopes\": " + json_list(scopes)));
}

void ChangeDraft::add_grant_type() {
  const auto asked = client();
  if (!asked || !refused_.grant) return;
  Texts types;
  for (const GrantType grant : asked->registration->authorized_grant_types) types.emplace_back(to_string(grant));
  set(place_, json_list(with(types, {std::string(to_string(*refused_.grant))})));
}

void ChangeDraft::add_redirect_uri() {
  const auto asked = client();
  // The first is that of codes that state none.
  if (asked) set(place_, json_list(with({step_.found}, asked->registration->redirect_uris)));
}

void ChangeDraft::set_redirect_uri_of_code() {
  if (step_.found != "none") set(place_, json_text(step_.found));
}

void ChangeDraft::set_code_challenge() {
  constexpr std::string_view of_challenge = "that of code challenge ";
  const std::size_t at = step_.found.find(of_challenge);
  if (at != std::string::npos) return set(place_, json_text(step_.found.substr(at + of_challenge.size())));
  const auto asked = client();
  if (refused_.refusal != RefusalReason::pkce_verifier_missing || !asked) return;
  if (asked->registration->proof_key == ProofKey::required) {
    return set(registration() + "/proof_key", json_text("optional"));
  }
  undo();
  if (patch_.empty()) set(place_, "null");
}

std::string ChangeDraft::registration() const {
  return parent_of(place({Check::client_is_active, Finding::failed, {}, {}}, subject_));
}

void ChangeDraft::give_to_client() {
  if (subject_.client) set(place_, json_text(subject_.client->value));
}

}  // namespace gcmock
