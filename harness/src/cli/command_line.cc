// Reads the command line. The only file that knows CLI11.
#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <sstream>

#include "authoring/new_client.h"
#include "authoring/new_scenario.h"
#include "cli/exit_codes.h"
#include "cli/reference_pages.h"
#include "report/text_layout.h"
#include "scenario/spelling.h"
#include "scenario/times.h"

namespace gcmock {
namespace {

/// CLI11 fills variables that it was given the address of: these, and they must outlive the parse.
struct Words {
  RunCommand run;
  CheckCommand check;
  ListCommand list;
  ExplainCommand explain;
  ServeCommand serve;
  RecordCommand record;
  std::string until_idle;
  SchemaCommand schema;
  DriftCommand drift;
  MutantsCommand mutants;
  NewCommand fresh;
  std::string shell;
  ReferenceCommand reference;
  bool only_listed = false;
  VerifyCommand verify;
  bool no_admin = false;
  std::string run_ports;
  ReportMergeCommand merge;
  std::vector<std::string> reports;
  std::string shard;
  std::string time_limit;
  bool verbose = false;
  bool strict_contract = false;
  bool tags_shown = false;
  bool as_json = false;
  bool print_environment = false;
  bool over_tls = false;
  std::string check_form;
  bool repairs_made = false;
  std::string clock;
  std::string clock_offset;
};

using Validated = std::string;  ///< empty: right; else what is wrong (CLI11's convention)

Validated shard_mistake(const std::string& text) {
  unsigned index = 0, count = 0;
  char slash = 0;
  std::istringstream in(text);
  in >> index >> slash >> count;
  const bool whole = in && in.peek() == std::char_traits<char>::eof() && slash == '/';
  return whole && index >= 1 && index <= count ? "" : "\"" + text + "\" is no shard: write i/n, 1 ≤ i ≤ n, as in 2/4";
}

struct ReportWord {
  std::string_view word;
  ReportForm form;
};
constexpr std::array report_words{ReportWord{"junit", ReportForm::junit}, ReportWord{"json", ReportForm::json},
                                  ReportWord{"html", ReportForm::html}, ReportWord{"tap", ReportForm::tap},
                                  ReportWord{"har", ReportForm::har}};
constexpr std::string_view report_forms = "console, junit=FILE, json=FILE, html=FILE, tap=FILE or har=FOLDER";

/// "html=build/report.html". Empty where it is no report.
std::optional<ReportFile> report_file_from(const std::string& text) {
  for (const ReportWord& known : report_words) {
    const std::string start = std::string(known.word) + '=';
    if (text.starts_with(start) && text.size() > start.size()) return ReportFile{known.form, text.substr(start.size())};
  }
  return std::nullopt;
}

Validated report_mistake(const std::string& text) {
  const auto file = report_file_from(text);
  if (file && file->form == ReportForm::har && file->file == "-")
    return "har=- is no folder: archives are files, one a scenario";
  if (text == "console" || file) return "";
  return "\"" + text + "\" is no report: " + std::string(report_forms);
}

Validated duration_mistake(const std::string& text) {
  const auto duration = duration_from(text);
  return duration && *duration > std::chrono::milliseconds::zero()
             ? ""
             : "\"" + text + "\" is no time limit: a number and ms, s, m or h, as in 5s";
}

/// "9100-9163". Empty where it is no range.
std::optional<std::pair<int, int>> ports_from(const std::string& text) {
  std::pair<int, int> ports;
  char dash = 0;
  std::istringstream in(text);
  in >> ports.first >> dash >> ports.second;
  const bool is_whole = in && in.peek() == std::char_traits<char>::eof() && dash == '-';
  const bool is_range = ports.first > 0 && ports.first <= ports.second && ports.second <= 65535;
  return is_whole && is_range ? std::optional(ports) : std::nullopt;
}

Validated offset_mistake(const std::string& text) {
  return duration_from(text) ? "" : "\"" + text + "\" is no duration: a number and ms, s, m, h or d, as in 25h";
}

Shard shard_of(const std::string& text) {
  if (text.empty()) return {};
  const std::size_t slash = text.find('/');
  return {static_cast<unsigned>(std::stoul(text.substr(0, slash))),
          static_cast<unsigned>(std::stoul(text.substr(slash + 1))), true};
}

std::vector<ReportFile> report_files_of(const std::vector<std::string>& words) {
  std::vector<ReportFile> files;
  for (const std::string& word : words) {
    if (const auto file = report_file_from(word)) files.push_back(*file);
  }
  return files;
}

void add_selection(CLI::App& command, Selection& selection, Words& words) {
  command.add_option("--filter", selection.filters, "only scenarios whose id matches this glob; may be repeated")
      ->type_name("GLOB");
  command.add_option("--tag", selection.tags, "only scenarios with this tag; may be repeated")->type_name("TAG");
  command.add_option("--shard", words.shard, "only part i of n, by a stable hash of the id")
      ->type_name("i/n")
      ->check(shard_mistake);
}

void add_seed(CLI::App& command, std::uint64_t& seed) {
  command.add_option("--seed", seed, "of generated secrets and tokens")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
}

void add_client(CLI::App& command, std::string& client) {
  command
      .add_option("--client", client,
                  "profile of the client under test: a client.json or its folder, or mutant:NAME for a built-in one "
                  "with that bug; "
                  "default: the built-in reference client")
      ->type_name("PATH");
}

void add_tls(CLI::App& command, bool& over_tls) {
  command.add_flag("--tls", over_tls,
                   "serve https, with a certificate made for this run; the client is told of its CA");
}

void add_reports(CLI::App& command, Words& words) {
  command
      .add_option("--report", words.reports,
                  std::string(report_forms) + " (FILE may be -); may be repeated, the console is always there")
      ->type_name("FORM")
      ->check(report_mistake);
}

void add_new(CLI::App& app, Words& words) {
  CLI::App& fresh = *app.add_subcommand("new", "write a world, a scenario or a client to begin with");
  fresh.require_subcommand(1);

  CLI::App& world = *fresh.add_subcommand("world", "orgs that are well, each with a user, a client and live tokens");
  world.add_option("FILE", words.fresh.path, "the new file")->required();
  world.add_option("--orgs", words.fresh.orgs, "short names, with commas between them")
      ->delimiter(',')
      ->type_name("NAMES");
  world.add_option("--dialect", words.fresh.dialect, "genesys (default), or reported: a client registered in each org")
      ->type_name("DIALECT")
      ->check(CLI::IsMember({"genesys", "reported"}));

  CLI::App& scenario = *fresh.add_subcommand("scenario", "a call in one org of a world, and what goes wrong in it");
  scenario.add_option("FILE", words.fresh.path, "the new file")->required();
  scenario.add_option("--world", words.fresh.world, "file of the world it is for")->type_name("FILE");
  scenario.add_option("--org", words.fresh.orgs, "short name of the org that is called")
      ->type_name("NAME")
      ->expected(1);
  scenario.add_option("--kind", words.fresh.kind, "what happens: " + joined(scenario_kinds(), ", "))
      ->type_name("KIND")
      ->check(CLI::IsMember(scenario_kinds()));

  CLI::App& client = *fresh.add_subcommand("client", "a profile, and an adapter to put your client into");
  client.add_option("FOLDER", words.fresh.path, "the new folder")->required();
  client.add_option("--language", words.fresh.language, "of the adapter: " + joined(client_languages(), ", "))
      ->type_name("LANGUAGE")
      ->check(CLI::IsMember(client_languages()));
}

void add_packaging(CLI::App& app, Words& words) {
  CLI::App& completion = *app.add_subcommand("completion", "print a script that completes gcmock's command line");
  completion.add_option("SHELL", words.shell, "which")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  app.add_subcommand("man", "print the man page");
  CLI::App& reference = *app.add_subcommand("reference", "print a page of the reference, as Markdown");
  reference.add_option("PAGE", words.reference.page, "which")->required()->check(CLI::IsMember(reference_pages()));
}

void add_jobs(CLI::App& command, int& jobs, const char* what) {
  command.add_option("--jobs,-j", jobs, what)->type_name("N")->check(CLI::Range(1, 256))->capture_default_str();
}

void add_run(CLI::App& app, Words& words) {
  CLI::App& run = *app.add_subcommand("run", "run scenarios against a client and judge it");
  run.add_option("PATH", words.run.paths, "scenario files, or folders of them")->capture_default_str();
  add_client(run, words.run.client);
  add_jobs(run, words.run.jobs, "so many scenarios at once");
  run.add_option("--repeat", words.run.repeat, "so many runs of each scenario; a client whose runs differ is flaky")
      ->type_name("N")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  add_seed(run, words.run.seed);
  add_selection(run, words.run.selection, words);
  run.add_flag("--last-failed", words.run.only_last_failed,
               "only what did not pass when it was last run from this folder; all, where that is nothing");
  run.add_flag("--fail-fast", words.run.stops_at_first_problem, "begin nothing behind the first that does not pass");
  run.add_flag("--watch", words.run.watches, "go on, and run again what a saved file touches");
  add_reports(run, words);
  run.add_option("--time-limit", words.time_limit, "for one call, where the scenario does not say otherwise")
      ->type_name("DURATION")
      ->check(duration_mistake);
  run.add_flag("--strict-contract", words.strict_contract,
               "fail where the client sends what the vendor's API description does not declare");
  add_tls(run, words.over_tls);
  run.add_flag("--verbose,-v", words.verbose, "show steps, checks, invariants and journal of what passed, too");
}

void add_mutants(CLI::App& app, Words& words) {
  CLI::App& mutants = *app.add_subcommand("mutants", "show that scenarios see the bugs that they are there for");
  mutants.add_option("PATH", words.mutants.paths, "scenario files, or folders of them")->capture_default_str();
  mutants.add_option("--only", words.mutants.only, "only this mutant; may be repeated")->type_name("NAME");
  add_jobs(mutants, words.mutants.jobs, "so many mutants at once");
  mutants
      .add_option("--repeat", words.mutants.repeat,
                  "so many runs of each scenario against the reference client, of which no one may show anything")
      ->type_name("N")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  add_seed(mutants, words.mutants.seed);
  mutants.add_flag("--list", words.only_listed, "run nothing: say which mutants there are");
  mutants.add_flag("--json", words.as_json, "as JSON");
}

void add_reading(CLI::App& app, Words& words) {
  CLI::App& check = *app.add_subcommand("check", "say all mistakes of scenarios, worlds and client profiles");
  check.add_option("PATH", words.check.paths, "files, or folders of them");
  check.add_option("--format", words.check_form, "text, json, sarif (2.1.0) or github (annotations of a workflow)")
      ->type_name("FORM")
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}));
  check.add_flag("--fix", words.repairs_made, "put right what cannot change what a file means, then check");
  check.add_option("--explain", words.check.explain, "show the page of a code instead: GC203")->type_name("CODE");

  CLI::App& list = *app.add_subcommand("list", "list scenarios");
  list.add_option("PATH", words.list.paths, "scenario files, or folders of them")->capture_default_str();
  add_selection(list, words.list.selection, words);
  list.add_flag("--tags", words.tags_shown,
                "the map of tags instead: by endpoint, grant and cause, with their scenarios");
  list.add_flag("--json", words.as_json, "as JSON");

  CLI::App& schema = *app.add_subcommand("schema", "print a JSON schema: world, scenario, client or report");
  schema.add_option("NAME", words.schema.name, "which");

  app.add_subcommand("invariants", "list what no client may do");
  CLI::App& drift =
      *app.add_subcommand("drift", "say where a newer description of the vendor's API differs from the mock");
  drift.add_option("--openapi", words.drift.openapi, "the description: Swagger 2.0, as JSON")
      ->type_name("FILE")
      ->required();
  drift.add_flag("--json", words.as_json, "as JSON");
}

