// The report for people, scenario by scenario.
#include "report/console_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/differences_text.h"
#include "report/explanation_text.h"
#include "report/footing_text.h"
#include "report/journal_table.h"
#include "report/near_miss_text.h"
#include "report/reasons.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

struct Label {
  std::string_view word;
  Ink ink;
};

Label label_of(ScenarioStatus status) {
  switch (status) {
    case ScenarioStatus::passed:
      return {"PASS", Ink::green};
    case ScenarioStatus::failed:
      return {"FAIL", Ink::red};
    case ScenarioStatus::flaky:
      return {"FLAKY", Ink::red};
    case ScenarioStatus::vacuous:
      return {"VACUOUS", Ink::yellow};
    case ScenarioStatus::skipped:
      return {"SKIP", Ink::yellow};
    case ScenarioStatus::broken:
      return {"BROKEN", Ink::red};
    case ScenarioStatus::invalid:
      return {"INVALID", Ink::red};
    case ScenarioStatus::not_run:
      return {"NOT RUN", Ink::yellow};
  }
  return {"?", Ink::red};
}

/// "FAIL    multi_org/unregistered_secondary_client            312 ms", the duration at the right edge.
std::string verdict_line(const ScenarioResult& scenario, const ConsoleStyle& style) {
  constexpr std::size_t label_width = 7;
  const Label label = label_of(scenario.status);
  const std::string passed = scenario.status == ScenarioStatus::flaky ? passed_of(scenario.repeats) + ' ' : "";
  const std::string name = passed + printable(scenario.id.empty() ? scenario.file : scenario.id);
  const std::string took = in_words(scenario.took);
  const std::size_t used = label_width + 1 + width_of(name);
  const std::size_t room = style.width > used + took.size() + 2 ? style.width - used : took.size() + 2;
  const std::string gap(label_width - label.word.size() + 1, ' ');
  return painted(label.word, label.ink, style.colour) + gap + name + padded_left(took, room) + '\n';
}

void write_step(Page& page, const StepResult& step, std::size_t number) {
  page.heading(fmt::format("step {}", number), step.what);
  if (step.failed) {
    page.paragraph(body_indent, comparison_of(step), Ink::red);
  } else if (!step.run) {
    page.paragraph(body_indent, "not run", Ink::dim);
  } else if (step.got) {
    page.paragraph(body_indent, fmt::format("got {}", to_string(*step.got)));
  }
  if (step.got && !step.detail.empty()) page.paragraph(body_indent, "the client said: " + step.detail);
  if (step.failed) page.line(body_indent, to_string(step.place), Ink::dim);
}

void write_steps(Page& page, const std::vector<StepResult>& steps) {
  const bool everything = page.style().detail == Detail::everything;
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (everything || steps[i].failed) write_step(page, steps[i], i + 1);
    if (!everything && !steps[i].failed && !steps[i].run) ++left_out;
  }
  if (left_out == 0) return;
  page.paragraph(body_indent,
                 fmt::format("{} behind it {} not run", counted(left_out, "step"), left_out == 1 ? "was" : "were"));
}

void write_check(Page& page, const CheckResult& check) {
  page.heading("check", check.what);
  std::string found = check.found;
  if (found.find('#') == std::string::npos && !check.exchanges.empty()) found += ": " + numbers_of(check.exchanges);
  page.paragraph(body_indent, found, check.passed ? Ink::plain : Ink::red);
  if (check.near_miss) write_near_miss(page, *check.near_miss);
  if (!check.passed) page.line(body_indent, to_string(check.place), Ink::dim);
}

/// Of an invariant that is not violated.
std::string standing_of(const InvariantResult& invariant) {
  if (invariant.status == InvariantResult::Status::nothing_to_look_at) return "nothing to look at: not put to the test";
  const std::string reason = invariant.waiver.empty() ? "" : ": " + invariant.waiver;
  return fmt::format("{}{} (looked at {})", to_string(invariant.status), reason, invariant.looked_at);
}

void write_invariant(Page& page, const InvariantResult& invariant) {
  const bool violated = invariant.status == InvariantResult::Status::violated;
  const bool warning = violated && invariant.severity == Severity::warning;
  page.heading(warning ? invariant.id + " (warning)" : invariant.id, invariant.title);
  if (!violated) {
    return page.paragraph(body_indent, standing_of(invariant), Ink::dim);
  }
  for (const InvariantResult::Finding& finding : invariant.findings) {
    const std::string numbers = finding.exchanges.empty() ? "" : ": " + numbers_of(finding.exchanges);
    page.paragraph(body_indent, finding.what + numbers, warning ? Ink::yellow : Ink::red);
  }
  if (!invariant.waiver.empty()) page.paragraph(body_indent, invariant.waiver);
  page.paragraph(body_indent, invariant.clause + " · " + to_string(invariant.place), Ink::dim);
}

