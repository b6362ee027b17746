#include "explain/looked_at.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "gcmock/domain/unknown_credential.h"
#include "scenario/merge_patch.h"
#include "scenario/named_credentials.h"

namespace gcmock {
namespace {

/// A refusal, while its places are collected.
class Places {
 public:
  Places(const Exchange& refused, const World& world)
      : step_(refused.trail.back()), refused_(refused), subject_(refused.subject), world_(world) {}

  std::vector<std::string> all() {
    add(place(step_, subject_));
    if (const auto found = adders().find(step_.check); found != adders().end()) (this->*found->second)();
    return std::move(found_);
  }

 private:
  using Adder = void (Places::*)();

  static const std::map<Check, Adder>& adders() {
    static const std::map<Check, Adder> all{
        {Check::client_is_known, &Places::add_client_elsewhere},
        {Check::client_is_registered_in_org, &Places::add_registration},
        {Check::client_secret_matches, &Places::add_other_secrets},
        {Check::permission_allows_operation, &Places::add_permissions},
        {Check::scopes_are_granted_in_org, &Places::add_scopes},
        {Check::scope_allows_operation, &Places::add_where_scopes_are_judged},
        {Check::roles_are_assigned_in_org, &Places::add_required_roles},
        {Check::pkce_verifier_matches, &Places::add_proof_key},
        {Check::user_is_trusted, &Places::add_groups},
        {Check::user_is_active, &Places::add_user_of_token},
        {Check::home_org_is_trusted, &Places::add_home_of_token},
        {Check::bearer_is_not_expired, &Places::add_lifetime},
        {Check::token_is_not_expired, &Places::add_lifetime},
        {Check::code_is_not_expired, &Places::add_lifetime},
        {Check::bearer_is_not_idle, &Places::add_compliance},
        {Check::oauth_client_exists, &Places::add_client_of_path},
        {Check::path_is_known, &Places::add_dialect},
    };
    return all;
  }

  void add(std::string pointer) {
    if (!pointer.empty() && std::ranges::find(found_, pointer) == found_.end()) found_.push_back(std::move(pointer));
  }

  [[nodiscard]] static std::string in(const OrgName& org, std::string_view kind, std::string_view name) {
    return pointer_to(pointer_to(pointer_to("/orgs", org.value), kind), name);
  }

  void add_in_org(std::string_view kind, std::string_view name, std::string_view below) {
    if (subject_.org) add(in(*subject_.org, kind, name) + std::string(below));
  }

  /// Of the token that was presented; what the mock issued has no place.
  void add_of_token(std::string_view member) {
    const std::string token = place({Check::token_is_known, Finding::failed, {}, {}}, subject_);
    if (!token.empty()) add(pointer_to(token, member));
  }

  void add_of_registration(std::string_view member) {
    const auto& org = subject_.registered_in ? subject_.registered_in : subject_.org;
    if (org && subject_.client) add(pointer_to(in(*org, "clients", subject_.client->value), member));
  }

  /// One that no org knows may have been any org's.
  void add_client_elsewhere() {
    if (!subject_.client) return;
    for (const auto& [name, org] : world_.orgs) add(in(name, "clients", subject_.client->value));
  }

  /// A vendor's client is registered in one org and judged in others: what is gone from there is gone here.
  void add_registration() {
    if (subject_.client) add_in_org("authorizations", subject_.client->value, "");
    if (world_.dialect == Dialect::genesys) add_client_elsewhere();
  }

  /// Without a token, it is the secret that tells which org is asked.
  void add_other_secrets() {
    if (refused_.grant != GrantType::client_credentials || !subject_.client) return;
    for (const Org* const org : orgs_that_registered(world_, *subject_.client)) {
      add(in(org->name, "clients", subject_.client->value) + "/secret");
    }
  }

  /// Where scopes and roles are judged follows from the dialect, unless the world says it.
  void add_judged_at(std::string_view member) {
    add(std::string(member));
    if (refused_.endpoint == Endpoint::token) add("/dialect");
  }

  void add_permissions() {
    const Org* const org = subject_.org ? find_org(world_, *subject_.org) : nullptr;
    if (org != nullptr) {
      if (subject_.home) add_groups();
      for (const RoleName& role : roles_held(*org)) add_in_org("roles", role.value, "/permissions");
    }
    add_of_token("user");
    add_judged_at("/roles_judged_at");
  }

  /// Of whom the token stands for: his own, those of a trust and its groups, or the client's. They may be gone.
  [[nodiscard]] std::vector<RoleName> roles_held(const Org& org) const {
    std::vector<RoleName> held;
    const auto add_all = [&](const std::vector<RoleName>& roles) {
      held.insert(held.end(), roles.begin(), roles.end());
    };
    if (subject_.home) {
      const auto trust = org.trusts.find(*subject_.home);
      if (trust == org.trusts.end()) return held;
      for (const auto& [user, member] : trust->second.users) {
        if (user == subject_.user) add_all(member.roles);
      }
      for (const auto& [group, member] : trust->second.groups) add_all(member.roles);
    } else if (subject_.user) {
      if (const auto user = org.users.find(*subject_.user); user != org.users.end()) add_all(user->second.roles);
    } else if (const auto client = subject_.client ? find_client(world_, org.name, *subject_.client) : std::nullopt) {
      add_all(client->roles());
    }
    return held;
  }

