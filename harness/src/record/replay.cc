#include "record/replay.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <utility>

#include "client/form_encoding.h"
#include "gcmock/error.h"
#include "gcmock/offline_mock.h"
#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

using nlohmann::ordered_json;

// A scenario whose steps are what happens, for the loader to read.
std::string skeleton(const WorldDraft& draft) {
  ordered_json json = {{"title", "draft"}, {"world", "world.json"}};
  for (const auto& [key, text] : members_of(draft)) json[key] = ordered_json::parse(text);
  json["steps"] = ordered_json::array();
  for (const Happening& happening : draft.happenings)
    json["steps"].push_back(ordered_json::parse(std::get<EventText>(happening.what).json));
  json["steps"].push_back({{"do", "call"}, {"org", draft.orgs.begin()->first}});
  return json.dump();
}

void write(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  if (!(out << text << std::flush)) throw Error("cannot write " + file);
}

// What a recorded request is in the draft's world.
class Translation {
 public:
  Translation(const WorldDraft& draft, const Scenario& scenario)
      : draft_(draft), scenario_(scenario), credentials_(credentials_of(scenario.world)) {}

  OfflineRequest request(const Overheard& heard, const std::string& org) const {
    OfflineRequest request{heard.exchange->method, heard.exchange->target, {}, heard.exchange->body};
    const std::string content_type = header_of(heard.exchange->headers, "Content-Type");
    if (!content_type.empty()) request.headers.emplace_back("Content-Type", content_type);
    if (!request.body.empty()) request.headers.emplace_back("Content-Length", std::to_string(request.body.size()));
    if (!heard.bearer.empty()) request.headers.emplace_back("Authorization", "Bearer " + token(heard.bearer));
    if (heard.kind == Overheard::Kind::login) request.target = heard.path + "?" + form_encode(login(heard, org));
    if (heard.kind == Overheard::Kind::grant) present(heard, org, request);
    return request;
  }

  void learn(const Overheard& heard, const Exchange& exchange) {
    for (const Fingerprint& issued : exchange.issued) {
      const std::string value = SeededIds(1).credential(issued.kind, issued.label);
      if (issued.kind == CredentialKind::access_token) learned_[heard.access_token] = value;
      if (issued.kind == CredentialKind::refresh_token) learned_[heard.refresh_token] = value;
      if (issued.kind == CredentialKind::authorization_code) learned_[heard.code] = value;
    }
    learned_.erase("");
  }

 private:
  [[nodiscard]] std::string token(const std::string& recorded) const {
    if (const auto known = learned_.find(recorded); known != learned_.end()) return known->second;
    const auto name = draft_.names.find(recorded);
    const auto value = name == draft_.names.end() ? credentials_.end() : credentials_.find(name->second);
    return value == credentials_.end() ? "a-token-that-nobody-knows" : value->second;
  }

  [[nodiscard]] std::string secret(const Overheard& heard, const std::string& org) const {
    const auto first = draft_.first_secrets.find(org);
    const auto told = scenario_.client_settings.find(OrgName(org));
    const bool is_first = first != draft_.first_secrets.end() && first->second == heard.secret;
    if (is_first && told != scenario_.client_settings.end() && told->second.client_id == heard.client_id)
      return told->second.client_secret;
    return "not-the-secret-either";
  }

  void present(const Overheard& heard, const std::string& org, OfflineRequest& request) const {
    const bool is_basic = basic_of(header_of(heard.exchange->headers, "Authorization")).has_value();
    if (is_basic) {
      request.headers.emplace_back(
          "Authorization", "Basic " + base64(form_encode(heard.client_id) + ":" + form_encode(secret(heard, org))));
    }
    NameValues fields = heard.fields;
    for (auto& [name, value] : fields) {
      if (name == "refresh_token" || name == "code" || name == "assertion") value = token(value);
      if (name == "client_secret") value = secret(heard, org);
      if (name == "orgName") value = org;
    }
    request.body = form_encode(fields);
    std::erase_if(request.headers, [](const auto& header) { return header.first == "Content-Length"; });
    request.headers.emplace_back("Content-Length", std::to_string(request.body.size()));
  }

  // Who logs in is told by what came of it.
  static NameValues login(const Overheard& heard, const std::string& org) {
    NameValues fields = heard.fields;
    std::erase_if(fields, [](const auto& field) {
      return field.first == "login_hint" || field.first == "org" || field.first == "orgName" ||
             field.first == "target" || field.first == "provider";
    });
    if (!org.empty()) fields.emplace_back("login_hint", org);
    return fields;
  }

  const WorldDraft& draft_;
  const Scenario& scenario_;
  const NamedCredentials credentials_;
  std::map<std::string, std::string> learned_;  // issued while replaying, by what was recorded
};

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool ends_connection(const Rule& rule) {
  return std::ranges::any_of(rule.actions, [](const Action& action) { return std::holds_alternative<Cut>(action); });
}

}  // namespace

Replay::Replay(const std::vector<Overheard>& traffic, const OrgsOfTraffic& orgs, std::string folder)
    : traffic_(traffic), orgs_(orgs), folder_(std::move(folder)) {}

std::optional<Scenario> Replay::load(const WorldDraft& draft) const {
  write(folder_ + "/world.json", world_text(draft, ""));
  write(folder_ + "/draft.json", skeleton(draft));
  return load_scenario(folder_ + "/draft.json").scenario;
}

std::optional<Replayed> Replay::run(const WorldDraft& draft, std::size_t count) const {
  std::optional<Scenario> scenario = load(draft);
  if (!scenario) return std::nullopt;
  OfflineMock mock(scenario->world, scenario->script);
  Translation translation(draft, *scenario);
  std::vector<Exchange> journal;
  std::size_t happened = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (; happened < draft.happenings.size() && draft.happenings[happened].after <= i; ++happened)
      mock.change(std::get<WorldEvent>(scenario->steps[happened].what).change);
    journal.push_back(mock.ask(translation.request(traffic_[i], orgs_.of[i])));
    translation.learn(traffic_[i], journal.back());
  }
  return Replayed{std::move(*scenario), std::move(journal)};
}

bool Replay::is_same(const Replayed& replayed, std::size_t index) const {
  const Exchange& exchange = replayed.journal[index];
  const RecordedExchange& recorded = *traffic_[index].exchange;
  if (recorded.came != AnswerPart::all) {
    const bool is_lost = exchange.rule && ends_connection(replayed.scenario.script.rules[exchange.rule->index]);
    return is_lost && (recorded.came == AnswerPart::none || exchange.status == recorded.status);
  }
  if (traffic_[index].spoilt != SpoiltGrant::no && exchange.author != Author::script) return false;
  const auto wait = number_in(header_of(recorded.answer_headers, "Retry-After"));
  const bool waits_alike = !wait || (exchange.retry_after && exchange.retry_after->count() == *wait);
  return exchange.status == recorded.status && exchange.error_code == traffic_[index].error && waits_alike;
}

}  // namespace gcmock
