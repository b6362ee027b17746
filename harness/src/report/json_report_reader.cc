// Reads what json_report() wrote.
#include "report/json_report_reader.h"

#include <nlohmann/json.hpp>

#include "gcmock/error.h"
#include "report/journal_json_reader.h"
#include "report/json_report.h"
#include "report/report_member.h"

namespace gcmock {
namespace {

SourcePlace place_from(const ReportMember& place) {
  return {place["file"].text(), static_cast<int>(place["line"].whole_number()),
          static_cast<int>(place["column"].whole_number())};
}

Outcome outcome_of(const ReportMember& word) {
  return word.word(Outcome::failed);
}

template <class Read>
auto each_of(const ReportMember& list, Read read) {
  std::vector<decltype(read(list))> values;
  for (const ReportMember& item : list.items()) values.push_back(read(item));
  return values;
}

StepResult step_from(const ReportMember& step) {
  StepResult read;
  read.what = step["what"].text();
  read.place = place_from(step["place"]);
  read.expected = each_of(step["expected"], outcome_of);
  read.got = step["got"].if_any(outcome_of);
  read.detail = step["detail"].text();
  read.failed = step["failed"].yes_or_no();
  read.run = step["run"].yes_or_no();
  read.org = step["org"].if_any([](const ReportMember& org) { return OrgName(org.text()); });
  read.verb = step["verb"].if_any([](const ReportMember& verb) { return verb.word(Verb::authorize); });
  read.calls = static_cast<int>(step["calls"].whole_number());
  read.started = step["started_ms"].duration();
  read.ended = step["ended_ms"].duration();
  read.first_exchange = static_cast<std::uint64_t>(step["first_exchange"].whole_number());
  read.last_exchange = static_cast<std::uint64_t>(step["last_exchange"].whole_number());
  return read;
}

std::optional<NearMiss> near_miss_from(const ReportMember& near_miss) {
  return near_miss.if_any([](const ReportMember& given) {
    NearMiss read;
    read.exchange = static_cast<std::uint64_t>(given["exchange"].whole_number());
    read.differences = each_of(given["diff"], [](const ReportMember& difference) {
      return NearMiss::Difference{difference["field"].text(), difference["wanted"].text(), difference["found"].text()};
    });
    return read;
  });
}

SilentRule silent_rule_from(const ReportMember& rule) {
  return {static_cast<std::size_t>(rule["number"].whole_number()), rule["place"].text(),
          near_miss_from(rule["near_miss"])};
}

CheckResult check_from(const ReportMember& check) {
  CheckResult read;
  read.what = check["what"].text();
  read.found = check["found"].text();
  read.exchanges = check["exchanges"].numbers();
  read.place = place_from(check["place"]);
  read.passed = check["passed"].yes_or_no();
  read.near_miss = near_miss_from(check["near_miss"]);
  return read;
}

InvariantResult invariant_from(const ReportMember& invariant) {
  InvariantResult read;
  read.id = invariant["id"].text();
  read.title = invariant["title"].text();
  read.clause = invariant["clause"].text();
  read.severity = invariant["severity"].word(Severity::warning);
  read.status = invariant["status"].word(InvariantResult::Status::waived);
  read.looked_at = static_cast<std::size_t>(invariant["looked_at"].whole_number());
  read.findings = each_of(invariant["findings"], [](const ReportMember& finding) {
    return InvariantResult::Finding{finding["what"].text(), finding["exchanges"].numbers()};
  });
  read.waiver = invariant["waiver"].text();
  read.place = place_from(invariant["place"]);
  return read;
}

Explanation explanation_from(const ReportMember& explanation) {
  Explanation read;
  read.exchange = static_cast<std::uint64_t>(explanation["exchange"].whole_number());
  read.request = explanation["request"].text();
  read.status = static_cast<int>(explanation["status"].whole_number());
  read.reason = explanation["reason"].word(RefusalReason::method_not_allowed);
  read.trail = each_of(explanation["trail"], [](const ReportMember& line) {
    return Explanation::Line{line["passed"].yes_or_no(), line["claim"].text(), line["compared"].text()};
  });
  read.decided_at = explanation["decided_at"].text();
  read.remedy = explanation["remedy"].text();
  read.genesys_shows = explanation["genesys_shows"].text();
  read.change = explanation["change"].text();
  return read;
}

Footing footing_from(const ReportMember& footing) {
  Footing read;
  for (int i = 0; i <= static_cast<int>(EvidenceLevel::assumed); ++i) {
    const auto level = static_cast<EvidenceLevel>(i);
    const auto number = footing["by_level"][std::string(to_string(level))].whole_number();
    if (number > 0) read.exchanges[level] = static_cast<std::size_t>(number);
  }
  read.scripted = static_cast<std::size_t>(footing["scripted"].whole_number());
  read.assumed = each_of(footing["assumed"], [](const ReportMember& claim) {
    return AssumedClaim{claim["id"].text(), claim["text"].text(), claim["exchanges"].numbers()};
  });
  return read;
}

Diagnostic diagnostic_from(const ReportMember& diagnostic) {
  Diagnostic read;
  read.code = diagnostic["code"].text();
  read.place = place_from(diagnostic["place"]);
  read.line_text = diagnostic["line_text"].text();
  read.length = static_cast<int>(diagnostic["length"].whole_number());
  read.what = diagnostic["what"].text();
  read.fix = diagnostic["fix"].text();
  read.also = diagnostic["also"].if_any(place_from);
  read.also_what = diagnostic["also_what"].text();
  read.frame_column = static_cast<int>(diagnostic["frame_column"].whole_number());
  return read;
}

ScenarioStatus status_of(const ReportMember& word) {
  return word.word(ScenarioStatus::not_run);
}

Repeats repeats_from(const ReportMember& repeats) {
  Repeats read;
  read.runs = each_of(repeats["runs"], status_of);
  const std::int64_t shown = repeats["shown"].whole_number();
  if (shown < 1) repeats["shown"].wrong("runs are counted from 1");
  read.shown = static_cast<std::size_t>(shown - 1);
  read.differences = each_of(repeats["differences"], [](const ReportMember& difference) {
    return RunDifference{difference["what"].text(), difference["values"].texts()};
  });
  return read;
}

ScenarioResult scenario_from(const ReportMember& scenario) {
  ScenarioResult read;
  read.id = scenario["id"].text();
  read.file = scenario["file"].text();
  read.title = scenario["title"].text();
  read.client = scenario["client"].text();
  read.status = status_of(scenario["status"]);
  read.note = scenario["note"].text();
  read.took = scenario["took_ms"].duration();
  read.steps = each_of(scenario["steps"], step_from);
  read.checks = each_of(scenario["checks"], check_from);
  read.invariants = each_of(scenario["invariants"], invariant_from);
  read.contract = each_of(scenario["contract"]["findings"], [](const ReportMember& finding) {
    return ContractFinding{finding["what"].text(), finding["exchanges"].numbers()};
  });
  read.contract_severity = scenario["contract"]["severity"].word(Severity::warning);
  read.explanations = each_of(scenario["explanations"], explanation_from);
  read.journal = each_of(scenario["journal"], read_journal_entry);
  read.footing = footing_from(scenario["footing"]);
  read.diagnostics = each_of(scenario["diagnostics"], diagnostic_from);
  read.client_stdout = scenario["client_stdout"].text();
  read.client_stderr = scenario["client_stderr"].text();
  read.rerun = scenario["rerun"].text();
  read.repeats = repeats_from(scenario["repeats"]);
  read.silent_rules = each_of(scenario["silent_rules"], silent_rule_from);
  return read;
}

}  // namespace

RunResult read_json_report(std::string_view text, const std::string& file) {
  const nlohmann::json document = nlohmann::json::parse(text, nullptr, false);
  const ReportMember report(document, file);
  if (document.is_discarded()) report.wrong("this is no JSON, or only the beginning of it");
  if (const auto version = report["schema_version"]; version.whole_number() != json_report_schema_version) {
    version.wrong("this gcmock reads version " + std::to_string(json_report_schema_version));
  }
  RunResult read;
  read.client = report["client"].text();
  read.seed = static_cast<std::uint64_t>(report["seed"].whole_number());
  read.took = report["took_ms"].duration();
  read.stopped_early = report["stopped_early"].yes_or_no();
  read.ended_by_signal = static_cast<int>(report["ended_by_signal"].whole_number());
  read.scenarios = each_of(report["scenarios"], scenario_from);
  return read;
}

}  // namespace gcmock
