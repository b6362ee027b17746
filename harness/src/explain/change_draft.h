// The change of a world that one refusal needs, while it is put together.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explain/merge_patch_text.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/journal/exchange.h"

namespace gcmock {

/// One maker a check; each puts into the patch what makes its check pass, or nothing.
class ChangeDraft {
 public:
  using Texts = std::vector<std::string>;

  /// `places`: what the failed check looked at. All must outlive the draft.
  ChangeDraft(const Scenario& scenario, const Exchange& refused, const Texts& places);

  /// Empty where no change of the world helps, or it would show a credential.
  std::string text();

 private:
  using Maker = void (ChangeDraft::*)();
  static const std::map<Check, Maker>& makers();

  void set(const std::string& pointer, std::string value);

  /// Where a change of world_changes begins that covers `pointer`: a removal covers all below.
  [[nodiscard]] std::optional<std::string> changed_at(std::string pointer) const;
  /// Nothing else is known that would help: what stood there before does.
  void undo();

  // States, and the world as a whole.
  void make_active();
  void make_user_active();
  void revive();
  void enable_trust();
  void authorize();
  /// From now on, with a day to spare.
  void prolong();
  void set_region();
  void speak_as_reported();

  // What clients are registered with.
  [[nodiscard]] std::optional<ClientInOrg> client() const;
  /// As it was; or else one with what the request needs. A secret that is left out is generated.
  void register_client();
  void add_grant_type();
  void add_redirect_uri();
  void set_redirect_uri_of_code();
  /// The challenge of the verifier that came is no secret: RFC 7636 sends it through the browser.
  void set_code_challenge();
  [[nodiscard]] std::string registration() const;
  void give_to_client();

  // Scopes.
  [[nodiscard]] const InitialToken* token() const;
  [[nodiscard]] Texts scopes_of_token() const;
  /// One of several suffices: the first that the token has, or else the first.
  void grant_scopes();
  void widen_grant();
  /// A token of the world; one that the mock issued has what its grant had.
  /// The client must be granted it as well.
  void add_scope_of_operation();

  // Roles, of the org and by trust.
  void assign_roles();
  [[nodiscard]] Texts roles_of_caller(const Org& org) const;
  static bool gives(const Role& role, const Texts& needed);
  /// A role of the org that gives it; or else the caller's first role, with more permissions.
  void permit();
  /// What the operation that was asked for needs, all of it.
  [[nodiscard]] Texts needed_by_operation() const;
  /// In by name, with a role for what he wants to do.
  void trust_user();

  // Credentials that the world does not know.
  /// The user of another token of the client in this org, or else a user of the org.
  [[nodiscard]] static std::string likely_user(const Org& org, const ClientId& client);
  void give_to_user();
  /// As it was; or else, where what came is what the world would generate there, nothing but that.
  void know_credential();
  /// A token of the client under test, with all that it may have: who it was for nobody knows any more.
  void issue(const std::string& pointer);

  const Scenario& scenario_;
  const World& world_;
  const Exchange& refused_;
  const Subject& subject_;
  const TrailStep& step_;
  const Texts& places_;
  const std::string place_;  ///< that the check is of
  MergePatchText patch_;
};

// Lists of names, for those who put a draft together.

bool has(const ChangeDraft::Texts& texts, const std::string& text);
/// `list`, and what of `more` it has not.
ChangeDraft::Texts with(ChangeDraft::Texts list, const ChangeDraft::Texts& more);
/// The names in "one of [a, b]"; none in "none".
ChangeDraft::Texts names_in(std::string_view listed);
std::string parent_of(const std::string& pointer);

template <class Names>
ChangeDraft::Texts texts_of(const Names& names) {
  ChangeDraft::Texts texts;
  for (const auto& name : names) texts.push_back(name.value);
  return texts;
}

}  // namespace gcmock
