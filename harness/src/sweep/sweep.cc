#include "sweep/sweep.h"

#include <chrono>
#include <utility>
#include <variant>

#include "client/http_exchange.h"
#include "gcmock/error.h"
#include "gcmock/mock_server.h"
#include "sweep/probes.h"
#include "sweep/sweep_world.h"

namespace gcmock {
namespace {

constexpr std::chrono::seconds patience{10};

std::string send(const MockServer& server, const ProbeRequest& request, const std::string& target) {
  SentRequest sent;
  sent.method = request.method;
  sent.url = server.base_url() + target;
  if (!request.authorization.empty()) sent.headers.emplace_back("Authorization", request.authorization);
  sent.content_type = request.content_type;
  sent.body = request.body;
  const HttpResult result = gcmock::exchange(sent, std::chrono::steady_clock::now() + patience);
  const auto* answer = std::get_if<ReceivedAnswer>(&result);
  if (answer == nullptr) throw Error("the mock did not answer " + request.method + " " + target);
  return answer->body;
}

/// The text of a member of an answer that has it once.
std::string member_of(const std::string& body, const std::string& name) {
  const std::string key = "\"" + name + "\":\"";
  const auto begin = body.find(key);
  if (begin == std::string::npos) return {};
  return body.substr(begin + key.size(), body.find('"', begin + key.size()) - begin - key.size());
}

/// "{name}" in the target becomes what the answer before has there.
std::string filled_in(std::string target, const std::string& answer_before) {
  const auto open = target.find('{');
  const auto close = target.find('}');
  if (open == std::string::npos || close == std::string::npos) return target;
  const auto value = member_of(answer_before, target.substr(open + 1, close - open - 1));
  return target.replace(open, close - open + 1, value.empty() ? std::string(swept::nobodys_id) : value);
}

Probed ask_alone(const Probe& probe) {
  const MockServer server(sweep_world());
  std::string before;
  for (const auto& request : probe.before) before = send(server, request, request.target);
  auto body = send(server, probe.request, filled_in(probe.request.target, before));
  return {probe, server.journal().back(), std::move(body)};
}

std::vector<Probed> ask_together(const std::vector<Probe>& probes) {
  const MockServer server(sweep_world());
  std::vector<Probed> answers;
  for (const auto& probe : probes) answers.push_back({probe, {}, send(server, probe.request, probe.request.target)});
  auto journal = server.journal();
  for (std::size_t i = 0; i < answers.size(); ++i) answers[i].exchange = std::move(journal.at(i));
  return answers;
}

}  // namespace

std::vector<Probed> sweep() {
  std::vector<Probe> together;
  std::vector<Probed> answers;
  for (auto& probe : all_probes()) {
    if (probe.server == Probe::Server::of_its_own) {
      answers.push_back(ask_alone(probe));
    } else {
      together.push_back(std::move(probe));
    }
  }
  for (auto& answer : ask_together(together)) answers.push_back(std::move(answer));
  return answers;
}

}  // namespace gcmock
