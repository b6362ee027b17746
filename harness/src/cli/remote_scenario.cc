#include "cli/remote_scenario.h"

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/surroundings.h"
#include "cli/touched.h"
#include "client/http_exchange.h"
#include "gcmock/error.h"
#include "report/json_report.h"
#include "report/json_report_reader.h"

namespace gcmock {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

constexpr std::chrono::seconds patience{10};  // with one answer of the API

/// The deepest folder that all of them lie in.
fs::path common_folder(const std::set<std::string>& files) {
  fs::path common = fs::path(*files.begin()).parent_path();
  for (const std::string& file : files) {
    while (!file.starts_with((common / "").string())) common = common.parent_path();
  }
  return common;
}

json bundle_of(const std::string& scenario_file, std::uint64_t seed) {
  const std::set<std::string> files = files_behind(scenario_file);
  const fs::path folder = common_folder(files);
  json texts = json::object();
  for (const std::string& file : files) texts[fs::path(file).lexically_relative(folder).string()] = text_of_file(file);
  const fs::path main = fs::absolute(scenario_file).lexically_normal().lexically_relative(folder);
  return {{"scenario", main.string()}, {"files", texts}, {"seed", seed}};
}

class AdminClient {
 public:
  explicit AdminClient(AdminAccess access) : access_(std::move(access)) {}

  json ask(const std::string& method, const std::string& path, const json& body = nullptr) const {
    SentRequest request;
    request.method = method;
    request.url = access_.address + path;
    if (!access_.token.empty()) request.headers.emplace_back("Authorization", "Bearer " + access_.token);
    if (method == "POST") {
      request.content_type = "application/json";
      request.body = body.is_null() ? "{}" : body.dump(-1, ' ', false, json::error_handler_t::replace);
    }
    const HttpResult result = gcmock::exchange(request, deadline_in(patience));
    const auto* answer = std::get_if<ReceivedAnswer>(&result);
    if (answer == nullptr) throw Error(access_.address + ": the admin API of gcmock serve cannot be reached there");
    if (answer->status == 204) return nullptr;
    json told = json::parse(answer->body, nullptr, false);
    if (answer->status >= 200 && answer->status < 300 && !told.is_discarded()) return told;
    throw Error(fmt::format("{}: {} {} was answered {}: {}", access_.address, method, path, answer->status, why(told)));
  }

 private:
  static std::string why(const json& problem) {
    if (!problem.is_object() || !problem.contains("detail")) return "this is no admin API of gcmock";
    std::string text = problem["detail"].get<std::string>();
    for (const json& diagnostic : problem.value("diagnostics", json::array())) {
      text += fmt::format("\n  {}:{}: {}", diagnostic["place"].value("file", ""), diagnostic["place"].value("line", 0),
                          diagnostic.value("what", ""));
    }
    return text;
  }

  const AdminAccess access_;
};

/// Ended when this is gone.
class RemoteRun {
 public:
  RemoteRun(const AdminClient& client, const json& bundle)
      : client_(client), path_("/v1/runs/" + client.ask("POST", "/v1/runs", bundle).at("id").get<std::string>()) {}
  ~RemoteRun() {
    try {
      client_.ask("DELETE", path_);
    } catch (const std::exception&) {  // the service is gone, and the run with it
    }
  }
  RemoteRun(const RemoteRun&) = delete;
  RemoteRun& operator=(const RemoteRun&) = delete;

  [[nodiscard]] json ask(const std::string& method, const std::string& rest, const json& body = nullptr) const {
    return client_.ask(method, path_ + rest, body);
  }

 private:
  const AdminClient& client_;
  const std::string path_;
};

const json* next_step(const json& run) {
  for (const json& step : run.at("steps")) {
    if (step.at("state") == "next") return &step;
  }
  return nullptr;
}

CallToMake call_to_make(const json& step, const json& environment) {
  CallToMake call{step.at("what").get<std::string>(), {}};
  for (const auto& [name, value] : environment.items()) call.variables.emplace_back(name, value.get<std::string>());
  const json& asked = step.at("call");
  call.variables.emplace_back("GCMOCK_VERB", asked.at("do").get<std::string>());
  call.variables.emplace_back("GCMOCK_ORG", asked.at("org").get<std::string>());
  call.variables.emplace_back("GCMOCK_METHOD", asked.at("method").get<std::string>());
  call.variables.emplace_back("GCMOCK_PATH", asked.at("path").get<std::string>());
  call.variables.emplace_back("GCMOCK_PARALLEL", std::to_string(asked.at("parallel").get<int>()));
  call.variables.emplace_back("GCMOCK_BODY", asked.value("body", ""));
  return call;
}

/// Read as a report of one scenario is.
ScenarioResult result_from(const json& entry, const std::string& scenario_file) {
  json report = json::parse(json_report(RunResult{}));
  report["scenarios"] = json::array({entry});
  return read_json_report(report.dump(), "the verdict on " + scenario_file).scenarios.at(0);
}

}  // namespace

ScenarioResult verify_elsewhere(const std::string& scenario_file, const AdminAccess& admin, std::uint64_t seed,
                                const MakeCall& make_call) {
  const AdminClient client(admin);
  try {
    const RemoteRun run(client, bundle_of(scenario_file, seed));
    const json environment = run.ask("GET", "/environment");
    json state = run.ask("GET", "");
    while (const json* step = next_step(state)) {
      const CallMade made = make_call(call_to_make(*step, environment));
      json said = {{"detail", made.detail}};
      if (made.outcome) said["outcome"] = std::string(to_string(*made.outcome));
      state = run.ask("POST", "/steps", said);
    }
    return result_from(run.ask("POST", "/finish").at("result"), scenario_file);
  } catch (const json::exception& error) {
    throw Error(admin.address + ": its admin API does not answer as this gcmock knows it: " + error.what());
  }
}

}  // namespace gcmock
