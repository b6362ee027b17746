// `gcmock check`: all mistakes and warnings of all files at once, in the form that is asked for.
#include <algorithm>
#include <chrono>
#include <ostream>
#include <thread>

#include "checking/check_files.h"
#include "checking/diagnostic_pages.h"
#include "checking/file_kind.h"
#include "checking/finding_forms.h"
#include "checking/repair.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/written_report.h"
#include "report/text_layout.h"
#include "scenario/spelling.h"

namespace gcmock {
namespace {

int explain(const std::string& code, Terminal& terminal) {
  if (const DiagnosticPage* page = find_page(code)) {
    terminal.out << to_string(*page);
    return exit_ok;
  }
  std::vector<std::string> codes;
  for (const DiagnosticPage& page : diagnostic_pages()) codes.emplace_back(page.code);
  terminal.err << "gcmock: no such code: " << code << "; " << suggest(code, codes, "there are none") << '\n';
  return exit_usage;
}

void repair_all(const std::vector<std::string>& files, std::ostream& told) {
  for (const std::string& file : files) {
    const RepairedFile repaired = repair(file);
    if (repaired.repairs == 0) continue;
    write_whole(file, repaired.text);
    told << file << ": " << counted(repaired.repairs, "repair") << " made\n";
  }
}

std::string as_text(const std::vector<FileFinding>& findings, std::size_t files) {
  std::string text;
  for (const FileFinding& finding : findings) text += to_string(finding) + '\n';
  const std::size_t mistakes = count_mistakes(findings);
  text += counted(files, "file") + ", " + (mistakes == 0 ? "no mistakes" : counted(mistakes, "mistake"));
  const std::size_t warnings = findings.size() - mistakes;
  if (warnings != 0) text += ", " + counted(warnings, "warning");
  const auto repairs = std::ranges::count_if(findings, [](const FileFinding& each) { return each.repair.has_value(); });
  if (repairs != 0) text += "; --fix puts " + std::to_string(repairs) + " right";
  return text + '\n';
}

std::string render(CheckForm form, const std::vector<FileFinding>& findings, std::size_t files) {
  switch (form) {
    case CheckForm::text:
      return as_text(findings, files);
    case CheckForm::json:
      return findings_as_json(findings, files);
    case CheckForm::sarif:
      return findings_as_sarif(findings, GCMOCK_VERSION);
    case CheckForm::github:
      return findings_as_annotations(findings);
  }
  return {};
}

CheckOptions options_of_this_machine() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return {std::chrono::year_month_day(today), std::max(1U, std::thread::hardware_concurrency())};
}

}  // namespace

int perform(const CheckCommand& command, Terminal& terminal) {
  if (!command.explain.empty()) return explain(command.explain, terminal);
  if (command.paths.empty()) {
    terminal.err << "gcmock: check needs a PATH: a file, or a folder of them\n";
    return exit_usage;
  }
  const std::vector<std::string> files = find_json_files(command.paths);
  if (files.empty()) {
    terminal.err << "gcmock: nothing to check: no JSON files there\n";
    return exit_vacuous;
  }
  if (command.repairs == Repairs::made) {
    repair_all(files, command.form == CheckForm::text ? terminal.out : terminal.err);
  }
  const std::vector<FileFinding> findings = check_files(files, options_of_this_machine());
  terminal.out << render(command.form, findings, files.size());
  return count_mistakes(findings) == 0 ? exit_ok : exit_invalid;
}

}  // namespace gcmock
