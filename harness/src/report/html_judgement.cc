// Steps, checks, invariants and the contract of a scenario in the HTML report.
#include "report/html_judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "report/differences_text.h"
#include "report/reasons.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

void write_place(Markup& page, const SourcePlace& place) {
  if (!place.file.empty()) page.put("span", to_string(place), {{"class", "place"}});
}

void write_step(Markup& page, const StepResult& step, std::size_t number) {
  const auto row = page.open("li", {{"class", step.failed ? "bad" : step.run ? "good" : "open"}});
  page.put("strong", fmt::format("step {}, {}", number, step.what));
  const std::string came_of = step.failed ? comparison_of(step)
                              : !step.run ? "not run"
                              : step.got  ? fmt::format("got {}", to_string(*step.got))
                                          : "done";
  page.text(": " + came_of);
  if (step.run && step.ended - step.started >= std::chrono::milliseconds(1))
    page.text(fmt::format(", {}", in_words(step.ended - step.started)));
  if (step.got && !step.detail.empty()) page.put("span", "the client said: " + step.detail, {{"class", "said"}});
  if (step.failed) write_place(page, step.place);
}

void write_near_miss(Markup& page, const NearMiss& near_miss, const std::string& anchor) {
  const auto block = page.open("div", {{"class", "said"}});
  page.text("closest to it was ");
  write_exchange_links(page, {near_miss.exchange}, anchor);
  std::string lines;
  for (const NearMiss::Difference& difference : near_miss.differences)
    lines += fmt::format("- {0}: {1}\n+ {0}: {2}\n", difference.field, difference.wanted, difference.found);
  if (!lines.empty()) page.put("pre", lines, {{"tabindex", "0"}});
}

void write_silent_rules(Markup& page, const std::vector<SilentRule>& rules, const std::string& anchor) {
  if (rules.empty()) return;
  page.put("h4", "Rules that never fired");
  const auto list = page.open("ul", {{"class", "judged"}});
  for (const SilentRule& rule : rules) {
    const auto row = page.open("li", {{"class", "doubtful"}});
    page.put("strong", fmt::format("rule {}", rule.number));
    if (rule.near_miss)
      write_near_miss(page, *rule.near_miss, anchor);
    else
      page.text(": there was no request at all");
    if (!rule.place.empty()) page.put("span", rule.place, {{"class", "place"}});
  }
}

void write_check(Markup& page, const CheckResult& check, const std::string& anchor) {
  const auto row = page.open("li", {{"class", check.passed ? "good" : "bad"}});
  page.put("strong", check.what);
  page.text(": " + check.found + ' ');
  if (check.found.find('#') == std::string::npos) write_exchange_links(page, check.exchanges, anchor);
  if (check.near_miss) write_near_miss(page, *check.near_miss, anchor);
  if (!check.passed) write_place(page, check.place);
}

void write_violated(Markup& page, const InvariantResult& invariant, const std::string& anchor) {
  const bool warning = invariant.severity == Severity::warning;
  const auto row = page.open("li", {{"class", warning ? "doubtful" : "bad"}});
  page.put("strong", invariant.id + ' ' + invariant.title);
  page.put("span", invariant.clause, {{"class", "clause"}});
  for (const InvariantResult::Finding& finding : invariant.findings) {
    const auto line = page.open("span", {{"class", "said"}});
    page.text(finding.what + ' ');
    write_exchange_links(page, finding.exchanges, anchor);
  }
  if (!invariant.waiver.empty()) page.put("span", invariant.waiver, {{"class", "said"}});
  write_place(page, invariant.place);
}

std::string standing_of(const InvariantResult& invariant) {
  if (invariant.status == InvariantResult::Status::nothing_to_look_at) return "nothing to look at";
  const std::string reason = invariant.waiver.empty() ? "" : ": " + invariant.waiver;
  return fmt::format("{}{}, looked at {}", to_string(invariant.status), reason, invariant.looked_at);
}

std::string line_of(const InvariantResult& invariant) {
  const bool seen = invariant.status != InvariantResult::Status::nothing_to_look_at;
  return fmt::format("{} {} {}: {}\n", seen ? "✓" : "–", invariant.id, invariant.title, standing_of(invariant));
}

bool is_violated(const InvariantResult& invariant) {
  return invariant.status == InvariantResult::Status::violated;
}

void write_invariants(Markup& page, const std::vector<InvariantResult>& invariants, const std::string& anchor) {
  {
    const auto list = page.open("ul", {{"class", "judged"}});
    for (const InvariantResult& invariant : invariants) {
      if (is_violated(invariant)) write_violated(page, invariant, anchor);
    }
  }
  const auto others = std::ranges::count_if(invariants, std::not_fn(is_violated));
  if (others == 0) return;
  const auto seen =
      std::ranges::count(invariants, InvariantResult::Status::nothing_to_look_at, &InvariantResult::status);
  const auto details = page.open("details", {{"class", "more"}});
  page.put("summary", fmt::format("{} held, {} had nothing to look at", others - seen, seen));
  std::string lines;
  for (const InvariantResult& invariant : invariants) {
    if (!is_violated(invariant)) lines += line_of(invariant);
  }
  page.put("pre", lines, {{"tabindex", "0"}});
}

void write_contract(Markup& page, const ScenarioResult& scenario, const std::string& anchor) {
  if (scenario.contract.empty()) return;
  page.put("h4", "Contract");
  const auto list = page.open("ul", {{"class", "judged"}});
  for (const ContractFinding& finding : scenario.contract) {
    const bool fails = scenario.contract_severity == Severity::error;
    const auto row = page.open("li", {{"class", fails ? "bad" : "doubtful"}});
    page.text(finding.what + ' ');
    write_exchange_links(page, finding.exchanges, anchor);
  }
}

}  // namespace

void write_exchange_links(Markup& page, const std::vector<std::uint64_t>& exchanges, const std::string& anchor) {
  constexpr std::size_t shown = 20;
  for (std::size_t i = 0; i < std::min(exchanges.size(), shown); ++i) {
    if (i > 0) page.text(" ");
    page.put("a", fmt::format("#{}", exchanges[i]), {{"href", fmt::format("#{}-{}", anchor, exchanges[i])}});
  }
  if (exchanges.size() > shown) page.text(fmt::format(" and {} more", exchanges.size() - shown));
}

void write_judgement(Markup& page, const ScenarioResult& scenario, const std::string& anchor) {
  const auto section = page.open("section");
  page.put("h3", "How it was judged");
  if (const std::string differences = differences_text(scenario.repeats); !differences.empty()) {
    page.put("h4", fmt::format("{} of the runs passed", passed_of(scenario.repeats)));
    page.put("pre", differences, {{"tabindex", "0"}});
  }
  if (!scenario.steps.empty()) {
    page.put("h4", "Steps");
    const auto list = page.open("ol", {{"class", "judged"}});
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) write_step(page, scenario.steps[i], i + 1);
  }
  if (!scenario.checks.empty()) {
    page.put("h4", "Checks");
    const auto list = page.open("ul", {{"class", "judged"}});
    for (const CheckResult& check : scenario.checks) write_check(page, check, anchor);
  }
  write_silent_rules(page, scenario.silent_rules, anchor);
  if (!scenario.invariants.empty()) {
    page.put("h4", "Invariants");
    write_invariants(page, scenario.invariants, anchor);
  }
  write_contract(page, scenario, anchor);
}

}  // namespace gcmock
