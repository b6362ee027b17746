// For tests: an admin API over a served world or scenario, asked without a socket; and a client of what it serves.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "serving/admin_service.h"

namespace gcmock {

class AdminApiTest : public testing::Test {
 protected:
  using json = nlohmann::json;

  static std::string path_of(const std::string& file) { return std::string(GCMOCK_SOURCE_DIR) + '/' + file; }

  /// A world or a scenario.
  void serve(const std::string& file) {
    LoadedRun loaded = load_run(path_of(file), 1);
    ASSERT_TRUE(loaded.source);
    loaded.source->id = "served";
    runs_.add(std::make_shared<ServedRun>(*std::move(loaded.source)));
  }

  /// What is answered at once, or by now.
  ServiceAnswer answer_to(const std::string& method, const std::string& target, const std::string& body = "",
                          std::vector<std::pair<std::string, std::string>> headers = {}) {
    ServiceRequest request;
    request.method = method;
    request.target = target;
    const auto question = target.find('?');
    request.path = target.substr(0, question);
    for (auto at = question; at != std::string::npos;) {
      const auto end = target.find('&', at + 1);
      const std::string pair = target.substr(at + 1, end == std::string::npos ? end : end - at - 1);
      request.parameters.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
      at = end;
    }
    request.headers = std::move(headers);
    if (request.header("Host") == nullptr) request.headers.emplace_back("Host", "127.0.0.1:1");
    if (request.header("Content-Type") == nullptr) request.headers.emplace_back("Content-Type", "application/json");
    request.body = body;
    reply_ = service_->handle(std::move(request), [this] { ++rings_; });
    ServiceAnswer answer;
    if (auto* whole = std::get_if<ServiceAnswer>(&reply_)) answer = *whole;
    if (auto* pending = std::get_if<std::unique_ptr<PendingAnswer>>(&reply_)) {
      if (!(*pending)->take(answer)) answer.status = 0;
    }
    if (auto* streamed = std::get_if<StreamedAnswer>(&reply_)) {
      answer = streamed->head;
      answer.body += streamed->source->take();
    }
    return answer;
  }
  json ask(const std::string& method, const std::string& target, const std::string& body = "") {
    return json::parse(answer_to(method, target, body).body);
  }
  json in_run(const std::string& method, const std::string& rest, const std::string& body = "") {
    return ask(method, "/v1/runs/served" + rest, body);
  }

  /// The reference client, as it is told by `run`.
  static std::unique_ptr<ClientUnderTest> client_of(ServedRun& run) {
    auto client = make_client_factory(built_in_profile())();
    client->start(run.environment());
    return client;
  }
  Outcome call(ClientUnderTest& client, const std::string& org) {
    ClientCall call;
    call.org = OrgName(org);
    const ClientAnswer answer = client.perform(call, std::chrono::seconds(10));
    return std::holds_alternative<ClientReply>(answer) ? std::get<ClientReply>(answer).outcome : Outcome::failed;
  }

  std::shared_ptr<ServedRun> served() { return runs_.find("served"); }
  void want_token(const std::string& token) {
    service_ = std::make_unique<AdminService>(runs_, AdminOptions{"1", token});
  }

  ServedRuns runs_{{}};
  std::unique_ptr<AdminService> service_ = std::make_unique<AdminService>(runs_, AdminOptions{"1", ""});
  ServiceReply reply_;
  std::atomic<int> rings_ = 0;
};

}  // namespace gcmock
