// Scopes that a token or an org would have to have.
#include "explain/change_draft.h"

#include <fmt/format.h>

#include <algorithm>

namespace gcmock {

using Texts = ChangeDraft::Texts;

const InitialToken* ChangeDraft::token() const {
  const auto* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
  if (org == nullptr) return nullptr;
  const auto find = [&](std::string_view kind, const std::vector<InitialToken>& tokens) -> const InitialToken* {
    const auto found = std::ranges::find_if(tokens, [&](const InitialToken& each) {
      return subject_.token == fmt::format("{}/{}-{}", org->name.value, kind, each.name);
    });
    return found == tokens.end() ? nullptr : &*found;
  };
  const InitialToken* found = find("access", org->access_tokens);
  if (found == nullptr) found = find("refresh", org->refresh_tokens);
  return found != nullptr ? found : find("code", org->codes);
}

Texts ChangeDraft::scopes_of_token() const {
  const InitialToken* const presented = token();
  return presented == nullptr ? Texts{} : texts_of(presented->scopes);
}

void ChangeDraft::grant_scopes() {
  const auto asked = client();
  if (!asked) return;
  Texts missing = names_in(step_.expected);
  if (step_.expected.starts_with("one of ") && !missing.empty()) {
    const Texts had = scopes_of_token();
    const auto best = std::ranges::find_if(missing, [&](const std::string& scope) { return has(had, scope); });
    missing = {best == missing.end() ? missing.front() : *best};
  }
  set(place_, json_list(with(texts_of(asked->scopes()), missing)));
}

void ChangeDraft::widen_grant() {
  const auto asked = client();
  const Texts had = token() != nullptr ? scopes_of_token() : asked ? texts_of(asked->scopes()) : Texts{};
  set(place_, json_list(with(had, names_in(step_.found))));
}

void ChangeDraft::add_scope_of_operation() {
  const auto asked = client();
  const Texts wanted = names_in(step_.expected);
  if (token() == nullptr || wanted.empty() || !asked) return;
  const Texts granted = texts_of(asked->scopes());
  const auto best = std::ranges::find_if(wanted, [&](const std::string& scope) { return has(granted, scope); });
  set(place_, json_list(with(scopes_of_token(), {best == wanted.end() ? wanted.front() : *best})));
  if (best == wanted.end()) {
    set(place({Check::scopes_are_granted_in_org, Finding::failed, {}, {}}, subject_),
        json_list(with(granted, {wanted.front()})));
  }
}

}  // namespace gcmock
