#include "serving/served_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "capture/scenario_of.h"
#include "explain/explain.h"
#include "gcmock/domain/duration.h"
#include "gcmock/mock_server.h"
#include "report/explanation_json.h"
#include "report/journal_json.h"
#include "report/scenario_json.h"
#include "run/environment.h"
#include "scenario/event_text.h"
#include "scenario/json_document.h"
#include "serving/json_text.h"
#include "serving/world_view.h"

namespace gcmock {
namespace {

using json = nlohmann::ordered_json;

std::string_view to_string(RunKind kind) {
  return kind == RunKind::world ? "world" : "scenario";
}

std::string_view state_of(const StepResult& step, bool is_next) {
  if (step.run) return "done";
  return is_next ? "next" : "waiting";
}

/// Of each member of an event what may be said, as far as the world knows it.
std::string_view kind_of(std::string_view member) {
  if (member == "org" || member == "client" || member == "user" || member == "token") return member;
  if (member == "scopes" || member == "roles") return "texts";
  if (member == "requests") return "number";
  if (member == "window") return "duration";
  return "word";
}

json names_of_orgs(const World& world) {
  json names = json::array();
  for (const auto& [name, org] : world.orgs) names.push_back(name.value);
  return names;
}

/// The JSON value that begins at this place of its file. Empty where the file is not as it was.
std::string json_at(const SourcePlace& place) {
  const ParsedFile parsed = parse_file(place.file);
  if (!parsed.json) return {};
  const JsonMember* steps = parsed.json->find("steps");
  if (steps == nullptr) return {};
  for (const JsonValue& step : steps->value.items) {
    if (step.spot.place() == place) return to_json(step);
  }
  return {};
}

/// The file that states the scenario's world.
std::string world_file_of(const Scenario& scenario) {
  const auto origin = scenario.places.find("/orgs");
  return origin && origin->stated ? origin->stated->file : std::string{};
}

}  // namespace

ServedRun::ServedRun(RunSource source)
    : id_(std::move(source.id)),
      kind_(source.kind),
      seed_(source.options.seed),
      files_(std::move(source.files)),
      run_(std::move(source.scenario), std::move(source.options), std::move(source.server)) {
  watch();
  note_first_steps();
}

ServedRun::~ServedRun() {
  run_.server().when_something_happens({});
}

void ServedRun::watch() {
  run_.server().when_something_happens([this] { watchers_.tell(); });
}

void ServedRun::note(What what, std::uint64_t number) {
  happenings_.push_back({what, number});
}

void ServedRun::note_jump(std::chrono::milliseconds by) {
  jumps_.push_back({by, run_.server().now()});
  between_.push_back({exchanges_seen_, AdvanceClock{by}});
  note(What::clock, jumps_.size() - 1);
}

/// A step that was taken and is no call.
void ServedRun::note_step(std::size_t index) {
  const Step& step = run_.scenario().steps[index];
  if (const auto* advance = std::get_if<AdvanceClock>(&step.what)) note_jump(advance->by);
  if (std::holds_alternative<WorldEvent>(step.what)) {
    between_.push_back({exchanges_seen_, EventText{json_at(step.place)}});
  }
}

/// Those that are no calls and stand before the first call were taken when the run began.
void ServedRun::note_first_steps() {
  const std::size_t end = run_.next_call().value_or(run_.steps().size());
  for (std::size_t i = 0; i < end; ++i) note_step(i);
}

/// Takes down what the server has done since the last time. Deliveries are looked up, exchange by exchange, until each
/// is known.
void ServedRun::catch_up() {
  MockServer& server = run_.server();
  const std::vector<ChangeBetween> changes = server.changes();
  const std::size_t size = server.journal_size();
  while (exchanges_seen_ < size || changes_seen_ < changes.size()) {
    const bool change_is_next = changes_seen_ < changes.size() && changes[changes_seen_].after <= exchanges_seen_;
    if (change_is_next) {
      note(What::change, changes_seen_++);
    } else if (exchanges_seen_ < size) {
      note(What::exchange, ++exchanges_seen_);
      undelivered_.push_back(exchanges_seen_);
    } else {
      break;  // a change behind exchanges that came just now: the next time
    }
  }
  std::erase_if(undelivered_, [&](std::uint64_t seq) {
    const std::vector<Exchange> found = server.journal_after(seq - 1, 1);
    if (found.empty() || found.front().delivery.state == DeliveryState::pending) return false;
    note(What::delivery, seq);
    return true;
  });
}

json ServedRun::described() const {
  const Scenario& scenario = run_.scenario();
  const MockServer& server = run_.server();
  json steps = json::array();
  const auto next = run_.next_call();
  for (std::size_t i = 0; i < run_.steps().size(); ++i) {
    const StepResult& step = run_.steps()[i];
    const auto* call = std::get_if<PerformCall>(&scenario.steps[i].what);
    json entry = {{"what", step.what},
                  {"is_call", call != nullptr},
                  {"state", state_of(step, next == i && !status_)},
                  {"outcome", step.got ? json(to_string(*step.got)) : json(nullptr)},
                  {"failed", step.failed}};
    if (call != nullptr) {
      entry["call"] = {{"do", to_string(call->call.verb)},
                       {"org", call->call.org.value},
                       {"method", call->call.method},
                       {"path", call->call.path},
                       {"parallel", call->call.parallel}};
      if (call->call.body) {
        entry["call"]["body"] = *call->call.body;
        entry["call"]["content_type"] = call->call.content_type;
      }
    }
    steps.push_back(std::move(entry));
  }
  return {{"id", id_},
          {"file", shown(scenario.file)},
          {"title", shown(scenario.title)},
          {"kind", to_string(kind_)},
          {"state", status_ ? "finished" : "open"},
          {"status", status_ ? json(to_string(*status_)) : json(nullptr)},
          {"seed", seed_},
          {"dialect", to_string(scenario.world.dialect)},
          {"login_url", server.login_url()},
          {"api_url", server.api_url()},
          {"ca_certificate", server.ca_certificate()},
          {"exchanges", server.journal_size()},
          {"now", rfc3339(server.now())},
          {"steps", steps}};
}

bool ServedRun::has_port(int port) {
  const std::lock_guard lock(mutex_);
  return run_.server().port() == port || run_.server().api_port() == port;
}

json ServedRun::description() {
  const std::lock_guard lock(mutex_);
  return described();
}

std::size_t ServedRun::journal_size() {
  const std::lock_guard lock(mutex_);
  return run_.server().journal_size();
}

std::vector<Exchange> ServedRun::journal() {
  const std::lock_guard lock(mutex_);
  return run_.server().journal();
}

json ServedRun::exchanges_after(std::uint64_t seq, std::size_t at_most) {
  const std::lock_guard lock(mutex_);
  json exchanges = json::array();
  std::uint64_t last = seq;
  for (const Exchange& exchange : run_.server().journal_after(seq, at_most)) {
    exchanges.push_back(journal_entry(exchange));
    last = exchange.seq;
  }
  return {{"exchanges", exchanges}, {"last", last}};
}

std::optional<json> ServedRun::exchange(std::uint64_t seq) {
  const std::lock_guard lock(mutex_);
  if (seq == 0) return std::nullopt;
  const MockServer& server = run_.server();
  const std::vector<Exchange> found = server.journal_after(seq - 1, 1);
  if (found.empty()) return std::nullopt;
  json told = {{"exchange", journal_entry(found.front())}, {"explanation", nullptr}};
  if (found.front().refusal) {
    told["explanation"] =
        explanation_entry(explain(run_.scenario(), found.front(), server.journal_after(0, seq), server.changes()));
  }
  return json::parse(shown(sent_text(told)));
}

json ServedRun::clock() {
  const std::lock_guard lock(mutex_);
  return {{"now", rfc3339(run_.server().now())},
          {"time", run_.clock().time == DomainTime::frozen ? "frozen" : "follows_real_time"}};
}

json ServedRun::world() {
  const std::lock_guard lock(mutex_);
  const MockServer& server = run_.server();
  return world_view(server.world(), server.ledger(), server.now());
}

ClientEnvironment ServedRun::environment() {
  const std::lock_guard lock(mutex_);
  return environment_of(run_.scenario(), run_.server());
}

ServerAddresses ServedRun::addresses() {
  const std::lock_guard lock(mutex_);
  const MockServer& server = run_.server();
  return {server.base_url(), server.login_url(), server.api_url(), server.ca_certificate()};
}

json ServedRun::event_forms() {
  const std::lock_guard lock(mutex_);
  const json orgs = names_of_orgs(run_.scenario().world);
  json events = json::array();
  for (const EventForm& form : gcmock::event_forms()) {
    json members = json::array();
    for (const EventForm::Member& member : form.members) {
      json entry = {{"name", member.name}, {"required", member.is_required}, {"kind", kind_of(member.name)}};
      if (!member.words.empty()) entry["one_of"] = member.words;
      if (member.name == "org") entry["one_of"] = orgs;
      members.push_back(std::move(entry));
    }
    events.push_back({{"name", form.name}, {"title", form.title}, {"members", members}});
  }
  return {{"events", events}};
}

void ServedRun::advance_clock(std::chrono::milliseconds by) {
  {
    const std::lock_guard lock(mutex_);
    catch_up();
    run_.server().advance_clock(by);
    note_jump(by);
  }
  watchers_.tell();
}

std::variant<json, std::vector<Diagnostic>> ServedRun::change(const std::string& event) {
  const std::lock_guard lock(mutex_);
  ReadEvent read = read_event_text(event, run_.server().world(), seed_, events_said_);
  if (!read.change) return std::move(read.diagnostics);
  run_.server().change(*read.change);  // which tells the watchers
  const ChangeBetween made = run_.server().changes().back();
  ++events_said_;
  between_.push_back({made.after, EventText{event}});
  return json{{"after", made.after}, {"what", made.made.what}, {"place", made.made.place}};
}

bool ServedRun::call_made(std::optional<Outcome> outcome, const std::string& detail) {
  {
    const std::lock_guard lock(mutex_);
    catch_up();
    const std::size_t before = run_.next_call().value_or(run_.steps().size());
    if (status_ || !run_.call_made(outcome, detail)) return false;
    const std::size_t after = run_.next_call().value_or(run_.steps().size());
    for (std::size_t i = before; i < after; ++i) note_step(i);
    note(What::run, 0);
  }
  watchers_.tell();
  return true;
}

void ServedRun::reset() {
  {
    const std::lock_guard lock(mutex_);
    run_.server().when_something_happens({});
    run_.reset();
    watch();
    status_.reset();
    ++generation_;
    happenings_.clear();
    undelivered_.clear();
    jumps_.clear();
    between_.clear();
    events_said_ = 0;
    exchanges_seen_ = 0;
    changes_seen_ = 0;
    note(What::reset, 0);
    note_first_steps();
    note(What::run, 0);
  }
  watchers_.tell();
}

void ServedRun::finish() {
  {
    const std::lock_guard lock(mutex_);
    if (status_) return;
    run_.finish();
    status_ = run_.judged().status;
    catch_up();
    note(What::run, 0);
  }
  watchers_.tell();
}

bool ServedRun::is_delivered() {
  const std::lock_guard lock(mutex_);
  return run_.server().wait_until_delivered(std::chrono::milliseconds(0));
}

json ServedRun::verdict() {
  const std::lock_guard lock(mutex_);
  const ScenarioResult result = run_.judged();
  if (status_) status_ = result.status;  // more may have been delivered since
  const json told = {{"status", to_string(result.status)}, {"result", scenario_entry(result)}};
  return json::parse(shown(sent_text(told)));
}

std::string ServedRun::as_scenario(const std::string& title, const std::string& file) {
  const std::lock_guard lock(mutex_);
  const Scenario& scenario = run_.scenario();
  Captured captured;
  captured.journal = run_.server().journal();
  captured.happenings = between_;
  captured.world = scenario.world;
  captured.client_settings = scenario.client_settings;
  captured.title = title;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  const std::string world = kind_ == RunKind::world ? scenario.file : world_file_of(scenario);
  captured.world_file = std::filesystem::path(shown(world)).lexically_proximate(folder).string();
  if (kind_ == RunKind::scenario) captured.carried = carried_members(parse_file(scenario.file));
  return scenario_of(captured);
}

void ServedRun::close() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  watchers_.tell();
}

