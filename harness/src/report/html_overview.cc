// The head of the HTML report.
#include "report/html_overview.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "report/footing_text.h"
#include "report/reasons.h"
#include "report/scenario_counts.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

struct Violated {
  const InvariantResult* invariant = nullptr;
  std::vector<std::size_t> scenarios;  ///< indices
};

/// The one that most scenarios violate first.
std::vector<Violated> violated_in(const RunResult& result) {
  std::vector<Violated> all;
  for (std::size_t i = 0; i < result.scenarios.size(); ++i) {
    for (const InvariantResult& invariant : result.scenarios[i].invariants) {
      if (!is_failure(invariant)) continue;
      auto known = std::ranges::find_if(all, [&](const Violated& each) { return each.invariant->id == invariant.id; });
      if (known == all.end()) known = all.insert(all.end(), Violated{&invariant, {}});
      known->scenarios.push_back(i);
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Violated& each) { return each.scenarios.size(); });
  return all;
}

std::string verdict_of(const RunResult& result) {
  const std::size_t problems = count_of_problems(result);
  const std::size_t all = result.scenarios.size();
  if (all == 0) return "No scenario was run";
  if (result.ended_by_signal != 0) {
    return fmt::format("Interrupted: {} of {} not run", count_of(result, ScenarioStatus::not_run),
                       counted(all, "scenario"));
  }
  if (problems > 0) return fmt::format("{} of {} did not pass", problems, counted(all, "scenario"));
  const std::size_t skipped = count_of(result, ScenarioStatus::skipped);
  if (skipped == all) return fmt::format("All {} skipped: nothing was put to the test", counted(all, "scenario"));
  const std::string passed =
      all - skipped == 1 ? "1 scenario passed" : fmt::format("All {} scenarios passed", all - skipped);
  return skipped == 0 ? passed : fmt::format("{}, {} skipped", passed, skipped);
}

std::string tone_of(const RunResult& result) {
  if (count_of_problems(result) > 0) return "bad";
  return exit_code(result) == 0 ? "good" : "doubtful";
}

/// The shares of the statuses as one bar; the numbers stand in the filters below it.
void write_bar(Markup& page, const RunResult& result) {
  const auto all = static_cast<double>(result.scenarios.size());
  if (all == 0) return;
  const auto bar = page.open(
      "svg", {{"class", "bar"}, {"aria-hidden", "true"}, {"viewBox", "0 0 1000 8"}, {"preserveAspectRatio", "none"}});
  double at = 0;
  for (const ScenarioStatus status : all_statuses) {
    const double share = 1000 * static_cast<double>(count_of(result, status)) / all;
    if (share == 0) continue;
    page.empty("rect", {{"class", std::string(to_string(status))},
                        {"x", fmt::format("{:.2f}", at)},
                        {"y", "0"},
                        {"width", fmt::format("{:.2f}", share)},
                        {"height", "8"}});
    at += share;
  }
}

void write_fact(Markup& page, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  const auto fact = page.open("div");
  page.put("dt", name);
  page.put("dd", value);
}

void write_facts(Markup& page, const RunResult& result) {
  const auto facts = page.open("dl", {{"class", "facts"}});
  write_fact(page, "client", result.client);
  write_fact(page, "seed", std::to_string(result.seed));
  write_fact(page, "took", in_words(result.took));
  write_fact(page, "exit code", std::to_string(exit_code(result)));
  write_fact(page, "what the answers rest on", evidence_of(footing_of(result)));
}

void write_violated(Markup& page, const RunResult& result, const Anchors& anchors) {
  constexpr std::size_t links_shown = 8;
  const std::vector<Violated> all = violated_in(result);
  if (all.empty()) return;
  const auto section = page.open("section", {{"class", "violated"}});
  page.put("h2", "What the failures have in common");
  const auto list = page.open("ul");
  for (const Violated& each : all) {
    const auto item = page.open("li");
    page.put("strong", each.invariant->id);
    page.text(fmt::format(" {} ", each.invariant->title));
    page.put("span", fmt::format("{}: ", counted(each.scenarios.size(), "scenario")), {{"class", "dim"}});
    for (std::size_t i = 0; i < std::min(each.scenarios.size(), links_shown); ++i) {
      const std::size_t scenario = each.scenarios[i];
      if (i > 0) page.text(", ");
      page.put("a", result.scenarios[scenario].id, {{"href", "#" + anchors[scenario]}});
    }
    if (each.scenarios.size() > links_shown)
      page.text(fmt::format(" and {} more", each.scenarios.size() - links_shown));
  }
}

enum class Chosen { no, yes };

void write_choice(Markup& page, const std::string& what, std::size_t number, Chosen chosen) {
  const std::string id = "show-" + what;
  if (chosen == Chosen::yes) {
    page.empty("input", {{"type", "radio"}, {"name", "show"}, {"id", id}, {"checked", ""}});
  } else {
    page.empty("input", {{"type", "radio"}, {"name", "show"}, {"id", id}});
  }
  const auto label = page.open("label", {{"for", id}, {"class", what}});
  page.text(what == "problems" ? "did not pass" : what == "not_run" ? "not run" : what);
  page.put("span", std::to_string(number), {{"class", "number"}});
}

}  // namespace

void write_overview(Markup& page, const RunResult& result, const Anchors& anchors) {
  const auto header = page.open("header", {{"class", "overview"}});
  page.put("p", "gcmock report", {{"class", "kicker"}});
  page.put("h1", verdict_of(result), {{"class", tone_of(result)}});
  write_bar(page, result);
  write_facts(page, result);
  write_violated(page, result, anchors);
}

void write_filters(Markup& page, const RunResult& result) {
  const auto bar = page.open("div", {{"class", "filters"}});
  {
    const auto choices = page.open("fieldset");
    page.put("legend", "Show", {{"class", "unseen"}});
    // Who opens a report with failures wants to see them.
    const std::size_t problems = count_of_problems(result);
    write_choice(page, "all", result.scenarios.size(), problems > 0 ? Chosen::no : Chosen::yes);
    if (problems > 0) write_choice(page, "problems", problems, Chosen::yes);
    for (const ScenarioStatus status : all_statuses) {
      const std::size_t number = count_of(result, status);
      if (number > 0) write_choice(page, std::string(to_string(status)), number, Chosen::no);
    }
  }
  const auto search = page.open("div", {{"class", "search"}, {"hidden", ""}});
  page.put("label", "Search", {{"for", "search"}, {"class", "unseen"}});
  page.empty("input", {{"type", "search"},
                       {"id", "search"},
                       {"placeholder", "Search: id, title, reason"},
                       {"autocomplete", "off"},
                       {"spellcheck", "false"}});
  page.put("output", "", {{"id", "shown"}, {"class", "dim"}, {"aria-live", "polite"}});
}

}  // namespace gcmock
