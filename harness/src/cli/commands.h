// What gcmock can be told to do: the command line as values.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/selection.h"
#include "gcmock/harness/result.h"
#include "gcmock/mock_server.h"
#include "gcmock/server_options.h"

namespace gcmock {

/// Where output goes, and what the terminal can do.
struct Terminal {
  std::ostream& out;
  std::ostream& err;
  bool colour = false;  ///< a tty, and NO_COLOR is not set
  std::size_t width = 100;
  std::istream* answers = nullptr;  ///< of the person at it; null: nobody is there to be asked
  bool progress = false;            ///< a tty whose last line may be rewritten while something runs
};

enum class ReportForm { junit, json, html, tap, har };

/// "junit=build/report.xml"; "-" is standard output, and the report for people goes to standard error then. `har` has a
/// folder.
struct ReportFile {
  ReportForm form = ReportForm::junit;
  std::string file;
};

enum class Verbosity { problems, everything };

struct RunCommand {
  std::vector<std::string> paths{"scenarios"};
  std::string client;  ///< folder or file of a profile, or "mutant:NAME"; empty: the built-in reference client
  int jobs = 1;
  int repeat = 1;
  std::uint64_t seed = 1;
  Selection selection;
  bool only_last_failed = false;
  bool stops_at_first_problem = false;
  bool watches = false;  ///< until interrupted: what a saved file touches is run again
  std::vector<ReportFile> reports;
  std::optional<std::chrono::milliseconds> time_limit;
  std::optional<Scheme> scheme;  ///< where the scenario does not say
  Verbosity verbosity = Verbosity::problems;
  Severity contract_severity = Severity::warning;  ///< error: --strict-contract
};

/// Reports of shards as one: `merged` as JSON, and whatever else is asked of the same.
struct ReportMergeCommand {
  std::string merged;              ///< "-" is standard output
  std::vector<std::string> files;  ///< reports that `--report json=FILE` wrote
  std::vector<ReportFile> reports;
};
enum class CheckForm { text, json, sarif, github };

enum class Repairs { left, made };

struct CheckCommand {
  std::vector<std::string> paths;
  CheckForm form = CheckForm::text;
  Repairs repairs = Repairs::left;
  std::string explain;  ///< a code: its page is shown and nothing is checked
};

enum class ListForm { lines, json, tags, tags_as_json };

struct ListCommand {
  std::vector<std::string> paths{"scenarios"};
  Selection selection;
  ListForm form = ListForm::lines;
};

enum class ExplainForm { text, json };

/// `about`: a scenario file, an HTTP status ("403"), or a refusal reason. With a `request`: a world or a scenario.
struct ExplainCommand {
  std::string about;
  std::string client;
  std::uint64_t seed = 1;
  std::optional<std::string> request;  ///< as a person writes it; "@FILE" and "-": in a file, on standard input
  std::string as;                      ///< who asks
  ExplainForm form = ExplainForm::text;
};

enum class PrintEnvironment { no, yes };

enum class AdminApi { off, on };

struct ServeCommand {
  std::string file;  ///< a world or a scenario
  int port = 0;
  std::string address = "127.0.0.1";
  std::string told_address;  ///< by which clients reach it; empty: `address`
  AdminApi admin = AdminApi::on;
  std::string admin_address = "127.0.0.1";
  int admin_port = 0;
  std::string admin_token_file;  ///< empty: where a token is needed, one is made and printed
  int first_run_port = 0;        ///< of the runs that the admin API starts; 0: free ones
  int last_run_port = 0;
  std::uint64_t seed = 1;
  std::optional<Scheme> scheme;  ///< where the scenario does not say
  std::string ca_file;           ///< where the CA certificate is written; empty: a file that is gone with the server
  PrintEnvironment environment = PrintEnvironment::no;
  std::optional<DomainTime> clock;  ///< empty: as the scenario says, or real time
  std::optional<std::chrono::milliseconds> clock_offset;
  std::optional<double> clock_factor;
};

/// A world and a scenario of what goes by between a client and a server.
struct RecordCommand {
  std::string upstream;      ///< URL of the login host, and of the API host where that is not said
  std::string upstream_api;  ///< URL of the API host
  std::string upstream_ca;   ///< PEM file of whom they must be certified by; empty: one that the machine trusts
  std::string world;         ///< the new file
  std::string scenario;      ///< likewise
  std::string title = "Recorded";
  int port = 0;
  std::vector<std::string> orgs;                        ///< names, in the order in which they are first seen
  std::optional<std::chrono::milliseconds> until_idle;  ///< end when nothing went by for so long
};

/// Judges a client that was deployed elsewhere, by the admin API of a gcmock that was, too.
struct VerifyCommand {
  std::vector<std::string> paths;
  std::string admin;       ///< address of the admin API: "http://gcmock:8404"
  std::string token_file;  ///< empty: the API asks for none
  std::string ask;         ///< shell command by which the client is asked for each call; empty: a person is
  std::uint64_t seed = 1;
  std::chrono::milliseconds time_limit{60000};  ///< for one call
  std::vector<ReportFile> reports;
};

/// `name` empty: say which there are.
struct SchemaCommand {
  std::string name;
};

struct InvariantsCommand {};

enum class MutantsForm { table, list, json };

enum class DriftForm { text, json };

struct DriftCommand {
  std::string openapi;  ///< file of the vendor's description
  DriftForm form = DriftForm::text;
};

/// The suite against clients that it must fail.
struct MutantsCommand {
  std::vector<std::string> paths{"scenarios"};
  std::vector<std::string> only;  ///< names; empty: all
  int jobs = 1;
  int repeat = 1;  ///< of the reference client's run, which must show nothing
  std::uint64_t seed = 1;
  MutantsForm form = MutantsForm::table;
};

/// Files to begin with. What is left open is asked for where there is somebody to ask, else it is a mistake.
struct NewCommand {
  enum class What { world, scenario, client };
  What what = What::scenario;
  std::string path;  ///< the file, or the client's folder
  std::vector<std::string> orgs;
  std::string dialect;
  std::string world;
  std::string kind;
  std::string language;
};

/// A script that completes gcmock's command line.
struct CompletionCommand {
  enum class Shell { bash, zsh, fish };
  Shell shell = Shell::bash;
};

/// The man page.
struct ManCommand {};

/// Nothing to do but to say something: help, version, a mistake in the command line.
struct SayCommand {
  std::string text;
  int exit_code = 0;
};

using Command = std::variant<RunCommand, CheckCommand, ListCommand, ExplainCommand, ServeCommand, RecordCommand,
                             SchemaCommand, VerifyCommand, InvariantsCommand, DriftCommand, ReportMergeCommand,
                             MutantsCommand, NewCommand, CompletionCommand, ManCommand, SayCommand>;

/// Each gives the exit code. They throw Error where the environment breaks.
int perform(const RunCommand& command, Terminal& terminal);
int perform(const CheckCommand& command, Terminal& terminal);
int perform(const ListCommand& command, Terminal& terminal);
int perform(const ExplainCommand& command, Terminal& terminal);
int perform(const ServeCommand& command, Terminal& terminal);
int perform(const RecordCommand& command, Terminal& terminal);
int perform(const VerifyCommand& command, Terminal& terminal);
int perform(const SchemaCommand& command, Terminal& terminal);
int perform(const InvariantsCommand& command, Terminal& terminal);
int perform(const DriftCommand& command, Terminal& terminal);
int perform(const MutantsCommand& command, Terminal& terminal);
int perform(const NewCommand& command, Terminal& terminal);
int perform(const CompletionCommand& command, Terminal& terminal);
int perform(const ManCommand& command, Terminal& terminal);
int perform(const ReportMergeCommand& command, Terminal& terminal);
int perform(const SayCommand& command, Terminal& terminal);

}  // namespace gcmock
