// The admin API of a served world, and verify, which judges a client elsewhere by it.
#include <gmock/gmock.h>
#include <httplib.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <thread>

#include "program.h"

namespace gcmock::program {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string world = "fixtures/worlds/premium_app_two_orgs.json";
const char* const ask = "GENESYS_CALLS=$GCMOCK_VERB:$GCMOCK_ORG bash clients/examples/curl-command/client.sh";

/// What a gcmock that serves said of its addresses.
class Addresses {
 public:
  explicit Addresses(std::string said) : said_(std::move(said)) {}
  /// "http://127.0.0.1:40001"
  [[nodiscard]] std::string admin() const {
    const auto begin = said_.find("http://", said_.find("admin "));
    return said_.substr(begin, said_.find('/', begin + 7) - begin);
  }

 private:
  const std::string said_;
};

/// A gcmock that serves.
class Serving {
 public:
  explicit Serving(std::vector<std::string> more = {}) : running_(with({"serve", world}, std::move(more))) {
    said_ = running_.read_until("stop with Ctrl-C\n");
  }
  [[nodiscard]] const std::string& said() const { return said_; }
  [[nodiscard]] std::string admin() const { return Addresses(said_).admin(); }
  Ran end() { return running_.end_by(SIGINT); }

 private:
  static std::vector<std::string> with(std::vector<std::string> some, std::vector<std::string> more) {
    some.insert(some.end(), more.begin(), more.end());
    return some;
  }
  Running running_;
  std::string said_;
};

std::string body_of(const httplib::Result& result) {
  return result ? result->body : "no answer";
}

/// The exit status of the example client, which is told what the API says that it must be.
int have_client_call(httplib::Client& admin, const std::string& org) {
  const auto environment = nlohmann::json::parse(body_of(admin.Get("/v1/runs/served/environment")));
  std::string command = "GENESYS_CALLS=call:" + org;
  for (const auto& [name, value] : environment.items()) {
    if (name != "GENESYS_CALLS") command += ' ' + name + "='" + value.get<std::string>() + '\'';
  }
  return std::system(
      (command + " bash " GCMOCK_SOURCE_DIR "/clients/examples/curl-command/client.sh >/dev/null").c_str());
}

TEST(AdminOfServe, AnswersAtAnAddressOfItsOwn) {
  Serving serving;
  httplib::Client admin(serving.admin());

  EXPECT_THAT(body_of(admin.Get("/")), HasSubstr("<!doctype html>"));
  EXPECT_THAT(body_of(admin.Get("/v1")), HasSubstr(R"("runs":["served"])"));
  EXPECT_THAT(body_of(admin.Get("/v1/runs/served/environment")), HasSubstr("GENESYS_LOGIN_URL"));
  EXPECT_THAT(body_of(admin.Post("/v1/runs/served/clock", R"({"advance": "25h"})", "application/json")),
              HasSubstr("\"now\""));
  EXPECT_EQ(serving.end().exit_code, 0);
}

TEST(AdminOfServe, IsNotThereWhereNobodyWantsIt) {
  EXPECT_THAT(Serving({"--no-admin"}).said(), Not(HasSubstr("admin ")));
}

TEST(AdminOfServe, StreamsWhatHappensWhileItHappens) {
  Serving serving;
  httplib::Client admin(serving.admin());
  std::string streamed;
  bool was_moved = false;

  std::thread mover([&] {
    httplib::Client other(serving.admin());
    was_moved = bool(other.Post("/v1/runs/served/clock", R"({"advance": "1h"})", "application/json"));
  });
  admin.Get("/v1/runs/served/events", [&](const char* data, std::size_t size) {
    streamed.append(data, size);
    return streamed.find("event: clock") == std::string::npos;
  });
  mover.join();

  EXPECT_TRUE(was_moved);
  EXPECT_THAT(streamed, HasSubstr("event: clock\ndata: {\"now\":"));
}

TEST(AdminOfServe, WantsATokenFromOtherMachines) {
  Serving serving({"--admin-address", "0.0.0.0"});
  const auto port = std::stoi(serving.admin().substr(serving.admin().rfind(':') + 1));
  const std::string mark = "token      ";
  const auto begin = serving.said().find(mark) + mark.size();
  const std::string token = serving.said().substr(begin, serving.said().find(' ', begin) - begin);
  httplib::Client admin("127.0.0.1", port);

  const auto without = admin.Get("/v1");
  const auto with = admin.Get("/v1", {{"Authorization", "Bearer " + token}});

  ASSERT_TRUE(without && with);
  EXPECT_EQ(without->status, 401);
  EXPECT_EQ(with->status, 200);
  EXPECT_EQ(token.size(), 64U);
}

TEST(AdminOfServe, GivesWhatWasDoneAsAScenarioThatPasses) {
  namespace fs = std::filesystem;
  const fs::path file = fs::temp_directory_path() / ("gcmock-captured-" + std::to_string(::getpid()) + ".json");
  Running serve({"serve", std::string(GCMOCK_SOURCE_DIR) + "/fixtures/worlds/rotating_refresh_tokens.json"});
  const Addresses at(serve.read_until("stop with Ctrl-C\n"));
  httplib::Client admin(at.admin());
  const auto change = [&](const char* path, const char* body) {
    return admin.Post("/v1/runs/served" + std::string(path), body, "application/json")->status;
  };

  EXPECT_EQ(have_client_call(admin, "acme"), 0);
  EXPECT_EQ(change("/clock", R"({"advance": "25h"})"), 200);
  EXPECT_EQ(change("/world/events", R"({"set_org_status": {"org": "acme", "status": "inactive"}})"), 200);
  EXPECT_EQ(have_client_call(admin, "acme"), 0);
  const std::string scenario = body_of(admin.Get("/v1/runs/served/scenario?title=By+hand&file=" + file.string()));
  std::ofstream(file) << scenario;
  const Ran checked = run({"check", file.string()});
  const Ran again = run({"run", file.string()});
  fs::remove(file);

  EXPECT_THAT(scenario, AllOf(HasSubstr(R"("advance_clock": "25h")"), HasSubstr(R"("outcome": "needs_user")")));
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  EXPECT_THAT(checked.out, HasSubstr("no mistakes")) << "nor anything doubtful";
  EXPECT_EQ(again.exit_code, 0) << again.out;
}

TEST(VerifyCommand, PassesAClientElsewhereThatDoesRight) {
  Serving serving;

  const Ran ran = run({"verify", data("pass.json"), "--admin", serving.admin(), "--ask", ask});

  EXPECT_EQ(ran.exit_code, 0) << ran.out << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("PASS    "));
  EXPECT_THAT(serving.end().out, HasSubstr("journal  0 exchanges")) << "it had a run of its own";
}

