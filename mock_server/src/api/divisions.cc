// That a name is refused as invalid where it is blank, and as too long beyond 255 bytes, is assumed; so is that names
// are compared without regard to case.
#include "api/divisions.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/json_body.h"
#include "api/listing.h"
#include "api/parameters.h"
#include "api/text_search.h"

namespace gcmock {
namespace {

constexpr std::size_t longest_text = 255;
constexpr std::string_view path = "/api/v2/authorization/divisions";

ApiFault body_fault(RefusalReason reason, std::string expected, std::string found) {
  return {Check::body_is_acceptable, reason, std::move(expected), std::move(found), {}};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<ApiFault> check_texts(const Division& division) {
  if (is_blank(division.name)) {
    return body_fault(RefusalReason::division_name_invalid, "a name that is not blank", "a blank one or none");
  }
  if (std::max(division.name.size(), division.description.size()) <= longest_text) return std::nullopt;
  return body_fault(RefusalReason::division_name_too_long, "texts of at most 255 bytes", "a longer one");
}

std::optional<ApiFault> check_room(const Org& org) {
  const auto all = divisions_of(org);
  const auto most = org.capacity.divisions;
  if (!most || all.size() < static_cast<std::size_t>(*most)) return std::nullopt;
  return ApiFault{Check::limit_allows_operation,
                  RefusalReason::too_many_divisions,
                  "at most " + std::to_string(*most) + " divisions in this org",
                  std::to_string(all.size()) + " are there",
                  {}};
}

std::optional<ApiFault> check_new(const Org& org, const Division& division) {
  if (auto fault = check_texts(division)) return fault;
  const auto all = divisions_of(org);
  const bool is_taken =
      std::ranges::any_of(all, [&](const auto& one) { return is_same_text(one.name, division.name); });
  if (is_taken) {
    return ApiFault{
        Check::state_allows_operation, RefusalReason::resource_exists, "no division of that name", division.name, {}};
  }
  return check_room(org);
}

bool is_wanted(const Query& query, const Division& division) {
  const auto ids = query.list("id");
  const auto* name = query.value("name");
  return (ids.empty() || std::ranges::find(ids, division.id.value) != ids.end()) &&
         (name == nullptr || contains_text(division.name, *name));
}

}  // namespace

Json authz_division(const Division& division) {
  return {{"id", division.id.value},
          {"name", division.name},
          {"description", division.description},
          {"homeDivision", division.is_home},
          {"selfUri", std::string(path) + "/" + division.id.value}};
}

Json division_reference(const Division& division) {
  return {{"id", division.id.value}, {"name", division.name}, {"selfUri", std::string(path) + "/" + division.id.value}};
}

std::vector<Division> divisions_of(const Org& org) {
  std::vector<Division> all{home_division(org)};
  for (const auto& [id, division] : org.divisions) {
    if (id != all.front().id) all.push_back(division);
  }
  return all;
}

std::optional<Division> find_division(const Org& org, std::string_view id) {
  const auto all = divisions_of(org);
  const auto found = std::ranges::find(all, id, [](const auto& one) -> std::string_view { return one.id.value; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

ApiOutcome list_divisions(const ApiCall& call) {
  const Query query(call.request);
  auto page = read_page(query);
  if (auto* fault = std::get_if<ApiFault>(&page)) return std::move(*fault);
  if (auto fault = check_truth(query, "objectCount")) return *std::move(fault);
  std::vector<Json> entities;
  for (const auto& division : divisions_of(call.org)) {
    if (!is_wanted(query, division)) continue;
    entities.push_back(authz_division(division));
    // The world does not say which objects a division has.
    if (query.lists("objectCount", "true")) entities.back()["objectCounts"] = Json::object();
  }
  sort_by_member(entities, query, "name");
  return ApiDone{200, text_of(listing(entities, std::get<PageRequest>(page), path)), {}};
}

ApiOutcome create_division(const ApiCall& call) {
  auto body = read_body(call, BodyKind::object);
  if (auto* fault = std::get_if<ApiFault>(&body)) return std::move(*fault);
  const auto& object = std::get<Json>(body);
  const auto name = text_member(object, "name");
  const auto description = text_member(object, "description");
  for (const auto* member : {&name, &description}) {
    if (member->fault()) return *member->fault();
  }
  Division division;
  division.name = name.value().value_or("");
  division.description = description.value().value_or("");
  if (auto fault = check_new(call.org, division)) return *std::move(fault);
  division.id = DivisionId(call.ids.uuid());
  return ApiDone{200, text_of(authz_division(division)), {PutDivision{call.org.name, division}}};
}

}  // namespace gcmock
