#include "capture/expectations_of.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace gcmock {
namespace {

using nlohmann::ordered_json;

struct Count {
  int at_least = 0;
  int at_most = 0;
};

using Kind = std::tuple<Endpoint, OrgName, int>;

bool can_be_expected(const Exchange& exchange, const std::set<OrgName>& asked) {
  return exchange.status != 0 && exchange.subject.org && asked.contains(*exchange.subject.org);
}

Kind kind_of(const Exchange& exchange) {
  return {exchange.endpoint, *exchange.subject.org, exchange.status};
}

ordered_json pattern_of(const Kind& kind) {
  const auto& [endpoint, org, status] = kind;
  return {{"endpoint", std::string(to_string(endpoint))}, {"org", org.value}, {"status", status}};
}

std::set<OrgName> orgs_of(const std::vector<StepAsked>& steps) {
  std::set<OrgName> orgs;
  for (const StepAsked& step : steps) {
    orgs.insert(step.org);
    if (step.home) orgs.insert(*step.home);
  }
  return orgs;
}

// How many of several calls meet a 401 before one has renewed the token is the machine's affair.
void count(const StepAsked& step, const std::set<OrgName>& asked, std::map<Kind, Count>& counts) {
  std::map<Kind, int> seen;
  for (const Exchange* exchange : step.exchanges) {
    if (can_be_expected(*exchange, asked)) ++seen[kind_of(*exchange)];
  }
  for (const auto& [kind, number] : seen) {
    const bool is_by_chance =
        step.parallel > 1 && std::get<int>(kind) == 401 && std::get<Endpoint>(kind) != Endpoint::token;
    counts[kind].at_least += is_by_chance ? 1 : number;
    counts[kind].at_most += is_by_chance ? std::max(step.parallel, number) : number;
  }
}

bool is_renewal(const StepAsked& step, const std::set<OrgName>& asked) {
  const auto& made = step.exchanges;
  return step.verb == Verb::call && step.parallel == 1 && made.size() == 3 && made[0]->status == 401 &&
         made[1]->endpoint == Endpoint::token && made[2]->status != 401 &&
         std::ranges::all_of(made, [&](const Exchange* one) { return can_be_expected(*one, asked); });
}

}  // namespace

ordered_json expectations_of(const std::vector<StepAsked>& steps) {
  const std::set<OrgName> asked = orgs_of(steps);
  std::map<Kind, Count> counts;
  for (const StepAsked& step : steps) count(step, asked, counts);
  ordered_json expect;
  for (const auto& [kind, number] : counts) {
    ordered_json one = {{"match", pattern_of(kind)}};
    if (number.at_least == number.at_most) {
      one["exactly"] = number.at_least;
    } else {
      one["at_least"] = number.at_least;
      one["at_most"] = number.at_most;
    }
    expect["exchanges"].push_back(std::move(one));
  }
  const auto renewal = std::ranges::find_if(steps, [&](const StepAsked& step) { return is_renewal(step, asked); });
  if (renewal == steps.end()) return expect;
  for (const Exchange* exchange : renewal->exchanges) expect["in_order"].push_back(pattern_of(kind_of(*exchange)));
  return expect;
}

}  // namespace gcmock