  void add_scopes() {
    add_of_token("scopes");
    add_judged_at("/scopes_judged_at");
  }

  void add_where_scopes_are_judged() { add_judged_at("/scopes_judged_at"); }

  void add_required_roles() {
    add_of_registration("required_roles");
    add_judged_at("/roles_judged_at");
  }

  void add_proof_key() { add_of_registration("proof_key"); }

  /// A user is let in by name, or as a member of a group of his org.
  void add_groups() {
    if (!subject_.org || !subject_.home) return;
    const std::string trust = in(*subject_.org, "trusts", subject_.home->value);
    const Org* const org = find_org(world_, *subject_.org);
    const auto found = org == nullptr ? std::map<OrgName, Trust>::const_iterator{} : org->trusts.find(*subject_.home);
    if (org != nullptr && found != org->trusts.end()) {
      for (const auto& [group, member] : found->second.groups) {
        add(pointer_to(trust + "/groups", group.value));
        add(in(*subject_.home, "groups", group.value) + "/members");
      }
    }
    add(trust + "/groups");
    add_of_token("user");
    add_of_token("home");
  }

  void add_user_of_token() { add_of_token("user"); }
  void add_home_of_token() { add_of_token("home"); }

  void add_lifetime() {
    if (step_.check == Check::code_is_not_expired) return add("/code_lifetime");
    add_of_registration(step_.check == Check::bearer_is_not_expired ? "access_token_lifetime"
                                                                    : "refresh_token_lifetime");
  }

  void add_compliance() {
    if (subject_.org) add(pointer_to(pointer_to("/orgs", subject_.org->value), "compliance"));
  }

  void add_client_of_path() {
    constexpr std::string_view clients = "/oauth/clients/";
    const std::size_t at = refused_.path.find(clients);
    if (at == std::string::npos) return;
    std::string id = refused_.path.substr(at + clients.size());
    add_in_org("clients", id.substr(0, id.find('/')), "");
  }

  void add_dialect() { add("/dialect"); }

  const TrailStep& step_;
  const Exchange& refused_;
  const Subject& subject_;
  const World& world_;
  std::vector<std::string> found_;
};

bool is_about_a_credential(Check check) {
  return check == Check::token_is_known || check == Check::code_is_known || check == Check::assertion_is_known ||
         check == Check::bearer_is_known || check == Check::client_secret_matches;
}

/// "/orgs/secondary/clients/app/secret" of "secondary/secret-app"; the others as the trail has them.
std::string place_of_credential(std::string name) {
  if (name.ends_with(generated_mark)) name.erase(name.size() - generated_mark.size());
  constexpr std::string_view of_secret = "/secret-";
  const std::size_t secret = name.find(of_secret);
  if (secret == std::string::npos) {
    return place({Check::token_is_known, Finding::failed, {}, {}}, {{}, {}, {}, name});
  }
  const std::string client = name.substr(secret + of_secret.size());
  return pointer_to(pointer_to(pointer_to("/orgs", name.substr(0, secret)) + "/clients", client), "secret");
}

/// In orgs that world_changes took away as a whole, too.
void add_former_registrations(const Subject& subject, const WorldPlaces& places, std::vector<std::string>& pointers) {
  if (!subject.client) return;
  const std::string end = pointer_to("/clients", subject.client->value);
  for (const auto& [pointer, origin] : places.origins) {
    const bool is_one = pointer.starts_with("/orgs/") && pointer.ends_with(end);
    if (is_one && origin.changed && std::ranges::find(pointers, pointer) == pointers.end()) pointers.push_back(pointer);
  }
}

}  // namespace

std::vector<std::string> looked_at(const Exchange& refused, const World& world) {
  return refused.trail.empty() ? std::vector<std::string>{} : Places(refused, world).all();
}

std::optional<std::string> formerly_known(const Exchange& refused, const Scenario& scenario) {
  std::optional<std::string> found;
  if (refused.trail.empty() || !is_about_a_credential(refused.trail.back().check)) return found;
  for (const Sighting& sighting : refused.sightings) {
    if (!sighting.credential.label.starts_with("unknown-")) continue;
    for (const auto& [name, value] : scenario.credentials) {
      const bool is_better = !found || name.ends_with(generated_mark);
      if (is_better && label_of_unknown(value) == sighting.credential.label) found = name;
    }
  }
  return found;
}

std::vector<std::string> looked_at(const Exchange& refused, const Scenario& scenario) {
  std::vector<std::string> pointers = looked_at(refused, scenario.world);
  if (refused.trail.empty()) return pointers;
  const Check check = refused.trail.back().check;
  if (check == Check::client_is_known || check == Check::client_is_registered_in_org) {
    add_former_registrations(refused.subject, scenario.places, pointers);
  }
  if (const auto name = formerly_known(refused, scenario)) {
    std::string pointer = place_of_credential(*name);
    if (scenario.places.origins.contains(pointer + "/value")) pointer += "/value";
    pointers.insert(pointers.begin(), std::move(pointer));
  }
  if (pointers.empty() && is_about_a_credential(check)) pointers.push_back("/orgs");  // none of them knows it
  return pointers;
}

}  // namespace gcmock
