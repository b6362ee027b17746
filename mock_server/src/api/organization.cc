// What the world does not hold of an org (thirdPartyURI, voicemailEnabled, defaultSiteId) may be sent and is not kept.
// The state is not changed here: who would deactivate the org that he calls from (assumed).
#include "api/organization.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/listing.h"

namespace gcmock {
namespace {

ApiFault version_conflict(int expected, long long found) {
  return {Check::state_allows_operation,
          RefusalReason::org_version_conflict,
          "version " + std::to_string(expected),
          std::to_string(found),
          {}};
}

struct TextOfOrg {
  std::string_view member;
  std::string OrgDetails::*field;
};
constexpr std::array texts_of_org{TextOfOrg{"name", &OrgDetails::display_name},
                                  TextOfOrg{"domain", &OrgDetails::domain},
                                  TextOfOrg{"defaultLanguage", &OrgDetails::default_language},
                                  TextOfOrg{"defaultCountryCode", &OrgDetails::default_country_code},
                                  TextOfOrg{"supportURI", &OrgDetails::support_uri}};

std::optional<ApiFault> check_state(const Json& body) {
  const auto state = text_member(body, "state");
  if (state.fault() || !state.value()) return state.fault();
  static constexpr std::array<std::string_view, 3> states{"active", "inactive", "deleted"};
  if (std::ranges::find(states, *state.value()) != states.end()) return std::nullopt;
  return wrong_value("state", *state.value(), "active, inactive, deleted");
}

/// What is left out stays as it is (assumed).
std::variant<OrgDetails, ApiFault> edited(OrgDetails details, const Json& body) {
  const auto version = integer_member(body, "version");
  if (version.fault()) return *version.fault();
  if (*version.value() != details.version) return version_conflict(details.version, *version.value());
  if (auto fault = check_state(body)) return *std::move(fault);
  for (const auto& [member, field] : texts_of_org) {
    const auto text = text_member(body, member);
    if (text.fault()) return *text.fault();
    if (text.value()) details.*field = *text.value();
  }
  ++details.version;
  return details;
}

}  // namespace

ApiOutcome get_organization(const ApiCall& call) {
  return ApiDone{200, text_of(organization(call.org)), {}};
}

ApiOutcome put_organization(const ApiCall& call) {
  if (call.request.body.empty()) return get_organization(call);  // the body is optional (vendor_openapi)
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  auto details = edited(call.org.details, std::get<Json>(body));
  if (auto* fault = std::get_if<ApiFault>(&details)) return std::move(*fault);
  Org after;
  after.id = call.org.id;
  after.name = call.org.name;
  after.status = call.org.status;
  after.details = std::get<OrgDetails>(details);
  return ApiDone{200, text_of(organization(after)), {SetOrgDetails{after.name, after.details}}};
}

Json products(const Org& org) {
  auto list = Json::array();
  for (const auto& product : org.products) list.push_back({{"id", product}});
  return list;
}

ApiOutcome list_products(const ApiCall& call) {
  const auto list = products(call.org);
  const std::vector<Json> entities(list.begin(), list.end());
  auto body = listing_of_all(entities, "/api/v2/authorization/products");
  body.erase("selfUri");  // OrganizationProductEntityListing has none
  return ApiDone{200, text_of(body), {}};
}

}  // namespace gcmock
