// gcmock record between a client and another gcmock: what it wrote is checked, run and compared.
#include <gmock/gmock.h>
#include <httplib.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gcmock/harness/client_under_test.h"
#include "gcmock/harness/scenario.h"
#include "gcmock/mock_server.h"
#include "program.h"

namespace gcmock::program {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string unregistered =
    std::string(GCMOCK_SOURCE_DIR) + "/scenarios/regressions/secondary_org_refresh_403.json";

std::string address_in(const std::string& text) {
  const std::size_t begin = text.find("http://127.0.0.1:");
  return text.substr(begin, text.find_first_of(" \n/", begin + 17) - begin);
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const nlohmann::json& journal) {
  std::vector<std::string> lines;
  for (const auto& exchange : journal) {
    const auto& org = exchange["subject"]["org"];
    lines.push_back(
        exchange["request"]["method"].get<std::string>() + " " + exchange["request"]["path"].get<std::string>() + " " +
        std::to_string(exchange["answer"]["status"].get<int>()) + " " + (org.is_null() ? "-" : org.get<std::string>()));
  }
  return lines;
}

// An upstream, a recorder before it, and the reference client that takes the recorder for the upstream.
class Recording {
 public:
  explicit Recording(const std::string& name, const std::vector<std::string>& more = {})
      : folder_(fs::temp_directory_path() / ("gcmock-record-" + name + "-" + std::to_string(::getpid()))),
        scenario_(*load_scenario(unregistered).scenario),
        upstream_({"serve", unregistered, "--clock", "frozen"}),
        upstream_says_(upstream_.read_until("stop with Ctrl-C\n")),
        upstream_address_(address_in(upstream_says_)),
        recorder_(command(more)),
        client_(make_client_factory(built_in_profile())()) {
    ClientEnvironment environment;
    environment.api_url = address_in(recorder_.read_until("stop with Ctrl-C\n"));
    environment.login_url = environment.api_url + "/api/v2";
    environment.orgs = scenario_.client_settings;
    client_->start(environment);
  }
  ~Recording() { fs::remove_all(folder_); }

  fs::path world() const { return folder_ / "worlds/recorded.json"; }
  fs::path scenario() const { return folder_ / "scenarios/recorded.json"; }
  const NamedCredentials& credentials() const { return scenario_.credentials; }

  Outcome call(const std::string& org, Verb verb = Verb::call, const std::string& path = "/api/v2/users/me") {
    ClientCall call;
    call.verb = verb;
    call.org = OrgName(org);
    call.path = path;
    return std::get<ClientReply>(client_->perform(call, 10s)).outcome;
  }
  void advance_clock_of_upstream() {
    const auto moved =
        httplib::Client(admin()).Post("/v1/runs/served/clock", R"({"advance": "25h"})", "application/json");
    ASSERT_TRUE(moved);
    ASSERT_EQ(moved->status, 200);
  }
  std::vector<std::string> journal_of_upstream() {
    const auto asked = httplib::Client(admin()).Get("/v1/runs/served/journal");
    return asked ? lines_of(nlohmann::json::parse(asked->body)["exchanges"]) : std::vector<std::string>{};
  }
  Ran end() { return recorder_.end_by(SIGINT); }
  /// Nobody tells the recorder to.
  Ran end_by_itself() {
    recorder_.read_until("wrote ");
    return recorder_.end_by(0);
  }

