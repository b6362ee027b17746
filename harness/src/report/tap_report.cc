// The report for harnesses of the Test Anything Protocol, version 14.
#include "report/tap_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/console_report.h"
#include "report/reasons.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

/// On one line; `#` would begin a directive.
std::string described(std::string_view text) {
  std::string line;
  for (const char c : printable(text)) {
    if (c == '\\' || c == '#') line += '\\';
    line += c == '\n' || c == '\t' ? ' ' : c;
  }
  return line;
}

/// YAML's flow scalars in double quotes are JSON's strings.
std::string in_quotes(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string as_block(std::string_view text, std::string_view indent) {
  std::string block;
  for (const std::string& line : lines_of(printable(text))) block += fmt::format("{}{}\n", indent, line);
  return block;
}

std::string diagnostics_of(const ScenarioResult& scenario) {
  std::string yaml = "  ---\n";
  yaml += fmt::format("  message: {}\n", in_quotes(joined(reasons_of(scenario), "; ")));
  yaml += fmt::format("  severity: {}\n", to_string(scenario.status));
  yaml += fmt::format("  file: {}\n", in_quotes(scenario.file));
  yaml += fmt::format("  duration_ms: {:.3f}\n", std::chrono::duration<double, std::milli>(scenario.took).count());
  if (!scenario.rerun.empty()) yaml += fmt::format("  rerun: {}\n", in_quotes(scenario.rerun));
  // Its first line begins with no blank, by which the indent is told: harnesses that read little of YAML know no other
  // way.
  yaml += "  report: |\n" + as_block(console_scenario(scenario, {}), "    ");
  return yaml + "  ...\n";
}

std::string point_of(const ScenarioResult& scenario, std::size_t number) {
  const std::string name = described(scenario.id.empty() ? scenario.file : scenario.id);
  if (scenario.status == ScenarioStatus::passed) return fmt::format("ok {} - {}\n", number, name);
  if (scenario.status == ScenarioStatus::skipped) {
    return fmt::format("ok {} - {} # SKIP {}\n", number, name, described(scenario.note));
  }
  return fmt::format("not ok {} - {}\n", number, name) + diagnostics_of(scenario);
}

}  // namespace

std::string tap_report(const RunResult& result) {
  std::string tap = "TAP version 14\n";
  tap += fmt::format("1..{}{}\n", result.scenarios.size(), result.scenarios.empty() ? " # SKIP nothing was run" : "");
  tap += fmt::format("# client {}, seed {}\n", described(result.client), result.seed);
  std::size_t number = 0;
  for (const ScenarioResult& scenario : result.scenarios) {
    ++number;
    // Behind a bail out nothing is expected: what was not run has no point.
    if (result.ended_by_signal != 0 && scenario.status == ScenarioStatus::not_run) continue;
    tap += point_of(scenario, number);
  }
  if (result.ended_by_signal != 0)
    tap += fmt::format("Bail out! The run was ended by signal {}.\n", result.ended_by_signal);
  return tap;
}

}  // namespace gcmock
