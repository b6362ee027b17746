// The report for programs: all of a run as JSON.
#include "report/json_report.h"

#include <nlohmann/json.hpp>

#include "report/explanation_json.h"
#include "report/journal_json.h"
#include "report/scenario_counts.h"
#include "report/scenario_json.h"
#include "report/text_layout.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

double milliseconds(std::chrono::nanoseconds duration) {
  return static_cast<double>(duration.count()) / 1e6;
}

json of(const SourcePlace& place) {
  return {{"file", place.file}, {"line", place.line}, {"column", place.column}};
}

json of(const StepResult& step) {
  json expected = json::array();
  for (const Outcome outcome : step.expected) expected.push_back(to_string(outcome));
  return {{"what", step.what},
          {"org", step.org ? json(step.org->value) : json(nullptr)},
          {"verb", step.verb ? json(to_string(*step.verb)) : json(nullptr)},
          {"calls", step.calls},
          {"expected", expected},
          {"got", step.got ? json(to_string(*step.got)) : json(nullptr)},
          {"detail", step.detail},
          {"failed", step.failed},
          {"run", step.run},
          {"started_ms", milliseconds(step.started)},
          {"ended_ms", milliseconds(step.ended)},
          {"first_exchange", step.first_exchange},
          {"last_exchange", step.last_exchange},
          {"place", of(step.place)}};
}

json of(const std::optional<NearMiss>& near_miss) {
  if (!near_miss) return nullptr;
  json diff = json::array();
  for (const NearMiss::Difference& difference : near_miss->differences) {
    diff.push_back({{"field", difference.field}, {"wanted", difference.wanted}, {"found", difference.found}});
  }
  return {{"exchange", near_miss->exchange}, {"diff", diff}};
}

json of(const SilentRule& rule) {
  return {{"number", rule.number}, {"place", rule.place}, {"near_miss", of(rule.near_miss)}};
}

json of(const CheckResult& check) {
  return {{"what", check.what},           {"passed", check.passed},   {"found", check.found},
          {"exchanges", check.exchanges}, {"place", of(check.place)}, {"near_miss", of(check.near_miss)}};
}

json of(const InvariantResult& invariant) {
  json findings = json::array();
  for (const InvariantResult::Finding& finding : invariant.findings) {
    findings.push_back({{"what", finding.what}, {"exchanges", finding.exchanges}});
  }
  return {{"id", invariant.id},
          {"title", invariant.title},
          {"clause", invariant.clause},
          {"severity", to_string(invariant.severity)},
          {"status", to_string(invariant.status)},
          {"looked_at", invariant.looked_at},
          {"findings", findings},
          {"waiver", invariant.waiver},
          {"place", of(invariant.place)}};
}

json contract_of(const ScenarioResult& scenario) {
  json findings = json::array();
  for (const ContractFinding& finding : scenario.contract) {
    findings.push_back({{"what", finding.what}, {"exchanges", finding.exchanges}});
  }
  return {{"severity", to_string(scenario.contract_severity)}, {"findings", findings}};
}

json of(const Footing& footing) {
  json by_level;
  for (const auto level : {EvidenceLevel::spec, EvidenceLevel::vendor_openapi, EvidenceLevel::vendor_doc,
                           EvidenceLevel::sdk_source, EvidenceLevel::report, EvidenceLevel::assumed}) {
    const auto found = footing.exchanges.find(level);
    by_level[std::string(to_string(level))] = found == footing.exchanges.end() ? 0 : found->second;
  }
  json assumed = json::array();
  for (const AssumedClaim& claim : footing.assumed) {
    assumed.push_back({{"id", claim.id}, {"text", claim.text}, {"exchanges", claim.exchanges}});
  }
  return {{"by_level", by_level}, {"scripted", footing.scripted}, {"assumed", assumed}};
}

json of(const RunDifference& difference) {
  return {{"what", difference.what}, {"values", difference.values}};
}

json of(const Diagnostic& diagnostic) {
  return {{"code", diagnostic.code},
          {"what", diagnostic.what},
          {"fix", diagnostic.fix},
          {"place", of(diagnostic.place)},
          {"also", diagnostic.also ? of(*diagnostic.also) : json(nullptr)},
          {"also_what", diagnostic.also_what},
          {"line_text", diagnostic.line_text},
          {"length", diagnostic.length},
          {"frame_column", diagnostic.frame_column}};
}

template <class Value>
json all_of(const std::vector<Value>& values) {
  json list = json::array();
  for (const Value& value : values) list.push_back(of(value));
  return list;
}

json explanations_of(const ScenarioResult& scenario) {
  json list = json::array();
  for (const Explanation& explanation : scenario.explanations) list.push_back(explanation_entry(explanation));
  return list;
}

json of(const Repeats& repeats) {
  json runs = json::array();
  for (const ScenarioStatus status : repeats.runs) runs.push_back(to_string(status));
  return {{"runs", runs}, {"shown", repeats.shown + 1}, {"differences", all_of(repeats.differences)}};
}

json counts_of(const RunResult& result) {
  json counts;
  for (const ScenarioStatus status : all_statuses) counts[std::string(to_string(status))] = count_of(result, status);
  return counts;
}

}  // namespace

json scenario_entry(const ScenarioResult& scenario) {
  json journal = json::array();
  for (const Exchange& exchange : scenario.journal) journal.push_back(journal_entry(exchange));
  return {{"id", scenario.id},
          {"file", scenario.file},
          {"title", scenario.title},
          {"client", scenario.client},
          {"status", to_string(scenario.status)},
          {"note", scenario.note},
          {"took_ms", milliseconds(scenario.took)},
          {"steps", all_of(scenario.steps)},
          {"checks", all_of(scenario.checks)},
          {"invariants", all_of(scenario.invariants)},
          {"contract", contract_of(scenario)},
          {"explanations", explanations_of(scenario)},
          {"journal", journal},
          {"footing", of(scenario.footing)},
          {"diagnostics", all_of(scenario.diagnostics)},
          {"client_stdout", scenario.client_stdout},
          {"client_stderr", scenario.client_stderr},
          {"rerun", scenario.rerun},
          {"repeats", of(scenario.repeats)},
          {"silent_rules", all_of(scenario.silent_rules)}};
}

std::string json_report(const RunResult& result) {
  json scenarios = json::array();
  for (const ScenarioResult& scenario : result.scenarios) scenarios.push_back(scenario_entry(scenario));
  const json report = {{"schema_version", json_report_schema_version},
                       {"client", result.client},
                       {"seed", result.seed},
                       {"took_ms", milliseconds(result.took)},
                       {"stopped_early", result.stopped_early},
                       {"ended_by_signal", result.ended_by_signal},
                       {"exit_code", exit_code(result)},
                       {"counts", counts_of(result)},
                       {"footing", of(footing_of(result))},
                       {"scenarios", scenarios}};
  return report.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

}  // namespace gcmock
