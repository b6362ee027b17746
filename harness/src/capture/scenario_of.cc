#include "capture/scenario_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "capture/asked.h"
#include "capture/expectations_of.h"
#include "capture/idle_events.h"
#include "capture/json_layout.h"
#include "capture/message_parts.h"
#include "client/form_encoding.h"
#include "gcmock/domain/duration.h"
#include "gcmock/journal/kept_body.h"

namespace gcmock {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t most_remarks_on_strangers = 20;
// Of a body without a Content-Length.
constexpr std::size_t shortest_cut = longest_kept_body - 3;

ordered_json outcome_json(const std::vector<Outcome>& outcomes) {
  if (outcomes.size() == 1) return std::string(to_string(outcomes.front()));
  ordered_json words = ordered_json::array();
  for (const Outcome outcome : outcomes) words.push_back(std::string(to_string(outcome)));
  return words;
}

// Reports show a credential in these brackets: it cannot be asked for again.
bool holds_a_credential(std::string_view text) {
  return text.find("‹") != std::string_view::npos;
}

bool has_a_body(const Exchange& exchange) {
  const std::string length = header_of(exchange.request_headers, "Content-Length");
  return (!length.empty() && length != "0") || !header_of(exchange.request_headers, "Transfer-Encoding").empty();
}

// JSON is UTF-8: what is none can be no string of a scenario.
bool is_utf8(const std::string& text) {
  const std::string written = ordered_json(text).dump(-1, ' ', false, ordered_json::error_handler_t::ignore);
  return ordered_json::parse(written) == ordered_json(text);
}

// The journal cuts what is long.
bool is_whole(const std::string& body, const std::string& length) {
  return length.empty() ? body.size() < shortest_cut : length == std::to_string(body.size());
}

// As it was sent, as far as that matters; none: there was none, or the journal keeps it with credentials hidden, cut,
// or with bytes that no scenario can say.
std::optional<std::string> body_in_journal(const Exchange& exchange) {
  std::string body = form_encode(exchange.request_fields);
  if (body.empty() && is_whole(exchange.request_body, header_of(exchange.request_headers, "Content-Length")))
    body = exchange.request_body;
  if (body.empty() || !is_utf8(body) || holds_a_credential(decode_percent(body))) return std::nullopt;
  return body;
}

// A step in the file: with its comments, or comments alone.
struct Line {
  std::vector<std::string> comments;
  std::optional<ordered_json> step;
};

class StepsWriter {
 public:
  explicit StepsWriter(const Captured& captured)
      : captured_(captured), asked_(asked_of(captured)), idle_(captured.world) {}

  std::string text() {
    auto happening = captured_.happenings.begin();
    auto stranger = asked_.of_nobody.begin();
    for (const StepAsked& asked : asked_.steps) {
      for (; happening != captured_.happenings.end() && happening->after < asked.first(); ++happening) add(*happening);
      for (; stranger != asked_.of_nobody.end() && (*stranger)->seq < asked.first(); ++stranger) add(**stranger);
      add(asked);
    }
    is_behind_ = true;
    for (; happening != captured_.happenings.end(); ++happening) add(*happening);
    for (; stranger != asked_.of_nobody.end(); ++stranger) add(**stranger);
    if (asked_.steps.empty()) add_call_to_begin_with();
    return rendered();
  }

  [[nodiscard]] const std::vector<StepAsked>& known_steps() const { return known_; }

 private:
  void remark(std::string text) { lines_.push_back({{std::move(text)}, std::nullopt}); }

  void add(const Happening& happening) {
    std::visit([&](const auto& what) { add(what); }, happening.what);
  }

  void add(const AdvanceClock& advance) {
    if (advance.by.count() == 0) return;
    ordered_json step = {{"advance_clock", duration_text(advance.by)}};
    if (is_behind_) return remark("and behind all: " + on_one_line(step));
    lines_.push_back({{}, std::move(step)});
  }

  void add(const EventText& event) {
    ordered_json step = ordered_json::parse(event.json, nullptr, false);
    if (!step.is_object()) return remark("an event that is none was left out");
    if (is_behind_) return remark(for_a_comment("and behind all: " + on_one_line(step)));
    if (idle_.is_idle(step)) return remark(for_a_comment("changed nothing: " + on_one_line(step)));
    lines_.push_back({{}, std::move(step)});
  }

  void add(const ChangeMade& change) { remark(for_a_comment("no step says this: " + change.what)); }

  void add(const Exchange& exchange) {
    if (++strangers_ > most_remarks_on_strangers) return;
    remark(for_a_comment(fmt::format("left out: {} {}, answered {}: no org's client asks so", exchange.method,
                                     exchange.path, exchange.status)));
  }

  void add(const StepAsked& asked) {
    Line line;
    ordered_json step = {{"do", std::string(to_string(asked.verb))}, {"org", asked.org.value}};
    bool is_whole = true;
    if (asked.verb == Verb::call) is_whole = add_request(asked, step, line);
    if (asked.user) step["user"] = asked.user->value;
    if (asked.home) step["home"] = asked.home->value;
    if (asked.parallel > 1) step["parallel"] = asked.parallel;
    if (is_whole && !asked.outcomes.empty()) step["outcome"] = outcome_json(asked.outcomes);
    if (!asked.remark.empty()) line.comments.push_back(for_a_comment(asked.remark));
    if (is_whole) known_.push_back(asked);
    if (asked.verb == Verb::call && asked.method != "GET") idle_.note_change_by_a_call();
    line.step = std::move(step);
    lines_.push_back(std::move(line));
  }