void add_merging(CLI::App& app, Words& words) {
  CLI::App& report = *app.add_subcommand("report", "make reports of reports");
  report.require_subcommand(1);
  CLI::App& merge = *report.add_subcommand("merge", "join the JSON reports of shards, as if they had been one run");
  merge.add_option("OUT", words.merge.merged, "file of the joined JSON report; - is standard output")->required();
  merge.add_option("IN", words.merge.files, "reports that --report json=FILE wrote")->required();
  add_reports(merge, words);
}

void add_clock(CLI::App& serve, Words& words) {
  serve
      .add_option("--clock", words.clock,
                  "domain time runs as real time goes by, or stands still: real or frozen; default: as the scenario "
                  "says, else real")
      ->type_name("CLOCK")
      ->check(CLI::IsMember({"real", "frozen"}));
  serve.add_option("--clock-offset", words.clock_offset, "start so long after the world's own start: 25h")
      ->type_name("DURATION")
      ->check(offset_mistake);
  serve.add_option("--clock-factor", words.serve.clock_factor, "run so many times as fast as real time")
      ->type_name("N")
      ->check(CLI::Range(0.001, 1e6));
}

void add_explaining(CLI::App& app, Words& words) {
  CLI::App& explain = *app.add_subcommand(
      "explain", "say why token requests of a scenario are refused, or what a reported 403 may come from");
  explain
      .add_option("ABOUT", words.explain.about,
                  "a scenario file, an HTTP status (403), or a refusal reason; with --request, a world or a scenario")
      ->required();
  CLI::Option& request =
      *explain
           .add_option("--request", words.explain.request,
                       "put this one request to the world, without a client: METHOD PATH BODY; @FILE or - for one as "
                       "HTTP writes it")
           ->type_name("REQUEST");
  explain
      .add_option("--as", words.explain.as,
                  "who asks: an org, ORG/CLIENT, ORG/access-NAME or nobody; default: the org whose credential it names")
      ->type_name("WHO")
      ->needs(&request);
  explain.add_flag("--json", words.as_json, "as JSON")->needs(&request);
  add_client(explain, words.explain.client);
  add_seed(explain, words.explain.seed);
}

