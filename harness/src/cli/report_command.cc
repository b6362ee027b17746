// `gcmock report merge`: reports of shards as one.
#include <fstream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/surroundings.h"
#include "cli/written_report.h"
#include "gcmock/error.h"
#include "report/console_report.h"
#include "report/json_report_reader.h"
#include "report/merged_run.h"

namespace gcmock {
namespace {

/// Says of every file what is wrong with it; empty: all could be read.
std::vector<std::string> read_all(const std::vector<std::string>& files, std::vector<ShardReport>& shards) {
  std::vector<std::string> mistakes;
  for (const std::string& file : files) {
    const std::string content = text_of_file(file);
    try {
      shards.push_back({file, read_json_report(content, file)});
    } catch (const Error& error) {
      mistakes.emplace_back(error.what());
    }
  }
  return mistakes;
}

int tell(const std::vector<std::string>& mistakes, std::ostream& err) {
  for (const std::string& mistake : mistakes) err << "gcmock: " << mistake << '\n';
  return exit_invalid;
}

}  // namespace

int perform(const ReportMergeCommand& command, Terminal& terminal) {
  std::vector<ShardReport> shards;
  if (const auto mistakes = read_all(command.files, shards); !mistakes.empty()) return tell(mistakes, terminal.err);
  const MergedRun merged = merged_run(std::move(shards));
  if (!merged.mistakes.empty()) return tell(merged.mistakes, terminal.err);

  std::vector<ReportFile> reports = command.reports;
  reports.insert(reports.begin(), {ReportForm::json, command.merged});
  std::ostream& console = any_is_standard_output(reports) ? terminal.err : terminal.out;
  console << console_summary(merged.result,
                             {terminal.colour ? Colour::on : Colour::off, Detail::problems, terminal.width})
          << std::flush;
  for (const ReportFile& report : reports) write_report(report, merged.result, terminal.out);
  return exit_code(merged.result);
}

}  // namespace gcmock
