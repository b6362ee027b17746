// The commands besides `run`, and mistakes in the command line.
#include <gmock/gmock.h>
#include <httplib.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(CommandLine, NamesTheCommandThatWasProbablyMeant) {
  const Ran ran = run({"rnu"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("no such command: rnu"), HasSubstr("did you mean run?")));
  EXPECT_THAT(ran.out, IsEmpty());
}

TEST(CommandLine, NamesTheOptionThatWasProbablyMeant) {
  const Ran ran = run({"run", data("pass.json"), "--flter", "x"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("no such option: --flter"), HasSubstr("did you mean --filter?")));
}

TEST(CommandLine, RefusesValuesThatMakeNoSense) {
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"--shard", "0/3"},
                                                                                     {"--shard", "4/3"},
                                                                                     {"--shard", "1"},
                                                                                     {"--shard", "-1/3"},
                                                                                     {"--report", "pdf=x"},
                                                                                     {"--report", "junit="},
                                                                                     {"--jobs", "0"},
                                                                                     {"--jobs", "many"},
                                                                                     {"--seed", "-1"},
                                                                                     {"--time-limit", "5"},
                                                                                     {"--time-limit", "0s"}}) {
    const Ran ran = run({"run", data("pass.json"), words[0], words[1]});

    EXPECT_EQ(ran.exit_code, 64) << words[0] << ' ' << words[1] << '\n' << ran.out << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(words[0]));
  }
}

TEST(CommandLine, NeedsSomethingToCheck) {
  const Ran ran = run({"check"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("PATH"));
}

TEST(CommandLine, WithoutAWordShowsTheCommands) {
  const Ran ran = run({});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("run"), HasSubstr("explain"), HasSubstr("serve")));
}

TEST(CommandLine, SaysHelpAndVersionOnStandardOutput) {
  EXPECT_THAT(run({"--version"}).out, StartsWith("gcmock 0."));
  EXPECT_EQ(run({"--version"}).exit_code, 0);
  EXPECT_THAT(run({"--help"}).out, HasSubstr("Exit codes"));
  EXPECT_THAT(run({"run", "--help"}).out, HasSubstr("--shard"));
  EXPECT_EQ(run({"run", "--help"}).exit_code, 0);
}

TEST(CheckCommand, CountsFilesWithoutMistakes) {
  const Ran ran = run({"check", data("pass.json"), "fixtures/worlds/premium_app_two_orgs.json", data("silent_client")});

  EXPECT_EQ(ran.exit_code, 0) << ran.out;
  EXPECT_EQ(ran.out, "3 files, no mistakes\n");
}

TEST(CheckCommand, ExitsWith2AndSaysAllMistakes) {
  const Ran ran = run({"check", data("invalid.json"), data("pass.json")});

  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("invalid.json:4:3: error["), HasSubstr("did you mean \"world\"?"),
                             HasSubstr("2 files, ")));
}

TEST(CheckCommand, ReadsFoldersAndLeavesOutFilesOfOtherTools) {
  const Ran ran = run({"check", data("")});

  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("invalid.json:4:3: error["), Not(HasSubstr("package.json")), HasSubstr("\n11 files, ")));
}

TEST(CheckCommand, ExplainsACode) {
  const Ran ran = run({"check", "--explain", "GC203"});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("error[GC203]: a key that nobody reads\n"), HasSubstr("way out")));
  EXPECT_EQ(run({"check", "--explain", "GC20"}).exit_code, 64);
}

TEST(CheckCommand, SpeaksTheFormsOfPrograms) {
  const std::string file = data("invalid.json");

  EXPECT_THAT(run({"check", file, "--format", "json"}).out,
              AllOf(StartsWith("{\n  \"files\": 1,"), HasSubstr("\"line\": 4")));
  EXPECT_THAT(run({"check", file, "--format", "sarif"}).out, HasSubstr("\"version\": \"2.1.0\""));
  EXPECT_THAT(run({"check", file, "--format", "github"}).out,
              AllOf(StartsWith("::error file="), HasSubstr(",line=4,col=3")));
  EXPECT_EQ(run({"check", file, "--format", "github"}).exit_code, 2);
  EXPECT_EQ(run({"check", file, "--format", "xml"}).exit_code, 64);
}