Validated ports_mistake(const std::string& text) {
  return ports_from(text) ? "" : "\"" + text + "\" is no range of ports: write FIRST-LAST, as in 9100-9163";
}

void add_serving(CLI::App& app, Words& words) {
  CLI::App& serve = *app.add_subcommand("serve", "serve a world until interrupted, with an admin API and a page");
  serve.add_option("FILE", words.serve.file, "a world or a scenario")->required();
  serve.add_option("--port", words.serve.port, "default: a free one")->type_name("N")->check(CLI::Range(0, 65535));
  serve.add_option("--address", words.serve.address, "to listen at; 0.0.0.0: at all of this machine")
      ->type_name("ADDRESS")
      ->capture_default_str();
  serve.add_option("--public-name", words.serve.told_address, "by which clients reach it; default: its address")
      ->type_name("NAME");
  serve.add_option("--admin-port", words.serve.admin_port, "of the admin API and its page; default: a free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  serve
      .add_option("--admin-address", words.serve.admin_address,
                  "where the admin API listens; if that is not loopback, every request needs a token")
      ->type_name("ADDRESS")
      ->capture_default_str();
  serve
      .add_option("--admin-token", words.serve.admin_token_file,
                  "file with the token of the admin API in its first line; default: a new one, if one is needed")
      ->type_name("FILE");
  serve.add_flag("--no-admin", words.no_admin, "no admin API and no page");
  serve.add_option("--run-ports", words.run_ports, "ports of the runs that the admin API starts; default: free ones")
      ->type_name("FIRST-LAST")
      ->check(ports_mistake);
  add_tls(serve, words.over_tls);
  serve
      .add_option("--ca-file", words.serve.ca_file,
                  "with --tls: write the CA certificate there; default: a file that goes with the server")
      ->type_name("FILE");
  serve.add_flag("--print-environment", words.print_environment,
                 "print the GENESYS_* variables, with the mock's own credentials in them");
  add_clock(serve, words);
  add_seed(serve, words.serve.seed);

  CLI::App& verify = *app.add_subcommand("verify", "judge a client that was deployed elsewhere, beside a gcmock serve");
  verify.add_option("PATH", words.verify.paths, "scenario files, or folders with some")->required();
  verify.add_option("--admin", words.verify.admin, "address of the admin API: http://gcmock:8404")
      ->type_name("URL")
      ->required();
  verify.add_option("--token", words.verify.token_file, "file with the token of the admin API in its first line")
      ->type_name("FILE");
  verify
      .add_option("--ask", words.verify.ask,
                  "shell command that has the client make a call, of which GCMOCK_VERB, GCMOCK_ORG, GCMOCK_METHOD and "
                  "GCMOCK_PATH tell; its exit code is the outcome; default: a person is asked")
      ->type_name("COMMAND");
  verify.add_option("--time-limit", words.time_limit, "for one call; default: 60s")
      ->type_name("DURATION")
      ->check(duration_mistake);
  add_reports(verify, words);
  add_seed(verify, words.verify.seed);
}

Validated org_mistake(const std::string& name) {
  const bool is_name = !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
                       name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  return is_name ? "" : "\"" + name + "\" is no org's name: a lower case letter, then lower case letters, digits and _";
}

void add_record(CLI::App& app, Words& words) {
  CLI::App& record = *app.add_subcommand(
      "record", "stand between a client and a server, and write a world and a scenario that replay what went by");
  record.add_option("--upstream", words.record.upstream, "the server: URL of its login host")
      ->type_name("URL")
      ->required();
  record.add_option("--upstream-api", words.record.upstream_api, "URL of its API host; default: as --upstream")
      ->type_name("URL");
  record
      .add_option("--upstream-ca", words.record.upstream_ca,
                  "whom an https server must be certified by, PEM; default: one that this machine trusts")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  record.add_option("--world", words.record.world, "the new world")->type_name("FILE")->required();
  record.add_option("--scenario", words.record.scenario, "the new scenario")->type_name("FILE")->required();
  record.add_option("--title", words.record.title, "of the scenario")->type_name("TEXT")->capture_default_str();
  record.add_option("--port", words.record.port, "default: a free one")->type_name("N")->check(CLI::Range(0, 65535));
  record
      .add_option(
          "--org", words.record.orgs,
          "name of an org, in the order in which they are first seen; may be repeated; default: org1, org2 and so on")
      ->type_name("NAME")
      ->check(org_mistake);
  record
      .add_option("--until-idle", words.until_idle,
                  "end when nothing has gone by for so long; default: by Ctrl-C alone")
      ->type_name("DURATION")
      ->check(duration_mistake);
}

ListForm list_form_of(const Words& words) {
  if (words.tags_shown) return words.as_json ? ListForm::tags_as_json : ListForm::tags;
  return words.as_json ? ListForm::json : ListForm::lines;
}

CompletionCommand::Shell shell_of(const std::string& word) {
  if (word == "zsh") return CompletionCommand::Shell::zsh;
  return word == "fish" ? CompletionCommand::Shell::fish : CompletionCommand::Shell::bash;
}

NewCommand::What what_is_new(const std::string& word) {
  if (word == "world") return NewCommand::What::world;
  return word == "client" ? NewCommand::What::client : NewCommand::What::scenario;
}

CheckCommand check_of(const Words& words) {
  CheckCommand check = words.check;
  if (words.check_form == "json") check.form = CheckForm::json;
  if (words.check_form == "sarif") check.form = CheckForm::sarif;
  if (words.check_form == "github") check.form = CheckForm::github;
  check.repairs = words.repairs_made ? Repairs::made : Repairs::left;
  return check;
}

MutantsForm mutants_form_of(const Words& words) {
  if (words.only_listed) return MutantsForm::list;
  return words.as_json ? MutantsForm::json : MutantsForm::table;
}

std::optional<Scheme> scheme_of(const Words& words) {
  return words.over_tls ? std::optional(Scheme::https) : std::nullopt;
}

Command command_of(const CLI::App& app, Words words) {
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "run") {
    words.run.selection.shard = shard_of(words.shard);
    words.run.reports = report_files_of(words.reports);
    words.run.time_limit = duration_from(words.time_limit);
    words.run.scheme = scheme_of(words);
    words.run.verbosity = words.verbose ? Verbosity::everything : Verbosity::problems;
    words.run.contract_severity = words.strict_contract ? Severity::error : Severity::warning;
    return words.run;
  }
  if (name == "list") {
    words.list.selection.shard = shard_of(words.shard);
    words.list.form = list_form_of(words);
    return words.list;
  }
  if (name == "serve") {
    words.serve.scheme = scheme_of(words);
    words.serve.environment = words.print_environment ? PrintEnvironment::yes : PrintEnvironment::no;
    if (!words.clock.empty())
      words.serve.clock = words.clock == "frozen" ? DomainTime::frozen : DomainTime::follows_real_time;
    words.serve.clock_offset = duration_from(words.clock_offset);
    words.serve.admin = words.no_admin ? AdminApi::off : AdminApi::on;
    if (const auto ports = ports_from(words.run_ports)) {
      words.serve.first_run_port = ports->first;
      words.serve.last_run_port = ports->second;
    }
    return words.serve;
  }
  if (name == "verify") {
    while (words.verify.admin.ends_with('/')) words.verify.admin.pop_back();
    words.verify.reports = report_files_of(words.reports);
    words.verify.time_limit = duration_from(words.time_limit).value_or(words.verify.time_limit);
    return words.verify;
  }
  if (name == "record") {
    words.record.until_idle = duration_from(words.until_idle);
    return words.record;
  }
  if (name == "report") {
    words.merge.reports = report_files_of(words.reports);
    return words.merge;
  }
  if (name == "check") return check_of(words);
  if (name == "explain") {
    words.explain.form = words.as_json ? ExplainForm::json : ExplainForm::text;
    return words.explain;
  }
  if (name == "schema") return words.schema;
  if (name == "drift") {
    words.drift.form = words.as_json ? DriftForm::json : DriftForm::text;
    return words.drift;
  }
  if (name == "new") {
    words.fresh.what = what_is_new(app.get_subcommands().front()->get_subcommands().front()->get_name());
    return words.fresh;
  }
  if (name == "completion") return CompletionCommand{shell_of(words.shell)};
  if (name == "man") return ManCommand{};
  if (name == "reference") return words.reference;
  if (name == "mutants") {
    words.mutants.form = mutants_form_of(words);
    return words.mutants;
  }
  return InvariantsCommand{};
}

