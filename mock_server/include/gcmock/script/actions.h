// What a rule of a script can do: to an answer, to its delivery, to the connections that come, to the world.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gcmock/domain/refusal.h"
#include "gcmock/domain/world_change.h"

namespace gcmock {

/// Answer as if policy had refused for this reason (status, body and headers from the answer table).
struct Refuse {
  RefusalReason reason;
  std::optional<std::chrono::seconds> retry_after;
  bool operator==(const Refuse&) const = default;
};

/// Answer with exactly this.
struct Respond {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  bool operator==(const Respond&) const = default;
};

/// Retry-After as a date, so much after domain time; the answer's Date header says that time.
struct DateIn {
  std::chrono::seconds from_now{0};
  bool operator==(const DateIn&) const = default;
};
/// Retry-After word for word, absurd ones too.
struct VerbatimText {
  std::string text;
  bool operator==(const VerbatimText&) const = default;
};
enum class ErrorBodyForm { json, html, none };

/// Answer with an error of the server's or its gateway's.
struct Fail {
  int status = 503;
  ErrorBodyForm body = ErrorBodyForm::json;
  std::variant<std::monostate, std::chrono::seconds, DateIn, VerbatimText> retry_after;  ///< monostate: none
  bool operator==(const Fail&) const = default;
};

/// Answer that what was asked for is to be had elsewhere.
struct Redirect {
  std::string to;  ///< an absolute URI, or a path of this server
  int status = 302;
  bool operator==(const Redirect&) const = default;
};

/// Leave these top-level members out of a JSON answer: `refresh_token`, `expires_in`.
struct OmitMembers {
  std::vector<std::string> names;
  bool operator==(const OmitMembers&) const = default;
};

/// Give top-level members of a JSON answer these values, each written as JSON; those that are not there are added.
struct SetMembers {
  std::vector<std::pair<std::string, std::string>> values;
  bool operator==(const SetMembers&) const = default;
};

/// Give headers of the answer these values; empty: leave the header out.
struct SetHeaders {
  std::vector<std::pair<std::string, std::optional<std::string>>> values;
  bool operator==(const SetHeaders&) const = default;
};

/// Send something else in place of the body, under the same status.
struct ReplaceBody {
  enum class With { html, nothing };
  With with = With::html;
  bool operator==(const ReplaceBody&) const = default;
};

/// Leave out the end of the body; its length is stated as what is left.
struct TruncateBody {
  std::size_t bytes = 1;  ///< so many of the last ones
  bool operator==(const TruncateBody&) const = default;
};

enum class Afterwards { close, stay_open };

/// State a Content-Length that is not the body's.
struct MisstateLength {
  int by = 1;  ///< more than the body has; negative: less
  Afterwards then = Afterwards::close;
  bool operator==(const MisstateLength&) const = default;
};

enum class ChunkFault {
  bad_size,       ///< the second chunk's size is no number
  short_chunk,    ///< the second chunk ends before its stated size
  no_last_chunk,  ///< the chunk of size 0 never comes
};

/// Send the body in chunks (RFC 9112 §7.1), in a broken way, and close.
struct BreakChunks {
  ChunkFault how = ChunkFault::bad_size;
  bool operator==(const BreakChunks&) const = default;
};

/// A time drawn from this range for each request, every one as likely.
struct UniformTime {
  std::chrono::milliseconds least{0};
  std::chrono::milliseconds most{0};
  bool operator==(const UniformTime&) const = default;
};
/// A time whose logarithm is drawn from a normal distribution: many short ones, few long ones.
struct LognormalTime {
  std::chrono::milliseconds median{0};
  double sigma = 0;
  std::optional<std::chrono::milliseconds> at_most;
  bool operator==(const LognormalTime&) const = default;
};

/// Deliver later, in real time; nothing else waits meanwhile. What is drawn depends on the server's seed, the rule and
/// how often it has spoken, and on nothing else.
struct Delay {
  std::variant<std::chrono::milliseconds, UniformTime, LognormalTime> by;
  bool operator==(const Delay&) const = default;
};

/// Send the answer a few bytes at a time, in real time.
struct Drip {
  std::size_t bytes = 1;
  std::chrono::milliseconds every{0};
  bool operator==(const Drip&) const = default;
};

enum class CutPoint { before_headers, inside_headers, inside_body, after_body };
/// FIN; RST by SO_LINGER 0; FIN while what the client sends is still taken.
enum class CutHow { close, reset, half_close };

/// End the connection at this point of the answer.
struct Cut {
  CutPoint at = CutPoint::before_headers;
  CutHow how = CutHow::close;
  bool operator==(const Cut&) const = default;
};

/// Say no more from this point of the answer on, and leave the connection open until the client has gone.
struct FallSilent {
  CutPoint at = CutPoint::before_headers;
  bool operator==(const FallSilent&) const = default;
};

/// Send this many bytes that are no HTTP in place of the answer, and close.
struct SendGarbage {
  std::size_t bytes = 1;
  bool operator==(const SendGarbage&) const = default;
};

/// Keep the connection, as the answer says, and end it all the same before it is used again.
struct CloseIdle {
  std::optional<std::chrono::milliseconds> after;  ///< by FIN, when idle so long; empty: by RST, at the next request
  bool operator==(const CloseIdle&) const = default;
};

/// What becomes of a connection that has yet to come. All but `refused` are about TLS, and nothing happens without it.
enum class ConnectionFate {
  refused,            ///< accepted, and reset at once
  handshake_aborted,  ///< reset when the client's first bytes are there
  expired,            ///< this and the rest: shown such a certificate
  not_yet_valid,
  self_signed,
  wrong_host,
  untrusted_ca,
};

/// The next connections that are accepted, whoever makes them. Rules that speak meanwhile queue up.
struct NextConnections {
  ConnectionFate fate = ConnectionFate::refused;
  int count = 1;
  bool operator==(const NextConnections&) const = default;
};

enum class ReleaseOrder {
  arrival,
  reverse,  ///< the last that came goes first
  seeded,   ///< drawn from the server's seed
};

/// Hold answers until so many are there, then let them go one after the other: each when the one before is delivered.
/// They were decided on when their requests came. A gate that has opened begins anew.
struct Gate {
  int until = 2;                         ///< answers; this many open it
  std::chrono::milliseconds quiet{500};  ///< real time without a further one: this opens it too
  ReleaseOrder release = ReleaseOrder::arrival;
  std::string name = {};  ///< rules that say the same name share a gate; empty: the rule's own
  bool operator==(const Gate&) const = default;
};

/// Move domain time, in the same atomic step, after the request was ruled on and answered.
struct AdvanceClock {
  std::chrono::milliseconds by{0};  ///< negative moves it back
  bool operator==(const AdvanceClock&) const = default;
};

/// Something that happens to the world, in the same atomic step, after the request was ruled on.
struct WorldEvent {
  WorldChange change;
  bool operator==(const WorldEvent&) const = default;
};

using Action = std::variant<Refuse, Respond, Fail, Redirect, OmitMembers, SetMembers, SetHeaders, ReplaceBody,
                            TruncateBody, MisstateLength, BreakChunks, Delay, Drip, Cut, FallSilent, SendGarbage,
                            CloseIdle, NextConnections, Gate, AdvanceClock, WorldEvent>;

std::string_view to_string(CutPoint point);
std::string_view to_string(ConnectionFate fate);
std::string_view to_string(ReleaseOrder order);
std::string describe(const Action& action);  ///< "cut before headers", "refuse: bearer_expired"

}  // namespace gcmock