TEST(CheckCommand, WarnsWithoutFailing) {
  const Ran ran = run({"check", "fixtures/doubtful/nothing_judged.json"});

  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("warning[GC605]"), HasSubstr("1 file, no mistakes, 1 warning\n")));
}

TEST(CheckCommand, FixesWhatIsSafeAndTellsTheRest) {
  const fs::path folder = fs::path(GCMOCK_BINARY_DIR) / "fixed";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string file = (folder / "world.json").string();
  std::ofstream(file) << "// mine\n{ \"orgs\": { \"acme\": { \"nmae\": \"Acme\", \"status\": \"gone\" } } }\n";

  const Ran ran = run({"check", file, "--fix"});

  std::ifstream stream(file);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  EXPECT_EQ(text, "// mine\n{ \"orgs\": { \"acme\": { \"name\": \"Acme\", \"status\": \"gone\" } } }\n");
  EXPECT_THAT(ran.out, AllOf(HasSubstr("1 repair made"), HasSubstr("error[GC204]"), Not(HasSubstr("GC203"))));
  EXPECT_EQ(ran.exit_code, 2);
}

TEST(ListCommand, NamesScenariosWithTitles) {
  const Ran ran = run({"list", data("pass.json")});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out, "pass  The primary org refreshes an expired token\n");
}

TEST(ListCommand, MeansTheFolderOfScenariosWhereNothingIsNamed) {
  EXPECT_EQ(run({"list"}).out, run({"list", "scenarios"}).out);
  EXPECT_THAT(run({"list"}).out, HasSubstr("regressions/secondary_org_refresh_403"));
}

TEST(ListCommand, ShowsTheMapOfTags) {
  EXPECT_EQ(run({"list", data("pass.json"), "--tags"}).out, "by other\n  good (1)\n    pass\n  small (1)\n    pass\n");
  EXPECT_THAT(run({"list", data("pass.json"), "--tags", "--json"}).out, HasSubstr("\"small\": {\n"));
}

TEST(ListCommand, SpeaksJson) {
  EXPECT_THAT(run({"list", data("pass.json"), "--json"}).out, AllOf(StartsWith("[\n"), HasSubstr("\"id\": \"pass\"")));
}

const std::string vendor_document = "tests/contract/data/openapi-oauth-subset.json";

TEST(DriftCommand, FindsNothingInTheDescriptionThatTheMockRestsOn) {
  const Ran ran = run({"drift", "--openapi", vendor_document});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(StartsWith("110 operations and "), HasSubstr(" are as " + vendor_document + " has them\n")));
}

TEST(DriftCommand, PointsAtWhatDiffersWithItsLine) {
  const Ran text = run({"drift", "--openapi", "tests/contract/data/drifted.json"});
  const Ran json = run({"drift", "--openapi", "tests/contract/data/drifted.json", "--json"});

  EXPECT_EQ(text.exit_code, 1) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("tests/contract/data/drifted.json:6:9: scopes of GET /api/v2/oauth/scopes\n"
                                        "  at      /paths/~1api~1v2~1oauth~1scopes/get/security\n"
                                        "  gcmock  oauth oauth:readonly\n"
                                        "  theirs  oauth:read\n"),
                              HasSubstr(" differences in 110 operations and ")));
  EXPECT_EQ(json.exit_code, 1) << json.err;
  EXPECT_THAT(json.out, AllOf(StartsWith("{\n"), HasSubstr("\"line\": 6"), HasSubstr("\"theirs\": \"oauth:read\"")));
}

TEST(DriftCommand, ExitsWith2WhereTheFileIsNoDescription) {
  const Ran ran = run({"drift", "--openapi", data("pass.json")});

  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("error[GC501]: this is no Swagger 2.0 document"));
  EXPECT_EQ(run({"drift", "--openapi", "no/such/file.json"}).exit_code, 2);
  EXPECT_EQ(run({"drift"}).exit_code, 64);
}

TEST(ExplainCommand, SaysWhyTheScenariosRequestIsRefused) {
  const Ran ran = run({"explain", data("refused.json")});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("was refused  POST /api/v2/oauth/token → 403 · client_not_registered_in_org"),
                             HasSubstr("✗ client prod_app_client_xyz is registered in org secondary"),
                             HasSubstr("removed by world_changes at line 6"), HasSubstr("would be granted with: "),
                             HasSubstr("real Genesys Cloud would show: ")));
}