std::vector<std::string> names_of_commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* each : app.get_subcommands(nullptr)) names.push_back(each->get_name());
  return names;
}

/// The first option that `command` does not have; empty: none is unknown.
std::string unknown_option(const CLI::App& command, const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (!argument.starts_with("-") || argument == "-") continue;
    const std::string name = argument.substr(0, argument.find('='));
    if (name.starts_with("--") && command.get_option_no_throw(name) == nullptr) return name;
  }
  return {};
}

std::string spelling_help(const std::string& word, const std::vector<std::string>& candidates) {
  const auto meant = closest(word, candidates);
  return meant ? "did you mean " + *meant + "?\n" : "";
}

SayCommand usage_mistake(const std::string& what, const std::string& help) {
  return {"gcmock: " + what + '\n' + help + "gcmock --help lists the commands and their options\n", exit_usage};
}

// The innermost that the arguments name.
const CLI::App& command_in(const CLI::App& app) {
  return app.get_subcommands().empty() ? app : command_in(*app.get_subcommands().front());
}

SayCommand mistake_of(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const CLI::App& command = command_in(app);
  const std::string unknown = unknown_option(command, arguments);
  if (unknown.empty()) return usage_mistake(error.what(), "");
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return usage_mistake("no such option: " + unknown, spelling_help(unknown, names));
}

