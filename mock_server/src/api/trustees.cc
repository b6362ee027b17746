// A second trust in the same trustee is a conflict (assumed), and a pairing may be used until it is 48 hours old
// (assumed: whether the first use ends it is not known).
#include "api/trustees.h"

#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/listing.h"
#include "api/pairings.h"
#include "api/trust_bodies.h"
#include "api/trust_entities.h"

namespace gcmock {
namespace {

ApiFault pairing_required(std::string found) {
  return {Check::entity_exists,
          RefusalReason::pairing_id_required,
          "the id of a pairing that is less than 48 hours old",
          std::move(found),
          {}};
}

std::variant<OfferedPairing, ApiFault> read_pairing(const ApiCall& call, const Json& body) {
  const auto id = text_member(body, "pairingId");
  if (id.fault()) return *id.fault();
  if (!id.value() || id.value()->empty()) return pairing_required("none");
  const auto offered = find_pairing(call.world, *id.value(), call.now);
  if (offered.pairing == nullptr) return pairing_required("no pairing, or an older one");
  if (offered.trustee->name == call.org.name) {
    return ApiFault{Check::state_allows_operation,
                    RefusalReason::trust_with_self,
                    "a pairing of another org than " + call.org.name.value,
                    "its own",
                    {}};
  }
  return offered;
}

bool is_said(const Json& body, const char* member) {
  const auto found = body.find(member);
  return found != body.end() && !found->is_null();
}

/// A trust needs someone in it. Who speaks of users alone is told of users alone (assumed).
ApiFault nobody(const Json& body) {
  const bool only_users = is_said(body, "users") && !is_said(body, "groups");
  return {Check::body_is_acceptable,
          only_users ? RefusalReason::trustee_user_required : RefusalReason::trustee_user_or_group_required,
          only_users ? "at least one user" : "at least one user or group",
          "none",
          {}};
}

template <class Kind>
std::optional<ApiFault> add_members(const ApiCall& call, const Org& trustee, const Json& body, const char* member,
                                    Trust& trust) {
  if (!is_said(body, member)) return std::nullopt;
  const auto& list = body.at(member);
  if (!list.is_array()) return wrong_value(member, list.type_name(), "a list");
  for (const auto& item : list) {
    auto read = read_member(call.org, item);
    if (auto* fault = std::get_if<ApiFault>(&read)) return std::move(*fault);
    auto& requested = std::get<RequestedMember>(read);
    const auto* thing = Kind::find(trustee, requested.id);
    if (thing == nullptr) {
      return not_there("a " + std::string(Kind::kind) + " of org " + trustee.name.value + " for each of " + member);
    }
    Kind::of(trust)[thing->name] = {std::move(requested.roles.roles), call.now, std::move(requested.roles.divisions),
                                    user_who_calls(call)};
  }
  return std::nullopt;
}

/// `enabled` and `dateExpired`.
std::optional<ApiFault> read_settings(const Json& body, Trust& trust) {
  const auto enabled = truth_member(body, "enabled");
  const auto expires = date_member(body, "dateExpired");
  if (enabled.fault()) return enabled.fault();
  if (expires.fault()) return expires.fault();
  trust.use = enabled.value().value_or(false) ? Trust::Use::enabled : Trust::Use::disabled;
  trust.expires_at = expires.value();
  return std::nullopt;
}

std::variant<Trust, ApiFault> read_trust(const ApiCall& call, const Org& trustee, const Json& body) {
  Trust trust;
  trust.trustee = trustee.name;
  trust.created_at = call.now;
  if (!call.caller.home) trust.created_by = call.caller.user;
  if (auto fault = read_settings(body, trust)) return *std::move(fault);
  if (auto fault = add_members<TrustedUsers>(call, trustee, body, "users", trust)) return *std::move(fault);
  if (auto fault = add_members<TrustedGroups>(call, trustee, body, "groups", trust)) return *std::move(fault);
  if (trust.users.empty() && trust.groups.empty()) return nobody(body);
  return trust;
}

ApiOutcome answer_changed(const ApiCall& call, const Org& trustee, Trust trust) {
  auto body = text_of(gcmock::trustee({call.org, trustee, trust}));
  return ApiDone{200, std::move(body), {PutTrust{call.org.name, std::move(trust), user_who_calls(call)}}};
}

ApiOutcome create(const ApiCall& call, const Org& trustee, const Json& body) {
  return with(read_trust(call, trustee, body), [&](Trust trust) -> ApiOutcome {
    if (find_trust(call.org, trustee.name) != nullptr) return there_already("trust in org " + trustee.name.value);
    return answer_changed(call, trustee, std::move(trust));
  });
}

}  // namespace

ApiOutcome list_trustees(const ApiCall& call) {
  return with(read_page(Query(call.request)), [&](const PageRequest& page) -> ApiOutcome {
    std::vector<Json> entities;
    for (const auto& [name, trust] : call.org.trusts) {
      if (const auto* org = find_org(call.world, name)) entities.push_back(trustee({call.org, *org, trust}));
    }
    return ApiDone{200, text_of(listing(entities, page, "/api/v2/orgauthorization/trustees")), {}};
  });
}

ApiOutcome post_trustee(const ApiCall& call) {
  return with(read_body(call, BodyKind::object), [&](const Json& body) {
    return with(read_pairing(call, body),
                [&](const OfferedPairing& offered) { return create(call, *offered.trustee, body); });
  });
}

ApiOutcome get_trustee(const ApiCall& call) {
  return with(trust_in_trustee(call), [](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{200, text_of(trustee(between)), {}};
  });
}

ApiOutcome put_trustee(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) {
    return with(read_body(call, BodyKind::object), [&](const Json& body) -> ApiOutcome {
      auto trust = between.trust;
      if (auto fault = read_settings(body, trust)) return *std::move(fault);
      return answer_changed(call, between.trustee, std::move(trust));
    });
  });
}

ApiOutcome delete_trustee(const ApiCall& call) {
  return with(trust_in_trustee(call), [&](const TrustBetween& between) -> ApiOutcome {
    return ApiDone{204, {}, {RemoveTrust{call.org.name, between.trustee.name, user_who_calls(call)}}};
  });
}

}  // namespace gcmock