TEST(ExplainCommand, ListsTheCausesOfAReported403) {
  const Ran ran = run({"explain", "403"});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("client_not_registered_in_org"), HasSubstr("client_secret_wrong"),
                             HasSubstr("role_missing_in_org"),
                             HasSubstr("try it: gcmock explain scenarios/reported_403/missing_role.json")));
}

TEST(ExplainCommand, ExplainsASingleReason) {
  const Ran ran = run({"explain", "role_missing_in_org"});

  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("role_missing_in_org"), Not(HasSubstr("client_secret_wrong"))));
}

TEST(ExplainCommand, NamesTheReasonThatWasProbablyMeant) {
  const Ran ran = run({"explain", "role_mising_in_org"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("did you mean role_missing_in_org?"));
}

constexpr auto refresh_of_secondary =
    "POST /api/v2/oauth/token grant_type=refresh_token&refresh_token=secondary/refresh-main";

TEST(ExplainRequest, ExitsWith0WhereItIsGranted) {
  const Ran ran = run({"explain", "fixtures/worlds/premium_app_two_orgs.json", "--request", refresh_of_secondary});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(StartsWith("POST /api/v2/oauth/token → 200\n"), HasSubstr("‹secondary/access-1›"),
                    HasSubstr("✓ the secret of client prod_app_client_xyz matches"), Not(HasSubstr("gcmock-"))));
}

TEST(ExplainRequest, ExitsWith1AndSaysWhyWhereItIsRefused) {
  const Ran ran = run({"explain", data("refused.json"), "--request", refresh_of_secondary});

  EXPECT_EQ(ran.exit_code, 1) << ran.out << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("→ 403"), HasSubstr("✗ client prod_app_client_xyz is registered in org secondary"),
                    HasSubstr("removed by world_changes at line 6"), HasSubstr("would be granted with: ")));
}

TEST(ExplainRequest, IsJsonForPrograms) {
  const Ran ran =
      run({"explain", data("refused.json"), "--request", "GET /api/v2/users/me", "--as", "primary", "--json"});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, AllOf(StartsWith("{"), HasSubstr("\"explanation\": null"), HasSubstr("\"user\": \"alice\"")));
}

TEST(ExplainRequest, ReadsWhatHttpWritesFromAFile) {
  const Ran ran =
      run({"explain", "fixtures/worlds/premium_app_two_orgs.json", "--request", "@" + data("refresh.http")});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, StartsWith("POST /api/v2/oauth/token → 200\n"));
}

TEST(ExplainRequest, SaysWhatIsWrongWithTheRequest) {
  const std::string world = "fixtures/worlds/premium_app_two_orgs.json";

  EXPECT_EQ(run({"explain", world, "--request", "GET"}).exit_code, 64);
  EXPECT_THAT(run({"explain", world, "--request", "GET /api/v2/users/me", "--as", "secondry"}).err,
              HasSubstr("did you mean \"secondary\"?"));
  EXPECT_EQ(run({"explain", world, "--as", "secondary"}).exit_code, 64) << "--as is about a request";
  EXPECT_EQ(run({"explain", "403", "--request", "GET /api/v2/users/me"}).exit_code, 64);
}

TEST(SchemaCommand, PrintsWhatTheRepositoryHas) {
  const Ran ran = run({"schema", "scenario"});

  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\"$schema\": \"http://json-schema.org/draft-07/schema#\""));
}

TEST(SchemaCommand, NamesTheSchemaThatWasProbablyMeant) {
  const Ran ran = run({"schema", "scenari"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("did you mean \"scenario\"?"));
}

TEST(InvariantsCommand, NamesEachWithItsClause) {
  EXPECT_THAT(run({"invariants"}).out, AllOf(HasSubstr("I-7 "), HasSubstr("RFC 6749 §6")));
}

int port_in(const std::string& text) {
  const std::string start = "://127.0.0.1:";
  return std::stoi(text.substr(text.find(start) + start.size()));
}

TEST(ServeCommand, AnswersUntilItIsInterruptedAndShowsTheJournal) {
  Running serve({"serve", "fixtures/worlds/premium_app_two_orgs.json"});
  const std::string said = serve.read_until("stop with Ctrl-C\n");
  ASSERT_THAT(said, HasSubstr("base URL   http://127.0.0.1:"));

  const auto answer = httplib::Client("127.0.0.1", port_in(said)).Get("/api/v2/users/me");
  const Ran ended = serve.end_by(SIGINT);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 401);
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("journal  1 exchange"), HasSubstr("GET /api/v2/users/me")));
}

