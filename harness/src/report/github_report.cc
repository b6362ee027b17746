// What GitHub Actions shows of a run. Escapes are those of its toolkit (actions/toolkit, packages/core/src/command.ts).
#include "report/github_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/console_report.h"
#include "report/footing_text.h"
#include "report/reasons.h"
#include "report/scenario_counts.h"
#include "report/text_layout.h"
#include "report/xml_escaping.h"

namespace gcmock {
namespace {

std::string with_percents(std::string_view text, std::string_view escaped) {
  std::string result;
  for (const char c : text) {
    if (escaped.find(c) == std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

std::string message_of(std::string_view text) {
  return with_percents(printable(text), "%\r\n");
}

std::string property_of(std::string_view text) {
  return with_percents(printable(text), "%\r\n:,");
}

std::string name_of(const ScenarioResult& scenario) {
  return scenario.id.empty() ? scenario.file : scenario.id;
}

/// The first line that matters: of a mistake, a step, a check, an invariant; else the file.
SourcePlace place_of(const ScenarioResult& scenario) {
  if (!scenario.diagnostics.empty()) return scenario.diagnostics.front().place;
  const auto step = std::ranges::find_if(scenario.steps, &StepResult::failed);
  if (step != scenario.steps.end()) return step->place;
  const auto check = std::ranges::find_if_not(scenario.checks, &CheckResult::passed);
  if (check != scenario.checks.end()) return check->place;
  const auto invariant = std::ranges::find_if(scenario.invariants, is_failure);
  if (invariant != scenario.invariants.end()) return invariant->place;
  return {scenario.file, 0, 0};
}

using PathInRepository = std::function<std::string(const std::string&)>;

std::string annotation_of(const ScenarioResult& scenario, const PathInRepository& path_in_repository) {
  const SourcePlace place = place_of(scenario);
  std::string properties = "file=" + property_of(path_in_repository(place.file.empty() ? scenario.file : place.file));
  if (place.line > 0) properties += fmt::format(",line={}", place.line);
  if (place.line > 0 && place.column > 0) properties += fmt::format(",col={}", place.column);
  properties += ",title=" + property_of(fmt::format("{} {}", name_of(scenario), to_string(scenario.status)));
  std::string message = joined(reasons_of(scenario), "\n");
  if (!scenario.rerun.empty()) message += "\nrerun: " + scenario.rerun;
  return fmt::format("::error {}::{}\n", properties, message_of(message));
}

std::vector<const ScenarioResult*> problems_of(const RunResult& result) {
  std::vector<const ScenarioResult*> problems;
  for (const ScenarioResult& scenario : result.scenarios) {
    if (is_problem(scenario.status)) problems.push_back(&scenario);
  }
  return problems;
}

/// Text that Markdown takes as it is, on one line.
std::string markdown_of(std::string_view text) {
  std::string escaped;
  for (const char c : printable(text)) {
    if (std::string_view("\\`*_{}[]()<>#+-.!|&~$:@").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c == '\n' || c == '\t' ? ' ' : c;
  }
  return escaped;
}

std::string counts_table(const RunResult& result) {
  std::string head = "|", rule = "|", row = "|";
  for (const ScenarioStatus status : all_statuses) {
    const std::size_t number = count_of(result, status);
    if (number == 0) continue;
    head += fmt::format(" {} |", markdown_of(to_string(status)));
    rule += " ---: |";
    row += fmt::format(" {} |", number);
  }
  return head + '\n' + rule + '\n' + row + '\n';
}

std::string head_of(const RunResult& result, std::size_t problems) {
  std::string text = "## gcmock: ";
  text += problems == 0 ? fmt::format("{} passed", count_of(result, ScenarioStatus::passed))
                        : fmt::format("{} of {} did not pass", problems, counted(result.scenarios.size(), "scenario"));
  text += fmt::format("\n\nClient {}, seed {}, {}", markdown_of(result.client), result.seed, in_words(result.took));
  const std::string evidence = evidence_of(footing_of(result));
  return text + (evidence.empty() ? "" : ", " + markdown_of(evidence)) + ".\n\n" + counts_table(result) + '\n';
}

/// A `<pre>` of its own block of HTML, which blank lines in it do not end.
std::string folded(const ScenarioResult& scenario) {
  std::string text = fmt::format("<details><summary><b>{}</b> {}</summary>\n\n", xml_escaped(name_of(scenario)),
                                 to_string(scenario.status));
  for (const std::string& reason : reasons_of(scenario)) text += "- " + markdown_of(reason) + '\n';
  return text + fmt::format("\n<pre>{}</pre>\n\n</details>\n\n", xml_escaped(console_scenario(scenario, {})));
}

}  // namespace

std::string github_annotations(const RunResult& result, const PathInRepository& path_in_repository) {
  const std::vector<const ScenarioResult*> problems = problems_of(result);
  const bool all_fit = problems.size() <= github_annotations_shown;
  const std::size_t shown = all_fit ? problems.size() : github_annotations_shown - 1;
  std::string commands;
  for (std::size_t i = 0; i < shown; ++i) commands += annotation_of(*problems[i], path_in_repository);
  if (!all_fit) {
    commands += fmt::format("::error title=gcmock::{} did not pass; the job summary and the log have all of them\n",
                            counted(problems.size() - shown, "more scenario"));
  }
  return commands;
}

std::string github_summary(const RunResult& result, std::size_t limit) {
  constexpr std::size_t room_for_the_last_line = 200;
  const std::vector<const ScenarioResult*> problems = problems_of(result);
  std::string text = head_of(result, problems.size());
  std::size_t shown = 0;
  for (const ScenarioResult* scenario : problems) {
    const std::string next = folded(*scenario);
    if (text.size() + next.size() + room_for_the_last_line > limit) break;
    text += next;
    ++shown;
  }
  if (shown < problems.size()) {
    text += fmt::format("{} did not pass and had no room here; the log has all of them.\n\n",
                        counted(problems.size() - shown, "more scenario"));
  }
  return text;
}

}  // namespace gcmock
