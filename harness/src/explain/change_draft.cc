// Which maker is for which check; states; and taking back what world_changes did.
#include "explain/change_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace gcmock {

using Texts = ChangeDraft::Texts;

bool has(const Texts& texts, const std::string& text) {
  return std::ranges::find(texts, text) != texts.end();
}

Texts names_in(std::string_view listed) {
  const std::size_t open = listed.find('[');
  if (open == std::string_view::npos) return {};
  listed = listed.substr(open + 1, listed.rfind(']') - open - 1);
  Texts names;
  while (!listed.empty()) {
    const std::size_t comma = std::min(listed.find(", "), listed.size());
    names.emplace_back(listed.substr(0, comma));
    listed.remove_prefix(std::min(comma + 2, listed.size()));
  }
  return names;
}

Texts with(Texts list, const Texts& more) {
  for (const std::string& each : more) {
    if (!has(list, each)) list.push_back(each);
  }
  return list;
}

std::string parent_of(const std::string& pointer) {
  return pointer.substr(0, pointer.rfind('/'));
}

ChangeDraft::ChangeDraft(const Scenario& scenario, const Exchange& refused, const Texts& places)
    : scenario_(scenario),
      world_(scenario.world),
      refused_(refused),
      subject_(refused.subject),
      step_(refused.trail.back()),
      places_(places),
      place_(place(step_, refused.subject)) {}

std::string ChangeDraft::text() {
  const auto maker = makers().find(step_.check);
  if (maker != makers().end()) (this->*maker->second)();
  if (patch_.empty()) undo();
  return patch_.empty() ? std::string{} : patch_.text();
}

const std::map<Check, ChangeDraft::Maker>& ChangeDraft::makers() {
  static const std::map<Check, Maker> all{
      {Check::org_is_active, &ChangeDraft::make_active},
      {Check::client_is_active, &ChangeDraft::make_active},
      {Check::user_is_active, &ChangeDraft::make_user_active},
      {Check::client_is_registered_in_org, &ChangeDraft::register_client},
      {Check::client_is_authorized_in_org, &ChangeDraft::authorize},
      {Check::grant_type_is_authorized, &ChangeDraft::add_grant_type},
      {Check::redirect_uri_is_registered, &ChangeDraft::add_redirect_uri},
      {Check::redirect_uri_matches_code, &ChangeDraft::set_redirect_uri_of_code},
      {Check::pkce_verifier_matches, &ChangeDraft::set_code_challenge},
      {Check::scopes_are_granted_in_org, &ChangeDraft::grant_scopes},
      {Check::scope_is_within_grant, &ChangeDraft::widen_grant},
      {Check::scope_allows_operation, &ChangeDraft::add_scope_of_operation},
      {Check::roles_are_assigned_in_org, &ChangeDraft::assign_roles},
      {Check::permission_allows_operation, &ChangeDraft::permit},
      {Check::user_context_is_present, &ChangeDraft::give_to_user},
      {Check::home_org_is_trusted, &ChangeDraft::trust_user},
      {Check::user_is_trusted, &ChangeDraft::trust_user},
      {Check::token_is_known, &ChangeDraft::know_credential},
      {Check::bearer_is_known, &ChangeDraft::know_credential},
      {Check::code_is_known, &ChangeDraft::know_credential},
      {Check::assertion_is_known, &ChangeDraft::know_credential},
      {Check::client_secret_matches, &ChangeDraft::know_credential},
      {Check::trust_is_enabled, &ChangeDraft::enable_trust},
      {Check::trust_is_not_expired, &ChangeDraft::prolong},
      {Check::token_is_not_expired, &ChangeDraft::prolong},
      {Check::code_is_not_expired, &ChangeDraft::prolong},
      {Check::assertion_is_not_expired, &ChangeDraft::prolong},
      {Check::bearer_is_not_expired, &ChangeDraft::prolong},
      {Check::token_is_not_revoked, &ChangeDraft::revive},
      {Check::token_is_not_spent, &ChangeDraft::revive},
      {Check::code_is_not_used, &ChangeDraft::revive},
      {Check::assertion_is_not_used, &ChangeDraft::revive},
      {Check::bearer_is_not_revoked, &ChangeDraft::revive},
      {Check::token_belongs_to_client, &ChangeDraft::give_to_client},
      {Check::code_belongs_to_client, &ChangeDraft::give_to_client},
      {Check::host_is_of_the_worlds_region, &ChangeDraft::set_region},
      {Check::path_is_known, &ChangeDraft::speak_as_reported},
  };
  return all;
}

void ChangeDraft::set(const std::string& pointer, std::string value) {
  if (!pointer.empty()) patch_.set(pointer, std::move(value));
}

std::optional<std::string> ChangeDraft::changed_at(std::string pointer) const {
  std::optional<std::string> top;
  for (; !pointer.empty(); pointer = parent_of(pointer)) {
    const auto origin = scenario_.places.origins.find(pointer);
    if (origin == scenario_.places.origins.end()) continue;
    if (origin->second.change == WorldPlaces::Change::none) break;
    top = pointer;
  }
  return top;
}

void ChangeDraft::undo() {
  for (const std::string& pointer : places_) {
    const auto at = changed_at(pointer);
    if (!at) continue;
    const WorldPlaces::Origin& origin = scenario_.places.origins.at(*at);
    if (origin.change == WorldPlaces::Change::added) return set(*at, "null");
    if (!origin.was.empty()) return set(*at, origin.was);
  }
}

void ChangeDraft::make_active() {
  set(place_, json_text("active"));
}

void ChangeDraft::make_user_active() {
  if (step_.found == "no such user") undo();
  if (patch_.empty()) make_active();
}

void ChangeDraft::revive() {
  set(place_, json_text("live"));
}

void ChangeDraft::enable_trust() {
  set(place_, "true");
}

void ChangeDraft::authorize() {
  set(place_, json_text("authorized"));
}

void ChangeDraft::prolong() {
  const auto gone = std::chrono::ceil<std::chrono::hours>(refused_.at - world_.starts_at);
  set(place_, json_text(fmt::format("{}h", gone.count() + 24)));
}

void ChangeDraft::set_region() {
  set(place_, json_text(step_.found));
}

void ChangeDraft::speak_as_reported() {
  if (world_.dialect == Dialect::genesys && refused_.path == "/api/v2/oauth/token") {
    set("/dialect", json_text("reported"));
  }
}

}  // namespace gcmock
