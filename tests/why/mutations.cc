#include "mutations.h"

#include <map>
#include <set>

namespace gcmock::why {
namespace {

using Values = std::vector<json>;

/// Other values of members by their names, whatever they are members of: what cannot be read is no world.
const std::map<std::string, Values>& other_values() {
  static const std::map<std::string, Values> all{
      {"dialect", {"genesys", "reported"}},
      {"region", {"mypurecloud.ie"}},
      {"scopes_judged_at", {"token_request", "api_request"}},
      {"roles_judged_at", {"token_request", "api_request"}},
      {"status", {"inactive", "deleted"}},
      {"state", {"inactive", "disabled", "unauthorized", "requested", "revoked"}},
      {"life", {"spent", "revoked"}},
      {"expires_in", {"-1s", "-30d"}},
      {"secret", {"another-secret-of-nobody", ""}},
      {"value", {"another-value-of-nobody"}},
      {"proof_key", {"required"}},
      {"authorized_grant_types", {json::array(), {"PASSWORD"}, {"TOKEN"}}},
      {"redirect_uris", {json::array(), {"https://elsewhere.example.com/callback"}}},
      {"redirect_uri", {"https://elsewhere.example.com/callback"}},
      {"scopes", {json::array(), {"another:scope"}}},
      {"permissions", {json::array(), {"another:thing:view"}}},
      {"roles", {json::array()}},
      {"members", {json::array()}},
      {"enabled", {false}},
      {"code_challenge", {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}},
      {"idle_timeout", {"1s"}},
      {"scope_enforcement", {"on"}},
      {"compliance", {"hipaa"}},
  };
  return all;
}

/// Members that objects of a kind may have; the kind is the name of what they stand in.
const std::map<std::string, std::vector<std::string>>& members_of_kind() {
  static const std::map<std::string, std::vector<std::string>> all{
      {"", {"region", "dialect", "scopes_judged_at", "roles_judged_at"}},
      {"orgs", {"status", "scope_enforcement", "compliance"}},
      {"clients", {"state", "secret", "proof_key", "scopes"}},
      {"authorizations", {"state", "scopes"}},
      {"users", {"status", "roles"}},
      {"trusts", {"enabled", "expires_in"}},
      {"access_tokens", {"life", "expires_in", "value", "scopes"}},
      {"refresh_tokens", {"life", "expires_in", "value", "scopes"}},
      {"codes", {"life", "expires_in", "value", "redirect_uri", "code_challenge"}},
      {"saml_assertions", {"life", "expires_in", "value"}},
  };
  return all;
}

class Mutations {
 public:
  explicit Mutations(const json& world) : world_(world) { walk(world, "", "", ""); }
  std::vector<Mutation> take() { return std::move(all_); }

 private:
  static std::string below(const std::string& pointer, std::string key) {
    for (std::size_t at = key.find('~'); at != std::string::npos; at = key.find('~', at + 2)) key.replace(at, 1, "~0");
    for (std::size_t at = key.find('/'); at != std::string::npos; at = key.find('/', at)) key.replace(at, 1, "~1");
    return pointer + "/" + key;
  }

  void add(const std::string& pointer, const json& value, const json& now) {
    if (value != now) all_.push_back({pointer, value});
  }

  /// `kind`: of the object that `value` is, the name of what it stands in: "clients".
  void walk(const json& value, const std::string& pointer, const std::string& name, const std::string& kind) {
    if (!value.is_object()) return;
    for (const auto& [key, member] : value.items()) {
      const std::string at = below(pointer, key);
      if (key == "$schema") continue;
      all_.push_back({at, nullptr});
      vary(member, at, key, name);
      walk(member, at, key, name);
    }
    const auto addable = members_of_kind().find(pointer.empty() ? "" : kind);
    if (addable == members_of_kind().end()) return;
    for (const std::string& member : addable->second) {
      if (value.contains(member)) continue;
      for (const json& other : other_values().at(member)) all_.push_back({below(pointer, member), other});
    }
  }

  void vary(const json& value, const std::string& pointer, const std::string& name, const std::string& around) {
    const bool is_permissions = around == "roles" && value.is_array();
    const auto others = other_values().find(is_permissions ? "permissions" : name);
    if (others != other_values().end() && !(name == "roles" && value.is_object())) {
      for (const json& other : others->second) add(pointer, other, value);
    }
    if (value.is_array()) vary_list(value, pointer);
    if (name == "client") vary_by_keys(value, pointer, {"clients", "authorizations"});
    if (name == "user") vary_by_keys(value, pointer, {"users"});
  }

  void vary_list(const json& list, const std::string& pointer) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      json shorter = list;
      shorter.erase(i);
      all_.push_back({pointer, shorter});
    }
  }

  /// Somebody else of the same org.
  void vary_by_keys(const json& value, const std::string& pointer, const std::set<std::string>& kinds) {
    const std::string org = pointer.substr(0, pointer.find('/', std::string("/orgs/").size()));
    for (const std::string& kind : kinds) {
      const json::json_pointer at(org + "/" + kind);
      if (!world_.contains(at)) continue;
      for (const auto& [key, member] : world_.at(at).items()) add(pointer, key, value);
    }
  }

  const json& world_;
  std::vector<Mutation> all_;
};

}  // namespace

std::vector<Mutation> mutations_of(const json& world) {
  return Mutations(world).take();
}

json patch_of(const Mutation& mutation) {
  json::json_pointer at(mutation.pointer);
  json patch = mutation.value;
  for (; !at.empty(); at.pop_back()) patch = json{{at.back(), patch}};
  return patch;
}

}  // namespace gcmock::why