 private:
  std::vector<std::string> command(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"record",         "--upstream", upstream_address_,   "--world",
                                      world().string(), "--scenario", scenario().string(), "--org",
                                      "primary",        "--org",      "secondary"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::string admin() const { return address_in(upstream_says_.substr(upstream_says_.find("admin      "))); }

  const fs::path folder_;
  const Scenario scenario_;
  Running upstream_;
  const std::string upstream_says_;
  const std::string upstream_address_;
  Running recorder_;
  std::unique_ptr<ClientUnderTest> client_;
};

TEST(RecordCommand, WritesWhatReplaysTheSession) {
  Recording recording("session");
  recording.call("primary");
  recording.call("secondary");
  recording.advance_clock_of_upstream();
  recording.call("primary");
  recording.call("secondary");
  recording.call("primary", Verb::refresh);
  recording.call("primary", Verb::call, "/api/v2/organizations/me");

  const std::vector<std::string> upstream = recording.journal_of_upstream();
  const Ran ended = recording.end();
  ASSERT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  const Ran checked = run({"check", recording.scenario().string(), recording.world().string()});
  const Ran again = run({"run", recording.scenario().string(), "--report", "json=-"});

  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  EXPECT_THAT(checked.out, Not(HasSubstr("warning")));
  EXPECT_EQ(again.exit_code, 0) << again.err << text_of(recording.scenario()) << text_of(recording.world());
  EXPECT_THAT(upstream, AllOf(SizeIs(10), Contains("POST /api/v2/oauth/token 403 secondary"),
                              Contains("GET /api/v2/users/me 401 primary")));
  EXPECT_EQ(lines_of(nlohmann::json::parse(again.out)["scenarios"][0]["journal"]), upstream);
}

TEST(RecordCommand, WritesNoCredentialOfTheUpstream) {
  Recording recording("credentials");
  recording.call("primary");
  recording.advance_clock_of_upstream();
  recording.call("primary");
  recording.call("secondary");

  ASSERT_EQ(recording.end().exit_code, 0);
  const std::string written = text_of(recording.world()) + text_of(recording.scenario());

  ASSERT_THAT(written, HasSubstr("prod_app_client_xyz"));
  ASSERT_FALSE(recording.credentials().empty());
  for (const auto& [name, value] : recording.credentials()) EXPECT_THAT(written, Not(HasSubstr(value))) << name;
  EXPECT_THAT(written, Not(HasSubstr("gcmock-rt-")));
  EXPECT_THAT(written, Not(HasSubstr("Alice")));
  EXPECT_THAT(written, Not(HasSubstr("alice@")));
}

TEST(RecordCommand, EndsByItselfWhereNothingGoesByAnyMore) {
  Recording recording("idle", {"--until-idle", "1s"});
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(recording.call("primary"), Outcome::ok);

  const Ran ended = recording.end_by_itself();

  EXPECT_GE(std::chrono::steady_clock::now() - before, 1s);
  EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("3 exchanges"));
  EXPECT_TRUE(fs::exists(recording.scenario()));
}

TEST(RecordCommand, TrustsAnUpstreamByItsAuthorityOnly) {
  ServerOptions https;
  https.scheme = Scheme::https;
  const MockServer upstream({}, {}, https);
  const fs::path folder = fs::temp_directory_path() / ("gcmock-record-tls-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "ca.pem") << upstream.ca_certificate();
  std::vector<std::string> command = {"record",          "--upstream", upstream.base_url(), "--world",
                                      folder / "w.json", "--scenario", folder / "s.json"};
  Running wary(command);
  command.insert(command.end(), {"--upstream-ca", folder / "ca.pem"});
  Running trusting(command);

  const auto refused = httplib::Client(address_in(wary.read_until("stop with Ctrl-C\n"))).Get("/api/v2/users/me");
  const std::size_t before = upstream.journal().size();
  const auto forwarded = httplib::Client(address_in(trusting.read_until("stop with Ctrl-C\n"))).Get("/api/v2/users/me");

  ASSERT_TRUE(refused && forwarded);
  EXPECT_EQ(refused->status, 502);
  EXPECT_THAT(refused->body, HasSubstr("could not prove who it is; nothing was sent"));
  EXPECT_EQ(before, 0U);
  EXPECT_EQ(forwarded->status, 401);
  EXPECT_THAT(upstream.journal(), SizeIs(1));
  wary.end_by(SIGINT);
  trusting.end_by(SIGINT);
  fs::remove_all(folder);
}

TEST(RecordCommand, AnswersForAnUpstreamThatIsDownAndWritesNothingWhereThatIsAll) {
  const fs::path folder = fs::temp_directory_path() / ("gcmock-record-down-" + std::to_string(::getpid()));
  Running recorder({"record", "--upstream", "http://127.0.0.1:1", "--world", (folder / "w.json").string(), "--scenario",
                    (folder / "s.json").string()});
  httplib::Client client(address_in(recorder.read_until("stop with Ctrl-C\n")));

  const auto answer = client.Get("/api/v2/users/me");

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 502);
  EXPECT_THAT(answer->body, HasSubstr("cannot be reached"));
  EXPECT_NE(recorder.end_by(SIGINT).exit_code, 0);
  EXPECT_FALSE(fs::exists(folder));
}

TEST(RecordCommand, OverwritesNothing) {
  const Ran ran =
      run({"record", "--upstream", "http://127.0.0.1:1", "--world", "README.md", "--scenario", "build/s.json"});

  EXPECT_EQ(ran.exit_code, 64);
  EXPECT_THAT(ran.err, HasSubstr("there already"));
}

}  // namespace
}  // namespace gcmock::program
