// The report for CI systems: JUnit's XML.
// GitLab takes the suite from `classname` and drops cases whose classname and name repeat; Jenkins drops empty suites.
#include "report/junit_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/console_report.h"
#include "report/differences_text.h"
#include "report/footing_text.h"
#include "report/journal_table.h"
#include "report/reasons.h"
#include "report/text_layout.h"
#include "report/xml_escaping.h"

namespace gcmock {
namespace {

struct Case {
  const ScenarioResult* scenario = nullptr;
  std::string name;
};

struct Suite {
  std::string name;  ///< "multi_org": the folder, with dots
  std::vector<Case> cases;
};

std::string suite_name_of(const ScenarioResult& scenario) {
  const std::size_t slash = scenario.id.rfind('/');
  if (slash == std::string::npos) return "scenarios";
  std::string name = scenario.id.substr(0, slash);
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

/// In the order in which their first scenarios stand. Two scenarios of one id (of two trees) are told apart by file.
std::vector<Suite> suites_of(const RunResult& result) {
  std::vector<Suite> suites;
  std::set<std::string> seen;
  for (const ScenarioResult& scenario : result.scenarios) {
    const std::string name = suite_name_of(scenario);
    auto suite = std::find_if(suites.begin(), suites.end(), [&](const Suite& each) { return each.name == name; });
    if (suite == suites.end()) suite = suites.insert(suites.end(), Suite{name, {}});
    const std::string leaf = scenario.id.substr(scenario.id.rfind('/') + 1);
    suite->cases.push_back({&scenario, seen.insert(scenario.id).second ? leaf : leaf + " (" + scenario.file + ")"});
  }
  return suites;
}

struct Totals {
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  std::chrono::nanoseconds took{0};

  void add(const ScenarioResult& scenario) {
    ++tests;
    took += scenario.took;
    switch (scenario.status) {
      case ScenarioStatus::passed:
        return;
      case ScenarioStatus::failed:
      case ScenarioStatus::flaky:
        ++failures;
        return;
      case ScenarioStatus::skipped:
        ++skipped;
        return;
      case ScenarioStatus::vacuous:
      case ScenarioStatus::broken:
      case ScenarioStatus::invalid:
      case ScenarioStatus::not_run:
        ++errors;
        return;
    }
  }
};

std::string seconds(std::chrono::nanoseconds duration) {
  return fmt::format("{:.3f}", std::chrono::duration<double>(duration).count());
}

/// Without `skipped`: Jenkins' xUnit plugin knows that of a suite only, and refuses a file with more than it knows.
std::string attributes_of(const Totals& totals) {
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" time="{}")", totals.tests, totals.failures, totals.errors,
                     seconds(totals.took));
}

std::string element(std::string_view name, std::string_view type, const ScenarioResult& scenario) {
  return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", name, type,
                     xml_escaped(joined(reasons_of(scenario), "; ")), xml_escaped(console_scenario(scenario, {})));
}

std::string verdict_of(const ScenarioResult& scenario) {
  switch (scenario.status) {
    case ScenarioStatus::passed:
      return {};
    case ScenarioStatus::failed:
    case ScenarioStatus::flaky:
      return element("failure", to_string(scenario.status), scenario);
    case ScenarioStatus::skipped:
      return fmt::format("      <skipped message=\"{}\"/>\n", xml_escaped(scenario.note));
    case ScenarioStatus::vacuous:
    case ScenarioStatus::broken:
    case ScenarioStatus::invalid:
    case ScenarioStatus::not_run:
      return element("error", to_string(scenario.status), scenario);
  }
  return {};
}

std::string output_of(const ScenarioResult& scenario) {
  std::string text = scenario.file.empty() ? "" : scenario.file + '\n';
  if (!scenario.title.empty()) text += scenario.title + '\n';
  if (scenario.status == ScenarioStatus::passed) text += differences_text(scenario.repeats);
  // The text of a failure has the journal already.
  if (scenario.status == ScenarioStatus::passed && !scenario.journal.empty()) {
    Page page({});
    for (const ContractFinding& finding : scenario.contract) {
      page.paragraph(0, fmt::format("contract: {}, {}", finding.what, numbers_of(finding.exchanges)));
    }
    write_journal(page, scenario.journal);
    text += std::move(page).text();
  }
  if (!scenario.client_stdout.empty()) text += "client's standard output:\n" + scenario.client_stdout;
  return text;
}

void write_case(std::string& xml, const Case& test, const std::string& suite) {
  const ScenarioResult& scenario = *test.scenario;
  xml += fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{}\">\n", xml_escaped(suite),
                     xml_escaped(test.name), seconds(scenario.took));
  xml += verdict_of(scenario);
  if (const std::string output = output_of(scenario); !output.empty()) {
    xml += "      <system-out>" + xml_escaped(output) + "</system-out>\n";
  }
  if (!scenario.client_stderr.empty()) {
    xml += "      <system-err>" + xml_escaped(scenario.client_stderr) + "</system-err>\n";
  }
  xml += "    </testcase>\n";
}

void write_suite(std::string& xml, const Suite& suite, const RunResult& result) {
  Totals totals;
  Footing footing;
  for (const Case& test : suite.cases) {
    totals.add(*test.scenario);
    footing = together(footing, test.scenario->footing);
  }
  xml += fmt::format("  <testsuite name=\"{}\" {} skipped=\"{}\">\n", xml_escaped(suite.name), attributes_of(totals),
                     totals.skipped);
  xml += fmt::format(
      "    <properties>\n"
      "      <property name=\"client\" value=\"{}\"/>\n"
      "      <property name=\"seed\" value=\"{}\"/>\n"
      "      <property name=\"evidence\" value=\"{}\"/>\n"
      "      <property name=\"assumed\" value=\"{}\"/>\n"
      "    </properties>\n",
      xml_escaped(result.client), result.seed, xml_escaped(evidence_of(footing)), xml_escaped(leaning_of(footing)));
  for (const Case& test : suite.cases) write_case(xml, test, suite.name);
  xml += "  </testsuite>\n";
}

}  // namespace

std::string junit_report(const RunResult& result) {
  Totals totals;
  for (const ScenarioResult& scenario : result.scenarios) totals.add(scenario);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  xml += fmt::format("<testsuites name=\"gcmock\" {}>\n", attributes_of(totals));
  for (const Suite& suite : suites_of(result)) write_suite(xml, suite, result);
  return xml + "</testsuites>\n";
}

}  // namespace gcmock
