// Reading of actions that shape the delivery, what comes after it, and time.
#include <fmt/format.h>

#include <utility>

#include "scenario/action_readers.h"
#include "scenario/action_words.h"
#include "scenario/times.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

constexpr int most_bytes = 1'000'000;

std::optional<milliseconds> positive_time(const JsonValue& value) {
  const auto read = value.is(JsonValue::Kind::string) ? duration_from(value.text) : std::nullopt;
  return read && read->count() > 0 ? read : std::nullopt;
}

UniformTime read_uniform(const Fields& fields, Mistakes& mistakes) {
  const auto items = fields.items("uniform");
  const auto least = items.size() == 2 ? positive_time(items[0]) : std::nullopt;
  const auto most = items.size() == 2 ? positive_time(items[1]) : std::nullopt;
  if (least && most && *least <= *most) return {*least, *most};
  const JsonMember* found = fields.member("uniform");
  if (found->value.is(JsonValue::Kind::array)) {
    mistakes.add({"GC206", found->value.spot, "\"uniform\" must be two durations, the shorter one first",
                  R"(["100ms", "300ms"])"});
  }
  return {};
}

LognormalTime read_lognormal(const JsonValue& value, Mistakes& mistakes) {
  constexpr double widest = 5;
  const Fields fields(value, shapes::lognormal, mistakes);
  LognormalTime time;
  time.median = fields.duration("median", Span::positive).value_or(milliseconds(1));
  time.sigma = fields.number("sigma", 0, widest).value_or(0);
  time.at_most = fields.duration("at_most", Span::positive);
  if (time.at_most && *time.at_most < time.median) {
    fields.wrong("at_most", "GC401", "\"at_most\" is less than the median", "a longer time, or none");
  }
  return time;
}

Delay read_drawn_delay(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::drawn_time, mistakes);
  if (fields.has("uniform") == fields.has("lognormal")) {
    mistakes.add(
        {"GC208", value.spot, "this says no delay, or two of them",
         R"(one of { "uniform": ["100ms", "300ms"] } and { "lognormal": { "median": "200ms", "sigma": 0.5 } })"});
    return {};
  }
  if (fields.has("uniform")) return {read_uniform(fields, mistakes)};
  return {read_lognormal(fields.member("lognormal")->value, mistakes)};
}

}  // namespace

Action read_delay(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::delay, mistakes);
  const JsonMember* found = fields.member("delay");
  if (found->value.is(JsonValue::Kind::object)) return read_drawn_delay(found->value, mistakes);
  return Delay{fields.duration("delay", Span::positive).value_or(milliseconds(0))};
}

Action read_drip(const JsonValue& value, Mistakes& mistakes) {
  const Fields outer(value, shapes::drip_action, mistakes);
  const Fields fields(outer.member("drip")->value, shapes::drip, mistakes);
  Drip drip;
  drip.bytes = static_cast<std::size_t>(fields.integer("bytes", 1, most_bytes).value_or(1));
  drip.every = fields.duration("every", Span::positive).value_or(milliseconds(1));
  return drip;
}

Action read_cut(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::cut, mistakes);
  Cut cut;
  cut.at = fields.word("cut", words::cut_points).value_or(cut.at);
  cut.how = fields.word("how", words::cut_hows).value_or(cut.how);
  return cut;
}

Action read_silence(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::silence, mistakes);
  return FallSilent{fields.word("silence", words::silence_points).value_or(CutPoint::before_headers)};
}

Action read_garbage(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::garbage, mistakes);
  return SendGarbage{static_cast<std::size_t>(fields.integer("garbage", 1, most_bytes).value_or(1))};
}

Action read_close_idle(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::close_idle, mistakes);
  const JsonMember* found = fields.member("close_idle");
  if (found->value.is(JsonValue::Kind::string) && found->value.text == "at_next_request") return CloseIdle{};
  if (found->value.is(JsonValue::Kind::string) && !duration_from(found->value.text)) {
    fields.wrong("close_idle", "GC204", fmt::format("unknown word \"{}\" for \"close_idle\"", found->value.text),
                 R"("at_next_request", or a time to be idle first: "20ms")");
    return CloseIdle{};
  }
  return CloseIdle{fields.duration("close_idle", Span::positive)};
}

Action read_next_connections(const JsonValue& value, Mistakes& mistakes) {
  constexpr int most = 1000;
  const Fields fields(value, shapes::next_connections, mistakes);
  NextConnections next;
  next.fate = fields.word("next_connections", words::connection_fates).value_or(next.fate);
  next.count = fields.integer("count", 1, most).value_or(next.count);
  return next;
}

Action read_gate(const JsonValue& value, Mistakes& mistakes) {
  constexpr int most = 1000;
  const Fields outer(value, shapes::gate_action, mistakes);
  const Fields fields(outer.member("gate")->value, shapes::gate, mistakes);
  Gate gate;
  gate.until = fields.integer("until", 2, most).value_or(gate.until);
  gate.quiet = fields.duration("quiet", Span::positive).value_or(gate.quiet);
  gate.release = fields.word("release", words::release_orders).value_or(gate.release);
  if (const auto name = fields.text("name")) gate.name = name->text;
  return gate;
}

Action read_advance_clock(const JsonValue& value, Mistakes& mistakes) {
  const Fields fields(value, shapes::advance, mistakes);
  const AdvanceClock advance{fields.duration("advance_clock", Span::any).value_or(milliseconds(1))};
  if (advance.by == milliseconds(0)) {
    fields.wrong("advance_clock", "GC412", "this action moves the clock by nothing",
                 "give it a duration, or remove the action");
  }
  return advance;
}

}  // namespace gcmock