// What is allowed stands in the type's name, as CLI11's IsMember writes it: "DIALECT:{genesys,reported}".
std::vector<std::string> choices_in(const std::string& type_name) {
  const std::size_t open = type_name.find('{');
  const std::size_t close = type_name.find('}', std::min(open, type_name.size()));
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos) return choices;
  std::istringstream listed(type_name.substr(open + 1, close - open - 1));
  for (std::string choice; std::getline(listed, choice, ',');) choices.push_back(choice);
  return choices;
}

DescribedOption described(const CLI::Option& option) {
  DescribedOption out;
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  const std::string type = option.get_type_name();
  const bool takes_a_value = option.get_positional() || option.get_items_expected_max() > 0;
  if (option.get_positional())
    out.value = option.get_single_name();
  else if (takes_a_value)
    out.value = type.substr(0, type.find(':'));
  out.choices = choices_in(type);
  out.description = option.get_description();
  out.standard = option.get_default_str();
  if (out.standard.starts_with('[')) out.standard = out.standard.substr(1, out.standard.size() - 2);  // of a list
  out.is_required = option.get_required();
  out.is_repeatable = option.get_items_expected_max() > 1;
  return out;
}

DescribedCommand described(const CLI::App& command) {
  DescribedCommand out{command.get_name(), command.get_description(), {}, {}, {}};
  for (const CLI::Option* option : command.get_options()) {
    if (option == command.get_help_ptr()) continue;
    (option->get_positional() ? out.arguments : out.options).push_back(described(*option));
  }
  for (const CLI::App* below : command.get_subcommands(nullptr)) out.commands.push_back(described(*below));
  return out;
}

