// What `expand` may list is declared (vendor_openapi). Of what the world does not know, lists are empty and everything
// else is left out (assumed).
#include "api/identity.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "api/divisions.h"
#include "api/entities.h"
#include "api/grantees.h"
#include "api/organization.h"
#include "api/parameters.h"
#include "api/role_entities.h"
#include "api/user_authorization.h"
#include "domain/trusts.h"

namespace gcmock {
namespace {

std::optional<Json> unknown_to_the_world(const ApiCall&) {
  return std::nullopt;
}
std::optional<Json> none(const ApiCall&) {
  return Json::array();
}

std::optional<Json> authorization(const ApiCall& call) {
  const auto caller = calling_grantee(call);
  return caller ? std::optional(user_authorization(call.org, *caller)) : std::nullopt;
}

// Nobody's roles are unused: the mock does not watch who uses what.
std::optional<Json> authorization_with_unused(const ApiCall& call) {
  auto entity = authorization(call);
  if (entity) (*entity)["unusedRoles"] = Json::array();
  return entity;
}

std::optional<Json> last_token_issued(const ApiCall& call) {
  const auto* token = call.ledger.access_token(call.bearer);
  if (token == nullptr) return std::nullopt;
  return Json{{"dateIssued", date_time(token->issued_at)}};
}

std::optional<Json> date(const ApiCall& call) {
  return Json{{"currentDate", date_time(call.now)}};
}

std::optional<Json> organization_of(const ApiCall& call) {
  return organization(call.org);
}

std::optional<Json> org_authorization(const ApiCall& call) {
  constexpr std::size_t most = 100;  // "The first 100 organization roles" (vendor_openapi)
  auto roles = Json::array();
  for (const auto& [name, role] : call.org.roles) {
    if (roles.size() < most) roles.push_back(organization_role(role));
  }
  return roles;
}

std::optional<Json> org_products(const ApiCall& call) {
  return products(call.org);
}

std::optional<Json> adjacents(const ApiCall&) {
  return Json{{"superiors", Json::array()}, {"siblings", Json::array()}, {"directReports", Json::array()}};
}

std::optional<Json> token(const ApiCall& call) {
  return token_info(call);
}

// Orgs that trust the caller's org and let the caller in.
std::optional<Json> trustors(const ApiCall& call) {
  auto list = Json::array();
  for (const auto& [name, org] : call.world.orgs) {
    const auto* trust = find_trust(org, call.org.name);
    if (trust == nullptr || !call.caller.user || !is_trusted(*trust, call.org, *call.caller.user)) continue;
    list.push_back({{"id", org.id.value},
                    {"enabled", trust->use == Trust::Use::enabled},
                    {"organization", organization(org)},
                    {"selfUri", "/api/v2/orgauthorization/trustors/" + org.id.value}});
  }
  return list;
}

/// A word of `expand`, the member that it adds, and what is in it.
struct Expansion {
  std::string_view word;
  std::string_view member;
  std::optional<Json> (*content)(const ApiCall& call);
};

constexpr std::array expansions{
    Expansion{"routingStatus", "routingStatus", unknown_to_the_world},
    Expansion{"presence", "presence", unknown_to_the_world},
    Expansion{"integrationPresence", "integrationPresence", unknown_to_the_world},
    Expansion{"conversationSummary", "conversationSummary", unknown_to_the_world},
    Expansion{"outOfOffice", "outOfOffice", unknown_to_the_world},
    Expansion{"geolocation", "geolocation", unknown_to_the_world},
    Expansion{"station", "station", unknown_to_the_world},
    Expansion{"authorization", "authorization", authorization},
    Expansion{"lasttokenissued", "lastTokenIssued", last_token_issued},
    Expansion{"authorization.unusedRoles", "authorization", authorization_with_unused},
    Expansion{"team", "team", unknown_to_the_world},
    Expansion{"workPlanBidRanks", "workPlanBidRanks", unknown_to_the_world},
    Expansion{"externalContactsSettings", "externalContactsSettings", unknown_to_the_world},
    Expansion{"groups", "groups", none},
    Expansion{"customAttributes", "customAttributes", unknown_to_the_world},
    Expansion{"profileSkills", "profileSkills", none},
    Expansion{"certifications", "certifications", none},
    Expansion{"locations", "locations", none},
    Expansion{"skills", "skills", none},
    Expansion{"languages", "languages", none},
    Expansion{"languagePreference", "languagePreference", unknown_to_the_world},
    Expansion{"employerInfo", "employerInfo", unknown_to_the_world},
    Expansion{"biography", "biography", unknown_to_the_world},
    Expansion{"dateLastLogin", "dateLastLogin", unknown_to_the_world},
    Expansion{"dateWelcomeSent", "dateWelcomeSent", unknown_to_the_world},
    Expansion{"date", "date", date},
    Expansion{"geolocationsettings", "geolocationSettings", unknown_to_the_world},
    Expansion{"organization", "organization", organization_of},
    Expansion{"presencedefinitions", "presenceDefinitions", none},
    Expansion{"divisionedpresencedefinitions", "divisionedPresenceDefinitions", none},
    Expansion{"locationdefinitions", "locationDefinitions", none},
    Expansion{"orgauthorization", "orgAuthorization", org_authorization},
    Expansion{"orgproducts", "orgProducts", org_products},
    Expansion{"favorites", "favorites", none},
    Expansion{"superiors", "superiors", none},
    Expansion{"directreports", "directReports", none},
    Expansion{"adjacents", "adjacents", adjacents},
    Expansion{"routingskills", "routingSkills", none},
    Expansion{"routinglanguages", "routingLanguages", unknown_to_the_world},  // UserMe has no such member
    Expansion{"fieldconfigs", "fieldConfigs", unknown_to_the_world},
    Expansion{"token", "token", token},
    Expansion{"trustors", "trustors", trustors},
    Expansion{"logCapture", "logCapture", unknown_to_the_world},
    Expansion{"autoanswersettings", "autoAnswerSettings", unknown_to_the_world},
};

constexpr auto words_of_expand = [] {
  std::array<std::string_view, expansions.size()> words{};
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = expansions[i].word;
  return words;
}();
constexpr std::array<std::string_view, 3> presence_sources{"MicrosoftTeams", "ZoomPhone", "EightByEight"};

/// The user who asks; of his home org where he is a guest here.
const User* calling_user(const ApiCall& call) {
  if (!call.caller.user) return nullptr;
  const auto* home = call.caller.home ? find_org(call.world, *call.caller.home) : &call.org;
  if (home == nullptr) return nullptr;
  const auto user = home->users.find(*call.caller.user);
  return user == home->users.end() ? nullptr : &user->second;
}

Json user_me(const ApiCall& call, const Query& query) {
  Json entity;
  if (const auto* user = calling_user(call)) {
    entity["id"] = user->id.value;
    entity["name"] = user->display_name;
    entity["division"] = division_reference(home_division(call.org));
    entity["email"] = user->email;
    entity["state"] = to_string(user->status);
    entity["username"] = user->email;
  }
  entity["version"] = 1;
  for (const auto& [word, member, content] : expansions) {
    if (!query.lists("expand", word)) continue;
    if (auto value = content(call)) entity[std::string(member)] = *std::move(value);
  }
  entity["selfUri"] = "/api/v2/users/me";
  return entity;
}

}  // namespace

ApiOutcome users_me(const ApiCall& call) {
  const Query query(call.request);
  if (auto fault = check_words(query, "expand", words_of_expand)) return *std::move(fault);
  if (auto fault = check_words(query, "integrationPresenceSource", presence_sources)) return *std::move(fault);
  return ApiDone{200, text_of(user_me(call, query)), {}};
}

}  // namespace gcmock