bool is_shown(const InvariantResult& invariant, Detail detail) {
  return detail == Detail::everything || invariant.status == InvariantResult::Status::violated;
}

void write_contract(Page& page, const ScenarioResult& scenario) {
  const Ink ink = scenario.contract_severity == Severity::error ? Ink::red : Ink::yellow;
  for (const ContractFinding& finding : scenario.contract) {
    page.paragraph(heading_indent, fmt::format("contract: {}, {}", finding.what, numbers_of(finding.exchanges)), ink);
  }
}

void write_judgement(Page& page, const ScenarioResult& scenario) {
  const Detail detail = page.style().detail;
  write_steps(page, scenario.steps);
  for (const CheckResult& check : scenario.checks) {
    if (detail == Detail::everything || !check.passed) write_check(page, check);
  }
  write_silent_rules(page, scenario.silent_rules);
  for (const InvariantResult& invariant : scenario.invariants) {
    if (is_shown(invariant, detail)) write_invariant(page, invariant);
  }
  write_contract(page, scenario);
}

void write_stderr(Page& page, const ScenarioResult& scenario) {
  constexpr std::size_t lines_shown = 20;
  const std::vector<std::string> lines = lines_of(printable(scenario.client_stderr));
  if (lines.empty()) return;
  const std::size_t first = lines.size() > lines_shown ? lines.size() - lines_shown : 0;
  page.heading("client's standard error",
               first > 0 ? fmt::format("last {} of {} lines", lines_shown, lines.size()) : std::string());
  for (std::size_t i = first; i < lines.size(); ++i) page.line(body_indent, "│ " + lines[i], Ink::dim);
}

void write_leaning(Page& page, const ScenarioResult& scenario) {
  if (const std::string leaning = leaning_of(scenario.footing); !leaning.empty()) {
    page.paragraph(heading_indent, leaning, Ink::dim);
  }
}

void write_rerun(Page& page, const ScenarioResult& scenario) {
  if (!scenario.rerun.empty()) page.line(heading_indent, "rerun: " + scenario.rerun);
}

void write_evidence(Page& page, const ScenarioResult& scenario) {
  for (const Explanation& explanation : scenario.explanations) write_explanation(page, explanation);
  if (!scenario.journal.empty()) write_journal(page, scenario.journal);
  write_stderr(page, scenario);
}

void write_passed(Page& page, const ScenarioResult& scenario) {
  if (page.style().detail == Detail::everything) {
    page.paragraph(heading_indent, scenario.title);
    write_judgement(page, scenario);
    write_differences(page, scenario.repeats);
    write_evidence(page, scenario);
    write_leaning(page, scenario);
    return;
  }
  for (const InvariantResult& invariant : scenario.invariants) {
    if (invariant.status == InvariantResult::Status::violated) write_invariant(page, invariant);
  }
  write_differences(page, scenario.repeats);
  write_contract(page, scenario);
}

void write_problem(Page& page, const ScenarioResult& scenario) {
  page.paragraph(heading_indent, scenario.title);
  if (!scenario.note.empty()) page.paragraph(heading_indent, scenario.note, Ink::yellow);
  write_differences(page, scenario.repeats);
  write_judgement(page, scenario);
  write_evidence(page, scenario);
  write_leaning(page, scenario);
  write_rerun(page, scenario);
}

void write_mistakes(Page& page, const ScenarioResult& scenario) {
  if (!scenario.note.empty()) page.paragraph(heading_indent, scenario.note, Ink::yellow);
  for (const Diagnostic& diagnostic : scenario.diagnostics) {
    for (const std::string& line : lines_of(to_string(diagnostic))) page.line(heading_indent, line);
  }
}

void write_details(Page& page, const ScenarioResult& scenario) {
  switch (scenario.status) {
    case ScenarioStatus::passed:
      return write_passed(page, scenario);
    case ScenarioStatus::failed:
    case ScenarioStatus::flaky:
    case ScenarioStatus::vacuous:
    case ScenarioStatus::broken:
      return write_problem(page, scenario);
    case ScenarioStatus::skipped:
    case ScenarioStatus::not_run:
      return page.paragraph(heading_indent, scenario.note);
    case ScenarioStatus::invalid:
      return write_mistakes(page, scenario);
  }
}

}  // namespace

std::string console_scenario(const ScenarioResult& scenario, const ConsoleStyle& style) {
  Page page(style);
  write_details(page, scenario);
  return verdict_line(scenario, style) + std::move(page).text();
}

std::string console_report(const RunResult& result, const ConsoleStyle& style) {
  std::string text;
  for (const ScenarioResult& scenario : result.scenarios) text += console_scenario(scenario, style);
  return text + console_summary(result, style);
}

}  // namespace gcmock