void add_all(CLI::App& app, Words& words) {
  app.set_version_flag("--version", "gcmock " GCMOCK_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 all passed, 1 failed, 2 a file is invalid, 3 the run itself broke, 4 vacuous, 64 usage.\n"
      "docs/commands.md has examples.");
  add_run(app, words);
  add_reading(app, words);
  add_explaining(app, words);
  add_serving(app, words);
  add_record(app, words);
  add_mutants(app, words);
  add_new(app, words);
  add_packaging(app, words);
  add_merging(app, words);
}

constexpr const char* purpose =
    "A scriptable mock of the Genesys Cloud OAuth endpoints, and a harness that judges clients against it.";

}  // namespace

DescribedCommand describe_command_line() {
  CLI::App app{purpose, "gcmock"};
  Words words;
  add_all(app, words);
  return described(app);
}

Command parse_command_line(const std::vector<std::string>& arguments) {
  CLI::App app{purpose, "gcmock"};
  Words words;
  add_all(app, words);

  if (arguments.empty()) return SayCommand{app.help(), exit_usage};
  const std::vector<std::string> commands = names_of_commands(app);
  if (const std::string& first = arguments[0];
      !first.starts_with("-") && std::find(commands.begin(), commands.end(), first) == commands.end()) {
    return usage_mistake("no such command: " + first, spelling_help(first, commands));
  }
  try {
    std::vector<std::string> from_the_back(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app.parse(from_the_back);
    return command_of(app, words);
  } catch (const CLI::CallForHelp&) {
    return SayCommand{app.help(), exit_ok};
  } catch (const CLI::CallForVersion&) {
    return SayCommand{"gcmock " GCMOCK_VERSION "\n", exit_ok};
  } catch (const CLI::ParseError& error) {
    return mistake_of(app, error, arguments);
  }
}

}  // namespace gcmock
