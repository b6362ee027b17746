// Actions in words, for reports.
#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "gcmock/script/script.h"
#include "script/rule_chooser.h"

namespace gcmock {
namespace {

std::string spaced(std::string_view word) {
  std::string text(word);
  for (char& c : text) c = c == '_' ? ' ' : c;
  return text;
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

template <class Named>
std::string names_of(const Named& values) {
  std::string names;
  for (const auto& [name, value] : values) names.append(names.empty() ? "" : ", ").append(name);
  return names;
}

std::string_view in_words(ErrorBodyForm body) {
  switch (body) {
    case ErrorBodyForm::json:
      return "";
    case ErrorBodyForm::html:
      return " and a page of HTML";
    case ErrorBodyForm::none:
      return " and no body";
  }
  return "";
}

std::string_view in_words(ChunkFault fault) {
  switch (fault) {
    case ChunkFault::bad_size:
      return "a bad size";
    case ChunkFault::short_chunk:
      return "a short one";
    case ChunkFault::no_last_chunk:
      return "no last one";
  }
  return "";
}

std::string_view in_words(CutHow how) {
  switch (how) {
    case CutHow::close:
      return "";
    case CutHow::reset:
      return ", with a reset";
    case CutHow::half_close:
      return ", half closed";
  }
  return "";
}

struct RetryAfterInWords {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(std::chrono::seconds wait) const { return fmt::format(", retry after {}s", wait.count()); }
  std::string operator()(const DateIn& date) const {
    return fmt::format(", retry after a date in {}s", date.from_now.count());
  }
  std::string operator()(const VerbatimText& said) const { return fmt::format(", retry after \"{}\"", said.text); }
};

struct TimeInWords {
  std::string operator()(std::chrono::milliseconds time) const { return fmt::format("{}ms", time.count()); }
  std::string operator()(const UniformTime& time) const {
    return fmt::format("{}ms to {}ms", time.least.count(), time.most.count());
  }
  std::string operator()(const LognormalTime& time) const {
    const auto limit = time.at_most ? fmt::format(", at most {}ms", time.at_most->count()) : std::string();
    return fmt::format("lognormal, median {}ms, sigma {}{}", time.median.count(), time.sigma, limit);
  }
};

struct InWords {
  std::string operator()(const Refuse& refuse) const {
    const auto reason = to_string(refuse.reason);
    if (!refuse.retry_after) return fmt::format("refuse: {}", reason);
    return fmt::format("refuse: {}, retry after {}s", reason, refuse.retry_after->count());
  }
  std::string operator()(const Respond& respond) const { return fmt::format("respond with {}", respond.status); }
  std::string operator()(const Fail& fail) const {
    return fmt::format("fail with {}{}{}", fail.status, in_words(fail.body),
                       std::visit(RetryAfterInWords{}, fail.retry_after));
  }
  std::string operator()(const Redirect& redirect) const {
    return fmt::format("redirect with {} to {}", redirect.status, redirect.to);
  }
  std::string operator()(const OmitMembers& omit) const { return fmt::format("omit {}", fmt::join(omit.names, ", ")); }
  std::string operator()(const SetMembers& set) const { return "set " + names_of(set.values); }
  std::string operator()(const SetHeaders& set) const { return "set headers " + names_of(set.values); }
  std::string operator()(const ReplaceBody& replace) const {
    return replace.with == ReplaceBody::With::html ? "replace the body by HTML" : "leave the body out";
  }
  std::string operator()(const TruncateBody& truncate) const {
    return fmt::format("truncate the body by {}", counted(truncate.bytes, "byte"));
  }
  std::string operator()(const MisstateLength& length) const {
    return fmt::format("state {} too {}, and {}", counted(static_cast<std::size_t>(std::abs(length.by)), "byte"),
                       length.by > 0 ? "many" : "few", length.then == Afterwards::close ? "close" : "stay open");
  }
  std::string operator()(const BreakChunks& chunks) const {
    return fmt::format("break the chunks: {}", in_words(chunks.how));
  }
  std::string operator()(const Delay& delay) const { return "delay " + std::visit(TimeInWords{}, delay.by); }
  std::string operator()(const Drip& drip) const {
    return fmt::format("drip {} every {}ms", counted(drip.bytes, "byte"), drip.every.count());
  }
  std::string operator()(const Cut& cut) const {
    return fmt::format("cut {}{}", spaced(to_string(cut.at)), in_words(cut.how));
  }
  std::string operator()(const FallSilent& silence) const {
    return fmt::format("fall silent {}", spaced(to_string(silence.at)));
  }
  std::string operator()(const SendGarbage& garbage) const {
    return fmt::format("send {} of garbage", counted(garbage.bytes, "byte"));
  }
  std::string operator()(const CloseIdle& close) const {
    return close.after ? fmt::format("close the connection when idle for {}ms", close.after->count())
                       : "reset the connection at its next request";
  }
  std::string operator()(const NextConnections& next) const {
    return fmt::format("next {}: {}", counted(static_cast<std::size_t>(next.count), "connection"),
                       spaced(to_string(next.fate)));
  }
  std::string operator()(const Gate& gate) const {
    const auto order =
        gate.release == ReleaseOrder::arrival ? "" : fmt::format(", in {} order", to_string(gate.release));
    return fmt::format("hold {}{}{}", counted(static_cast<std::size_t>(gate.until), "answer"),
                       gate.name.empty() ? "" : " at gate " + gate.name, order);
  }
  std::string operator()(const AdvanceClock& advance) const {
    return fmt::format("advance the clock by {}ms", advance.by.count());
  }
  std::string operator()(const WorldEvent& event) const { return describe(event.change); }
};

}  // namespace

std::string_view to_string(CutPoint point) {
  switch (point) {
    case CutPoint::before_headers:
      return "before_headers";
    case CutPoint::inside_headers:
      return "inside_headers";
    case CutPoint::inside_body:
      return "inside_body";
    case CutPoint::after_body:
      return "after_body";
  }
  return "";
}

std::string_view to_string(ConnectionFate fate) {
  switch (fate) {
    case ConnectionFate::refused:
      return "refused";
    case ConnectionFate::handshake_aborted:
      return "handshake_aborted";
    case ConnectionFate::expired:
      return "expired";
    case ConnectionFate::not_yet_valid:
      return "not_yet_valid";
    case ConnectionFate::self_signed:
      return "self_signed";
    case ConnectionFate::wrong_host:
      return "wrong_host";
    case ConnectionFate::untrusted_ca:
      return "untrusted_ca";
  }
  return "";
}

std::string_view to_string(ReleaseOrder order) {
  switch (order) {
    case ReleaseOrder::arrival:
      return "arrival";
    case ReleaseOrder::reverse:
      return "reverse";
    case ReleaseOrder::seeded:
      return "seeded";
  }
  return "";
}

std::string describe(const Action& action) {
  return std::visit(InWords{}, action);
}

std::string describe(const Rule& rule) {
  std::string words;
  for (const auto& action : rule.actions) words.append(words.empty() ? "" : "; ").append(describe(action));
  return words;
}

}  // namespace gcmock
