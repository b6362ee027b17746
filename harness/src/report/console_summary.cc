// What comes behind all scenarios: failures once more, what was never looked at, and the count.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/console_report.h"
#include "report/footing_text.h"
#include "report/reasons.h"
#include "report/scenario_counts.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

/// Up to so many scenarios everything is still in sight.
constexpr std::size_t fits_a_screen = 5;

void write_problems(Page& page, const RunResult& result) {
  if (count_of_problems(result) == 0 || result.scenarios.size() <= fits_a_screen) return;
  page.line(0, "what did not pass:", Ink::bold);
  for (const ScenarioResult& scenario : result.scenarios) {
    if (!is_problem(scenario.status)) continue;
    page.line(heading_indent,
              fmt::format("{} ({})", scenario.id.empty() ? scenario.file : scenario.id, to_string(scenario.status)));
    for (const std::string& reason : reasons_of(scenario)) page.paragraph(body_indent, reason);
  }
  page.blank();
}

/// Invariants that had nothing to look at in any scenario: nobody may take them for held.
void write_unseen(Page& page, const RunResult& result) {
  std::vector<std::string> order;
  std::map<std::string, std::size_t> looked_at;
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const InvariantResult& invariant : scenario.invariants) {
      if (!looked_at.count(invariant.id)) order.push_back(invariant.id);
      looked_at[invariant.id] += invariant.looked_at;
    }
  }
  std::erase_if(order, [&](const std::string& id) { return looked_at[id] > 0; });
  if (order.empty()) return;
  page.paragraph(0,
                 "nothing in this run concerned " + joined(order) + (order.size() == 1 ? ": it was" : ": they were") +
                     " not put to the test",
                 Ink::dim);
}

/// What the failures have in common: the invariants, with the number of scenarios that violate each.
void write_violated(Page& page, const RunResult& result) {
  std::vector<std::pair<const InvariantResult*, std::size_t>> violated;
  for (const ScenarioResult& scenario : result.scenarios) {
    for (const InvariantResult& invariant : scenario.invariants) {
      if (invariant.status != InvariantResult::Status::violated) continue;
      auto known = std::find_if(violated.begin(), violated.end(),
                                [&](const auto& each) { return each.first->id == invariant.id; });
      if (known == violated.end()) known = violated.insert(violated.end(), {&invariant, 0});
      ++known->second;
    }
  }
  for (const auto& [invariant, number] : violated) {
    page.paragraph(
        0, fmt::format("{} was violated in {}: {}", invariant->id, counted(number, "scenario"), invariant->title));
  }
}

std::string counts_of(const RunResult& result) {
  std::vector<std::string> parts{fmt::format("{} passed", count_of(result, ScenarioStatus::passed)),
                                 fmt::format("{} failed", count_of(result, ScenarioStatus::failed)),
                                 fmt::format("{} skipped", count_of(result, ScenarioStatus::skipped))};
  for (const ScenarioStatus status : {ScenarioStatus::flaky, ScenarioStatus::vacuous, ScenarioStatus::broken,
                                      ScenarioStatus::invalid, ScenarioStatus::not_run}) {
    if (const std::size_t number = count_of(result, status))
      parts.push_back(fmt::format("{} {}", number, to_string(status)));
  }
  return joined(parts);
}

}  // namespace

std::string console_summary(const RunResult& result, const ConsoleStyle& style) {
  Page page(style);
  page.blank();
  write_problems(page, result);
  if (result.scenarios.size() > fits_a_screen) write_violated(page, result);
  write_unseen(page, result);
  if (const std::string evidence = evidence_of(footing_of(result)); !evidence.empty()) {
    page.paragraph(0, evidence, Ink::dim);
  }
  if (result.stopped_early) page.line(0, "stopped at the first scenario that did not pass (--fail-fast)", Ink::dim);
  if (result.ended_by_signal != 0) {
    page.line(0, fmt::format("interrupted by signal {}: what had not ended is not run", result.ended_by_signal),
              Ink::yellow);
  }
  const std::string about =
      fmt::format(" (client {}, seed {}, {})", printable(result.client), result.seed, in_words(result.took));
  const bool good = exit_code(result) == 0;
  page.line(0, counts_of(result) + about, good ? Ink::green : Ink::red);
  return std::move(page).text();
}

}  // namespace gcmock