TEST(VerifyCommand, FailsAClientElsewhereThatDoesWrong) {
  Serving serving;

  const Ran gave_up =
      run({"verify", data("pass.json"), "--admin", serving.admin() + "/", "--ask", std::string(ask) + "; exit 11"});
  const Ran did_nothing = run({"verify", data("pass.json"), "--admin", serving.admin(), "--ask", "true"});

  EXPECT_EQ(gave_up.exit_code, 1) << gave_up.out << gave_up.err;
  EXPECT_THAT(gave_up.out, HasSubstr("expected ok, got needs_admin"));
  EXPECT_EQ(did_nothing.exit_code, 4) << did_nothing.out;
}

TEST(VerifyCommand, WritesTheReportsThatRunWrites) {
  Serving serving;
  const auto file = std::filesystem::temp_directory_path() / ("gcmock-verify-" + std::to_string(::getpid()) + ".json");

  run({"verify", data("pass.json"), "--admin", serving.admin(), "--ask", ask, "--report", "json=" + file.string()});

  std::ifstream in(file);
  const std::string report{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::filesystem::remove(file);
  EXPECT_THAT(report, AllOf(HasSubstr("\"client\": \"deployed elsewhere\""), HasSubstr("\"passed\": 1"),
                            HasSubstr("tests/cli/data/pass.json")));
}

TEST(VerifyCommand, SaysWhatIsMissing) {
  const Ran nobody = run({"verify", data("pass.json"), "--admin", "http://127.0.0.1:1"});
  const Ran nowhere = run({"verify", data("pass.json"), "--admin", "http://127.0.0.1:1", "--ask", "true"});
  const Ran mistake = run({"verify", data("invalid.json"), "--admin", "http://127.0.0.1:1", "--ask", "true"});

  EXPECT_EQ(nobody.exit_code, 64);
  EXPECT_THAT(nobody.err, HasSubstr("--ask"));
  EXPECT_EQ(nowhere.exit_code, 3);
  EXPECT_THAT(nowhere.err, HasSubstr("cannot be reached"));
  EXPECT_EQ(mistake.exit_code, 2);
}

}  // namespace
}  // namespace gcmock::program