TEST(ServeCommand, LetsTimeRunUnlessItIsToldToFreezeIt) {
  Running running({"serve", "fixtures/worlds/premium_app_two_orgs.json"});
  Running frozen({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--clock", "frozen"});

  EXPECT_THAT(running.read_until("stop with Ctrl-C\n"), HasSubstr("clock      real\n"));
  EXPECT_THAT(frozen.read_until("stop with Ctrl-C\n"), HasSubstr("clock      frozen\n"));
  EXPECT_EQ(run({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--clock", "fast"}).exit_code, 64);
}

TEST(ServeCommand, WritesNoCaFileWhereThereIsNoCa) {
  const Ran ran = run({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--ca-file", "build/no-ca.pem"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("--tls"));
}

TEST(ServeCommand, EndsOnTerminationToo) {
  Running serve({"serve", data("refused.json")});
  serve.read_until("stop with Ctrl-C\n");

  EXPECT_EQ(serve.end_by(SIGTERM).exit_code, 0);
}

TEST(ServeCommand, ShowsCredentialsOnlyWhereAskedTo) {
  Running quiet({"serve", "fixtures/worlds/premium_app_two_orgs.json"});
  quiet.read_until("stop with Ctrl-C\n");
  Running telling({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--print-environment"});
  const std::string told = telling.read_until("export GENESYS_ORG_SECONDARY_REFRESH_TOKEN='gcmock-rt-");

  EXPECT_THAT(quiet.end_by(SIGTERM).out, Not(HasSubstr("gcmock-rt-")));
  EXPECT_THAT(told,
              AllOf(HasSubstr("export GENESYS_LOGIN_URL='http://127.0.0.1:"), HasSubstr("REFRESH_TOKEN='gcmock-rt-")));
}

TEST(ServeCommand, ServesHttpsAndWritesTheCaCertificate) {
  const fs::path file = fs::temp_directory_path() / ("gcmock-ca-" + std::to_string(::getpid()) + ".pem");
  Running serve({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--tls", "--ca-file", file.string()});
  const std::string said = serve.read_until("stop with Ctrl-C\n");

  httplib::Client client("https://127.0.0.1:" + std::to_string(port_in(said)));
  client.set_ca_cert_path(file.string());
  const auto answer = client.Get("/api/v2/users/me");
  serve.end_by(SIGINT);
  fs::remove(file);

  EXPECT_THAT(said, AllOf(HasSubstr("base URL   https://127.0.0.1:"), HasSubstr("CA file    " + file.string())));
  ASSERT_TRUE(answer) << httplib::to_string(answer.error());
  EXPECT_EQ(answer->status, 401);
}

TEST(ServeCommand, TellsOfACaFileThatIsGoneWithTheServer) {
  Running serve({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--tls", "--print-environment"});
  const std::string said = serve.read_until("export CURL_CA_BUNDLE='");
  const std::string name = "export GENESYS_CA_FILE='";
  const auto begin = said.find(name) + name.size();
  const fs::path file = said.substr(begin, said.find('\'', begin) - begin);

  EXPECT_TRUE(fs::exists(file)) << said;
  serve.end_by(SIGINT);
  EXPECT_FALSE(fs::exists(file));
}

TEST(ServeCommand, ExitsWith3WhereThePortIsTaken) {
  Running first({"serve", "fixtures/worlds/premium_app_two_orgs.json"});
  const int port = port_in(first.read_until("stop with Ctrl-C\n"));

  const Ran second = run({"serve", "fixtures/worlds/premium_app_two_orgs.json", "--port", std::to_string(port)});

  EXPECT_EQ(second.exit_code, 3);
  EXPECT_THAT(second.err, HasSubstr(std::to_string(port)));
}

}  // namespace
}  // namespace gcmock::program
