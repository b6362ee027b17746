// Who of Customer Care comes in, with which roles and for how long is not known. Assumed: its groups, or else all of
// its users; with the roles `admin`, `full_access` and `trusted_user` of the trustor, where it has them; for 30 days.
#include "api/care_trustees.h"

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>

#include "api/listing.h"
#include "api/query.h"
#include "api/trust_entities.h"

namespace gcmock {
namespace {

constexpr std::chrono::days auto_expiry{30};  // assumed

struct DefaultAsked {
  std::string_view parameter;
  TrustDefault gives;
  std::string_view role;
};
constexpr std::array defaults_asked{DefaultAsked{"assignDefaultRole", TrustDefault::admin_role, "admin"},
                                    DefaultAsked{"assignFullAccess", TrustDefault::full_access, "full_access"},
                                    DefaultAsked{"allowTrustedUserAccess", TrustDefault::trusted_user, "trusted_user"}};

std::vector<const Org*> care_orgs(const World& world) {
  std::vector<const Org*> orgs;
  for (const auto& [name, org] : world.orgs) {
    if (org.kind == OrgKind::customer_care) orgs.push_back(&org);
  }
  return orgs;
}

ApiFault no_care_org() {
  return not_there("an org of Customer Care in this world");
}

/// A query parameter that is `true` or `false`; false where it is missing.
std::variant<bool, ApiFault> read_truth(const Query& query, std::string_view name) {
  const auto* value = query.value(name);
  if (value == nullptr || *value == "false") return false;
  if (*value == "true") return true;
  return ApiFault{Check::query_is_acceptable,
                  RefusalReason::trust_fields_invalid,
                  std::string(name) + " as true or false",
                  *value,
                  {}};
}

/// What all the trusts of one request have in common; their trustee is not said yet.
std::variant<Trust, ApiFault> read_wishes(const ApiCall& call) {
  const Query query(call.request);
  Trust trust;
  trust.created_at = call.now;
  if (!call.caller.home) trust.created_by = call.caller.user;
  for (const auto& [parameter, gives, role] : defaults_asked) {
    const auto asked = read_truth(query, parameter);
    if (const auto* fault = std::get_if<ApiFault>(&asked)) return *fault;
    if (std::get<bool>(asked)) trust.defaults.insert(gives);
  }
  const auto expires = read_truth(query, "autoExpire");
  if (const auto* fault = std::get_if<ApiFault>(&expires)) return *fault;
  if (std::get<bool>(expires)) trust.expires_at = call.now + auto_expiry;
  return trust;
}

TrustedMember care_member(const ApiCall& call, const Trust& trust) {
  TrustedMember member;
  for (const auto& [parameter, gives, role] : defaults_asked) {
    const RoleName name{std::string(role)};
    if (trust.defaults.contains(gives) && call.org.roles.contains(name)) member.roles.push_back(name);
  }
  member.since = call.now;
  member.added_by = user_who_calls(call);
  return member;
}

std::variant<Trust, ApiFault> trust_with(const ApiCall& call, const Org& care, Trust trust) {
  if (care.name == call.org.name) {
    return ApiFault{Check::state_allows_operation, RefusalReason::trust_with_self, "another org", "its own", {}};
  }
  if (find_trust(call.org, care.name) != nullptr) return there_already("trust in org " + care.name.value);
  trust.trustee = care.name;
  const auto member = care_member(call, trust);
  for (const auto& [name, group] : care.groups) trust.groups[name] = member;
  if (trust.groups.empty()) {
    for (const auto& [name, user] : care.users) trust.users[name] = member;
  }
  if (trust.groups.empty() && trust.users.empty()) {
    return ApiFault{Check::entity_exists,
                    RefusalReason::trustee_user_or_group_required,
                    "a user or group in org " + care.name.value,
                    "none",
                    {}};
  }
  return trust;
}

WorldChange put(const ApiCall& call, Trust trust) {
  return PutTrust{call.org.name, std::move(trust), user_who_calls(call)};
}

}  // namespace

ApiOutcome list_care_orgs(const ApiCall& call) {
  auto entities = Json::array();
  for (const auto* org : care_orgs(call.world)) {
    const auto& id = org->id.value;
    entities.push_back({{"id", id}, {"selfUri", "/api/v2/orgauthorization/trustees/" + id}});
  }
  return ApiDone{200, text_of({{"entities", std::move(entities)}}), {}};
}

ApiOutcome post_care_trustees(const ApiCall& call) {
  const auto orgs = care_orgs(call.world);
  if (orgs.empty()) return no_care_org();
  return with(read_wishes(call), [&](const Trust& wishes) -> ApiOutcome {
    std::vector<Json> entities;
    ApiDone done;
    for (const auto* org : orgs) {
      auto trust = trust_with(call, *org, wishes);
      if (auto* fault = std::get_if<ApiFault>(&trust)) return std::move(*fault);
      entities.push_back(trustee({call.org, *org, std::get<Trust>(trust)}));
      done.changes.push_back(put(call, std::get<Trust>(std::move(trust))));
    }
    done.body = text_of(listing_of_all(entities, "/api/v2/orgauthorization/trustees/care"));
    return done;
  });
}

ApiOutcome get_default_trustee(const ApiCall& call) {
  for (const auto* org : care_orgs(call.world)) {
    const auto* trust = find_trust(call.org, org->name);
    if (trust != nullptr) return ApiDone{200, text_of(trustee({call.org, *org, *trust})), {}};
  }
  return not_there("a trust of org " + call.org.name.value + " in Customer Care");
}

ApiOutcome post_default_trustee(const ApiCall& call) {
  const auto orgs = care_orgs(call.world);
  if (orgs.empty()) return no_care_org();
  const auto& care = *orgs.front();
  return with(read_wishes(call), [&](const Trust& wishes) {
    return with(trust_with(call, care, wishes), [&](Trust trust) -> ApiOutcome {
      auto body = text_of(trustee({call.org, care, trust}));
      return ApiDone{200, std::move(body), {put(call, std::move(trust))}};
    });
  });
}

}  // namespace gcmock
