// One client's connection: reads requests, has them answered one after the other, delivers each as planned.
// Owned by one reactor and used on its thread only; knows nothing of how readiness is learnt.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/handler.h"
#include "http/channel.h"
#include "http/delivery_plan.h"
#include "http/doorkeeper.h"
#include "http/request_reader.h"
#include "http/tls_gate.h"

namespace gcmock {

struct ConnectionSettings {
  RequestLimits limits;
  std::chrono::milliseconds head_timeout{10000};
  std::chrono::milliseconds idle_timeout{60000};
  std::chrono::milliseconds handshake_timeout{10000};
  TlsGate* tls = nullptr;                         ///< null: in the clear
  Doorkeeper* doorkeeper = nullptr;               ///< told of orders for the next connections; null: nobody is
  std::chrono::steady_clock::time_point started;  ///< origin of the journal's monotonic times
};

/// What became possible or known since the last time (edge-triggered).
struct Readiness {
  bool readable = false;
  bool peer_finished = false;  ///< FIN: the peer will send no more
  bool broken = false;
};

/// An accepted socket, the number of its connection, the hosts that are served at the port where it was accepted, and
/// what a rule had in mind for it.
struct Newcomer {
  Socket socket;
  std::uint64_t id = 0;
  HostsServed served = HostsServed::both;
  std::optional<ConnectionFate> fate = {};
};

class Connection {
 public:
  using Time = std::chrono::steady_clock::time_point;
  enum class Life {
    goes_on,
    wants_turn,  ///< could go on at once, but others have waited: call on_turn() after them
    over,
  };

  /// `scratch` is shared by all connections of a reactor and holds nothing between two calls.
  Connection(Newcomer newcomer, Handler& handler, const ConnectionSettings& settings, std::span<char> scratch);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Life on_readiness(const Readiness& readiness);
  Life on_deadline();
  Life on_turn() { return advance(); }
  /// The bell rang: what was held back may go, or there is something of what follows.
  Life on_release();

  [[nodiscard]] std::uint64_t id() const { return id_; }
  [[nodiscard]] int descriptor() const { return channel_.socket().descriptor(); }
  [[nodiscard]] Time deadline() const { return deadline_; }

 private:
  enum class State { shaking_hands, reading, held, sending, following, pausing, lingering, draining, over };
  enum class Step { on, wait };

  Life advance();
  Step shake_hands();
  Step read();
  Step receive();
  Step send();
  Step follow();
  Step linger(DeliveryPlan::Linger how);
  Step drop_input();
  Step drain();
  Step end_by_fin();
  Step end_by_reset();
  Step finish_delivery();
  Step part();
  void answer_request();
  void answer_fault(const FramingFault& fault);
  void begin(Delivery delivery);
  [[nodiscard]] bool is_sprung() const;
  [[nodiscard]] std::chrono::milliseconds idle_timeout() const;
  void report(DeliveryState state);
  [[nodiscard]] DeliveryState state_of_ending() const;
  Step end();

  const std::uint64_t id_;
  const HostsServed served_;
  const std::optional<ConnectionFate> fate_;
  Handler& handler_;
  const ConnectionSettings& settings_;
  const std::span<char> scratch_;
  Channel channel_;
  RequestReader reader_;
  std::optional<DeliveryPlan> plan_;
  std::optional<CloseIdle> idle_end_;  ///< of the last delivery, until the next request
  State state_;
  bool may_receive_ = true;  ///< the kernel may hold bytes for us
  bool peer_finished_ = false;
  bool closes_after_ = false;   ///< this delivery is the connection's last
  bool more_follows_ = false;   ///< on this delivery
  bool input_is_open_ = false;  ///< a refused request may go on for a while: read and drop it before closing
  Time request_began_;
  Time last_act_;  ///< that the client could see of this delivery; taken before it
  int requests_this_turn_ = 0;
  std::size_t drained_ = 0;
  Time deadline_;
};

}  // namespace gcmock
