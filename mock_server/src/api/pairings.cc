#include "api/pairings.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/trust_entities.h"
#include "api/trust_lookup.h"

namespace gcmock {
namespace {

constexpr std::chrono::hours lifetime{48};  // vendor_openapi, TrustRequest.dateCreated

/// Names of the caller's users or groups with these ids; entity_not_found for the first that is not there.
template <class Kind, class Name>
std::optional<ApiFault> read_ids(const ApiCall& call, const Json& body, std::string_view member,
                                 std::vector<Name>& into) {
  const auto ids = texts_member(body, member);
  if (ids.fault()) return ids.fault();
  if (!ids.value()) return std::nullopt;
  for (const auto& id : *ids.value()) {
    const auto* thing = Kind::find(call.org, id);
    if (thing == nullptr) {
      return not_there("a " + std::string(Kind::kind) + " of org " + call.org.name.value + " for each of " +
                       std::string(member));
    }
    into.push_back(thing->name);
  }
  return std::nullopt;
}

}  // namespace

OfferedPairing find_pairing(const World& world, std::string_view id, Instant now) {
  for (const auto& [name, org] : world.orgs) {
    const auto found = org.pairings.find(PairingId(std::string(id)));
    if (found == org.pairings.end()) continue;
    return now < found->second.created_at + lifetime ? OfferedPairing{&org, &found->second} : OfferedPairing{};
  }
  return {};
}

ApiOutcome post_pairing(const ApiCall& call) {
  return with(read_body(call, BodyKind::object), [&](const Json& body) -> ApiOutcome {
    Pairing pairing;
    if (auto fault = read_ids<TrustedUsers>(call, body, "userIds", pairing.users)) return *std::move(fault);
    if (auto fault = read_ids<TrustedGroups>(call, body, "groupIds", pairing.groups)) return *std::move(fault);
    pairing.id = PairingId(call.ids.uuid());
    pairing.created_at = call.now;
    if (!call.caller.home) pairing.created_by = call.caller.user;
    auto body_of_answer = text_of(trust_request(call.org, pairing));
    return ApiDone{200, std::move(body_of_answer), {PutPairing{call.org.name, std::move(pairing)}}};
  });
}

ApiOutcome get_pairing(const ApiCall& call) {
  const auto [trustee, pairing] = find_pairing(call.world, call.route.parameters[0], call.now);
  if (pairing == nullptr) return not_there("a pairing of that id, less than 48 hours old");
  return ApiDone{200, text_of(trust_request(*trustee, *pairing)), {}};
}

}  // namespace gcmock