  // False: nobody knows all that was asked for.
  bool add_request(const StepAsked& asked, ordered_json& step, Line& line) {
    const ClientCall usual;
    bool is_whole = true;
    std::string target = asked.target;
    if (holds_a_credential(target)) {
      target.resize(target.find('?') == std::string::npos ? 0 : target.find('?'));
      line.comments.emplace_back("its query held a credential and was left out");
      is_whole = false;
    }
    if (target != usual.path && target.starts_with('/')) step["path"] = target;
    if (asked.method != usual.method) step["method"] = asked.method;
    return add_body(*asked.exchanges.back(), *api_request(asked), step, line) && is_whole;
  }

  static const Exchange* api_request(const StepAsked& asked) {
    const auto found =
        std::ranges::find_if(asked.exchanges, [](const Exchange* one) { return one->endpoint != Endpoint::token; });
    return found == asked.exchanges.end() ? asked.exchanges.front() : *found;
  }

  bool add_body(const Exchange& last, const Exchange& first, ordered_json& step, Line& line) {
    if (first.endpoint == Endpoint::token) return true;
    const std::optional<RequestBody> body = body_of(last, first);
    if (!body) {
      if (!has_a_body(first)) return true;
      line.comments.emplace_back("its body was not kept as it was sent: add \"body\" and \"outcome\"");
      return false;
    }
    const ordered_json value = ordered_json::parse(body->text, nullptr, false);
    const bool is_json = !value.is_discarded() && !value.is_string() && value.dump() == body->text;
    step["body"] = is_json ? value : ordered_json(body->text);
    const ClientCall usual;
    if (!body->content_type.empty() && body->content_type != usual.content_type)
      step["content_type"] = body->content_type;
    return true;
  }

  // Whole, and as it was sent.
  std::optional<RequestBody> body_of(const Exchange& last, const Exchange& first) const {
    for (const std::uint64_t seq : {first.seq, last.seq}) {
      if (const auto known = captured_.bodies.find(seq); known != captured_.bodies.end()) return known->second;
    }
    const std::optional<std::string> body = body_in_journal(first);
    if (!body) return std::nullopt;
    return RequestBody{header_of(first.request_headers, "Content-Type"), *body};
  }

  void add_call_to_begin_with() {
    if (captured_.client_settings.empty()) return remark("nothing was asked, and no org's client could be");
    const OrgName& org = captured_.client_settings.begin()->first;
    lines_.push_back({{"nothing was asked of a client; this is to begin with"},
                      ordered_json{{"do", "call"}, {"org", org.value}, {"outcome", {"ok", "needs_user"}}}});
  }

  std::string rendered() const {
    std::size_t steps =
        static_cast<std::size_t>(std::ranges::count_if(lines_, [](const Line& line) { return line.step.has_value(); }));
    std::string text;
    for (const Line& line : lines_) {
      for (const std::string& comment : line.comments) text += "    // " + comment + "\n";
      if (!line.step) continue;
      text += "    " + laid_out(*line.step, 4) + (--steps == 0 ? "\n" : ",\n");
    }
    if (strangers_ > most_remarks_on_strangers)
      text += fmt::format("    // and {} more requests that no org's client makes\n",
                          strangers_ - most_remarks_on_strangers);
    return text;
  }

  const Captured& captured_;
  const AskedOfClient asked_;
  IdleEvents idle_;
  std::vector<Line> lines_;
  std::vector<StepAsked> known_;  // of which all is known that they asked for
  std::size_t strangers_ = 0;
  bool is_behind_ = false;  // the last call was asked
};

std::string member(std::string_view key, const ordered_json& value) {
  return fmt::format("  {}: {},\n", ordered_json(key).dump(), laid_out(value, 2));
}

std::string carried_texts(const Captured& captured, bool behind_steps) {
  std::string text;
  for (const auto& [key, json] : captured.carried) {
    const bool stands_behind = key == "script" || key == "waivers";
    const ordered_json value = ordered_json::parse(json, nullptr, false);
    if (stands_behind == behind_steps && !value.is_discarded()) text += member(key, value);
  }
  return text;
}

}  // namespace

std::string scenario_of(const Captured& captured) {
  StepsWriter steps(captured);
  const std::string steps_text = steps.text();
  std::string text;
  for (const std::string& remark : captured.remarks) text += "// " + for_a_comment(remark) + "\n";
  text += "{\n";
  if (!captured.schema_file.empty()) text += member("$schema", captured.schema_file);
  text += member("title", captured.title.empty() ? "Captured" : captured.title);
  if (!captured.source.empty()) text += member("source", captured.source);
  if (!captured.tags.empty()) text += member("tags", captured.tags);
  text += member("world", captured.world_file);
  text += carried_texts(captured, false);
  text += "  \"steps\": [\n" + steps_text + "  ],\n";
  text += carried_texts(captured, true);
  if (const ordered_json expect = expectations_of(steps.known_steps()); !expect.is_null())
    text += member("expect", expect);
  text.erase(text.rfind(','), 1);
  return text + "}\n";
}

}  // namespace gcmock
