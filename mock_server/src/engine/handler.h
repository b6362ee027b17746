// What the front door needs of an engine: an answer and a plan for delivering it, in one atomic step.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gcmock/journal/exchange.h"
#include "gcmock/script/actions.h"
#include "wire/http_message.h"

namespace gcmock {

/// Steps of delivering bytes; done in order. After the last one the rest of the bytes is sent, unless the
/// connection was ended.
struct Wait {
  std::chrono::milliseconds by{0};  ///< real time; holds no thread
};
struct SendUntil {
  std::size_t offset = 0;  ///< of the answer's bytes
};
struct Close {};      ///< FIN
struct HalfClose {};  ///< FIN; what the client sends is taken, and dropped, until it goes
struct Mute {};       ///< no byte more; what the client sends is dropped, until it goes
struct Reset {};      ///< RST by SO_LINGER 0

using DeliveryStep = std::variant<Wait, SendUntil, Close, HalfClose, Mute, Reset>;

/// Whether all bytes that were sent make up the answer. What is spoilt is reported as cut: nobody can read it.
enum class Wholeness { whole, spoilt };

/// The answer waits for others before its first byte goes out.
struct HeldBack {
  std::chrono::milliseconds ask_again{0};  ///< after this time: Handler::time_to_hold()
};

/// There is more to send than is known by now.
struct Follows {
  std::chrono::milliseconds ask_again{0};  ///< after this time: Handler::follow(), where the bell has not rung before
};

struct Delivery {
  std::uint64_t seq = 0;            ///< of the journal; 0: not journalled
  std::string bytes;                ///< the whole answer: status line, headers, body
  std::vector<DeliveryStep> steps;  ///< empty: send all
  Persistence after = Persistence::keep_alive;
  Wholeness wholeness = Wholeness::whole;
  std::optional<HeldBack> held = {};                   ///< until the bell rings for its connection
  std::optional<CloseIdle> idle_end = {};              ///< of a connection that is kept
  std::vector<NextConnections> next_connections = {};  ///< in force before the first byte goes out
  std::optional<Follows> follows = {};                 ///< behind `bytes`, which may be empty: what follow() gives
};

/// A request that broke HTTP's framing: answered and journalled without being judged.
struct MalformedRequest {
  int status = 400;  ///< 400, 408, 411, 413, 414, 417, 431, 501 or 505
  std::string what;  ///< "Content-Length twice"; never bytes of the request
  std::uint64_t connection = 0;
  std::chrono::nanoseconds arrived{0};
};

/// Called by the front door's workers, from several threads at once.
class Handler {
 public:
  virtual ~Handler() = default;
  /// Never throws: what goes wrong inside is an answer with status 500.
  virtual Delivery handle(HttpRequest request) = 0;
  virtual Delivery handle(const MalformedRequest& request) = 0;
  /// Told once for each delivery, when its last byte is out or the connection is gone.
  virtual void delivered(std::uint64_t seq, const DeliveryReport& report) = 0;

  /// The client of this connection has accepted a certificate of this kind, which it must refuse.
  virtual void note_bad_certificate(std::uint64_t /*connection*/, std::string_view /*kind*/) {}

  /// Rung with the number of a connection whose answer was held back and may go now. Called from any thread, and with
  /// the engine's lock held: it may only leave word.
  using Bell = std::function<void(std::uint64_t connection)>;
  /// Empty: nobody listens any more.
  virtual void set_bell(Bell bell) = 0;
  /// Of an answer that is held back: when to ask again; empty: the bell will ring.
  virtual std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t seq) = 0;

  /// What follows on a delivery that said so: bytes, more to follow, both or neither. Asked once the bytes before are
  /// out, when the bell rings, and when the time to ask again is over.
  virtual Delivery follow(std::uint64_t /*connection*/) { return {}; }
  /// The connection has ended while more was to follow.
  virtual void gone(std::uint64_t /*connection*/) {}
};

}  // namespace gcmock
