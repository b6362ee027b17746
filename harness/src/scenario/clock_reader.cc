#include "scenario/clock_reader.h"

#include "scenario/clock_words.h"

namespace gcmock {
namespace {

constexpr double slowest = 0.001;
constexpr double fastest = 1e6;

}  // namespace

std::optional<DomainClock> read_clock(const Fields& scenario, Mistakes& mistakes) {
  const JsonMember* found = scenario.member("clock");
  if (found == nullptr) return std::nullopt;
  const Fields fields(found->value, shapes::clock, mistakes);
  DomainClock clock;
  const std::optional<DomainTime> time = fields.word("time", words::domain_times);
  clock.time = time.value_or(clock.time);
  clock.offset = fields.duration("offset", Span::any).value_or(clock.offset);
  clock.factor = fields.number("factor", slowest, fastest).value_or(clock.factor);
  if (fields.has("factor") && clock.time == DomainTime::frozen && (time || !fields.has("time"))) {
    fields.wrong("factor", "GC412", "\"factor\" says nothing here: this clock is frozen",
                 R"(add "time": "real", or leave "factor" out)");
  }
  return clock;
}

ClientClock read_client_clock(const Fields& scenario, const std::optional<DomainClock>& clock) {
  const ClientClock client = scenario.word("client_clock", words::client_clocks).value_or(ClientClock::own);
  if (client == ClientClock::follows && clock && clock->factor != 1) {
    scenario.wrong("client_clock", "GC412",
                   "\"follow\" is not possible here: a client's clock jumps, but runs as it runs",
                   R"(leave the "factor" of "clock" out, or "client_clock")");
  }
  return client;
}

}  // namespace gcmock