bool ServedRun::is_closed() {
  const std::lock_guard lock(mutex_);
  return is_closed_;
}

std::string ServedRun::events_since(Bookmark& bookmark) {
  constexpr std::size_t at_once = 200;  // the rest comes when these are out
  const std::lock_guard lock(mutex_);
  catch_up();
  if (bookmark.generation != generation_) bookmark = {generation_, 0};
  std::string text;
  const std::size_t end = std::min(happenings_.size(), bookmark.next + at_once);
  for (; bookmark.next < end; ++bookmark.next) {
    text += fmt::format("id: {}.{}\n{}\n", generation_, bookmark.next + 1, event_text(happenings_[bookmark.next]));
  }
  return text;
}

std::string ServedRun::event_text(const Happening& happening) const {
  const MockServer& server = run_.server();
  const auto event = [](std::string_view name, const json& data) {
    return fmt::format("event: {}\ndata: {}\n", name, sent_text(data));
  };
  switch (happening.what) {
    case What::exchange: {
      const auto found = server.journal_after(happening.number - 1, 1);
      return event("exchange", found.empty() ? json() : journal_entry(found.front()));
    }
    case What::delivery: {
      const auto found = server.journal_after(happening.number - 1, 1);
      return event("delivery", {{"seq", happening.number},
                                {"delivery", found.empty() ? json() : delivery_entry(found.front().delivery)}});
    }
    case What::change: {
      const ChangeBetween change = server.changes().at(happening.number);
      return event("change", {{"after", change.after}, {"what", change.made.what}, {"place", change.made.place}});
    }
    case What::clock:
      return event("clock", {{"now", rfc3339(jumps_.at(happening.number).now)},
                             {"by_ms", jumps_.at(happening.number).by.count()}});
    case What::run:
      return event("run", described());
    case What::reset:
      return event("reset", json::object());
  }
  return {};
}

/// Files that were sent are shown by the names that they were sent under.
std::string ServedRun::shown(std::string text) const {
  if (files_ == nullptr) return text;
  const std::string folder = files_->path() + '/';
  for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) text.erase(at, folder.size());
  return text;
}

}  // namespace gcmock
