// A loop over states; each step either goes on or waits for readiness or the deadline.
#include "http/connection.h"

#include <utility>
#include <variant>

namespace gcmock {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view interim_answer = "HTTP/1.1 100 Continue\r\n\r\n";

// Closing with unread input makes the kernel send RST, which can overtake the answer: so wait a little for the rest.
constexpr std::chrono::milliseconds drain_time{1000};
constexpr std::size_t drain_bytes = 8 * 1024 * 1024;

// A client that pipelines without end must not keep the reactor from the others.
constexpr int requests_in_a_turn = 64;

/// Nobody knows when the client will go.
constexpr auto never = Connection::Time::max();

std::optional<CertificateKind> certificate_for(std::optional<ConnectionFate> fate) {
  if (!fate) return std::nullopt;
  switch (*fate) {
    case ConnectionFate::refused:
    case ConnectionFate::handshake_aborted:
      return std::nullopt;
    case ConnectionFate::expired:
      return CertificateKind::expired;
    case ConnectionFate::not_yet_valid:
      return CertificateKind::not_yet_valid;
    case ConnectionFate::self_signed:
      return CertificateKind::self_signed;
    case ConnectionFate::wrong_host:
      return CertificateKind::wrong_host;
    case ConnectionFate::untrusted_ca:
      return CertificateKind::untrusted_ca;
  }
  return std::nullopt;
}

Channel channel_on(Socket socket, std::uint64_t id, std::optional<ConnectionFate> fate, TlsGate* tls) {
  auto session = tls == nullptr ? nullptr : tls->open(socket.descriptor(), id, certificate_for(fate));
  return Channel{std::move(socket), std::move(session)};
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

}  // namespace

Connection::Connection(Newcomer newcomer, Handler& handler, const ConnectionSettings& settings, std::span<char> scratch)
    : id_(newcomer.id),
      served_(newcomer.served),
      fate_(newcomer.fate),
      handler_(handler),
      settings_(settings),
      scratch_(scratch),
      channel_(channel_on(std::move(newcomer.socket), newcomer.id, newcomer.fate, settings.tls)),
      reader_(settings.limits),
      state_(channel_.tls() == nullptr ? State::reading : State::shaking_hands),
      deadline_(Clock::now() + (state_ == State::reading ? settings.idle_timeout : settings.handshake_timeout)) {}

Connection::~Connection() {
  if (plan_) report(DeliveryState::failed);
  if (more_follows_) handler_.gone(id_);
}

Connection::Life Connection::on_readiness(const Readiness& readiness) {
  // TLS may have waited to write where it was asked to read.
  const bool may_be_unblocked = channel_.tls() != nullptr;
  may_receive_ = may_receive_ || may_be_unblocked || readiness.readable || readiness.peer_finished || readiness.broken;
  // A client that finished sending before the answer was held back waits for it; one that does so later has given up.
  const bool has_given_up = readiness.broken || (readiness.peer_finished && !peer_finished_);
  peer_finished_ = peer_finished_ || readiness.peer_finished;
  const bool waits =
      state_ == State::held || state_ == State::following || state_ == State::pausing || state_ == State::lingering;
  if (waits && has_given_up) return Life::over;
  return advance();
}

Connection::Life Connection::on_release() {
  if (state_ == State::held) state_ = State::sending;
  return advance();
}

Connection::Life Connection::on_deadline() {
  switch (state_) {
    case State::shaking_hands:
      settings_.tls->note_failed(*channel_.tls(), "the handshake did not come to its end in time");
      return Life::over;
    case State::reading:
      if (reader_.is_between_requests()) {
        channel_.say_goodbye();
        return Life::over;
      }
      answer_fault({408, "the request did not come to its end in time"});
      return advance();
    case State::held: {
      const auto left = handler_.time_to_hold(plan_->seq());
      deadline_ = left ? Clock::now() + *left : never;
      return Life::goes_on;
    }
    case State::pausing:
      state_ = State::sending;
      return advance();
    case State::following:
      return advance();
    case State::sending:
    case State::lingering:
    case State::draining:
    case State::over:
      return Life::over;
  }
  return Life::over;
}

Connection::Life Connection::advance() {
  requests_this_turn_ = 0;
  while (state_ != State::over) {
    auto step = Step::wait;
    switch (state_) {
      case State::shaking_hands:
        step = shake_hands();
        break;
      case State::reading:
        step = read();
        break;
      case State::sending:
        step = send();
        break;
      case State::following:
        step = follow();
        break;
      case State::lingering:
        step = drop_input();
        break;
      case State::draining:
        step = drain();
        break;
      case State::held:
      case State::pausing:
      case State::over:
        break;
    }
    if (step == Step::wait) break;
    if (state_ == State::reading && requests_this_turn_ >= requests_in_a_turn) {
      deadline_ = request_began_ + settings_.idle_timeout;
      return Life::wants_turn;
    }
  }
  return state_ == State::over ? Life::over : Life::goes_on;
}

Connection::Step Connection::shake_hands() {
  if (fate_ == ConnectionFate::handshake_aborted) {
    if (!channel_.socket().has_unread_bytes()) return Step::wait;
    settings_.tls->note_failed(*channel_.tls(), "a rule of the script aborted the handshake");
    channel_.reset();
    return end();
  }
  switch (channel_.tls()->shake_hands()) {
    case TlsSession::Handshake::would_block:
      return Step::wait;
    case TlsSession::Handshake::done:
      settings_.tls->note_completed(*channel_.tls());
      if (const auto kind = channel_.tls()->certificate(); kind != CertificateKind::valid) {
        handler_.note_bad_certificate(id_, to_string(kind));
      }
      state_ = State::reading;
      return Step::on;
    case TlsSession::Handshake::failed:
      settings_.tls->note_failed(*channel_.tls(), channel_.tls()->what_failed());
      return part();
  }
  return end();
}

/// A next request has begun, on a connection that was to be gone by then.
bool Connection::is_sprung() const {
  return idle_end_ && !idle_end_->after && !reader_.is_between_requests();
}

std::chrono::milliseconds Connection::idle_timeout() const {
  return idle_end_ ? idle_end_->after.value_or(settings_.idle_timeout) : settings_.idle_timeout;
}

Connection::Step Connection::read() {
  if (is_sprung()) {
    channel_.reset();
    return end();
  }
  switch (reader_.finding()) {
    case RequestReader::Finding::request:
      answer_request();
      return Step::on;
    case RequestReader::Finding::fault:
      answer_fault(reader_.fault());
      return Step::on;
    case RequestReader::Finding::nothing_yet:
      break;
  }
  if (may_receive_) return receive();
  deadline_ = reader_.is_between_requests() ? Clock::now() + idle_timeout() : request_began_ + settings_.head_timeout;
  return Step::wait;
}

Connection::Step Connection::receive() {
  const auto moved = channel_.receive(scratch_);
  switch (moved.outcome) {
    case Socket::Outcome::would_block:
      may_receive_ = false;
      return Step::on;
    case Socket::Outcome::ended:
      channel_.say_goodbye();
      return end();
    case Socket::Outcome::broken:
      return end();
    case Socket::Outcome::done:
      break;
  }
  // Where nothing is left, what comes later makes an edge of its own. The FIN already did.
  may_receive_ = moved.rest == Socket::Rest::may_be_there || peer_finished_;
  if (reader_.is_between_requests()) request_began_ = Clock::now();
  reader_.feed({scratch_.data(), moved.bytes});
  if (!reader_.take_call_for_continue()) return Step::on;
  // Nothing is on its way to this client, so that so few bytes fit; where they do not, it is not reading at all.
  return channel_.send(interim_answer).bytes == interim_answer.size() ? Step::on : end();
}

void Connection::answer_request() {
  auto request = reader_.take();
  ++requests_this_turn_;
  idle_end_.reset();
  // What came of the next request came now, at the latest.
  request_began_ = Clock::now();
  request.connection = id_;
  request.served_at_port = served_;
  request.is_https = channel_.tls() != nullptr;
  request.arrived = request_began_ - settings_.started;
  closes_after_ = !request.keep_alive;
  begin(handler_.handle(std::move(request)));
}

void Connection::answer_fault(const FramingFault& fault) {
  closes_after_ = true;
  input_is_open_ = true;
  begin(handler_.handle(MalformedRequest{fault.status, fault.what, id_, Clock::now() - settings_.started}));
}

void Connection::begin(Delivery delivery) {
  plan_.emplace(std::move(delivery));
  last_act_ = Clock::now();
  if (settings_.doorkeeper != nullptr && !plan_->next_connections().empty()) {
    settings_.doorkeeper->take(plan_->next_connections());
  }
  closes_after_ = closes_after_ || plan_->after() == Persistence::close;
  more_follows_ = plan_->has_more_to_follow();
  state_ = plan_->held() ? State::held : State::sending;
  if (state_ != State::held) return;
  peer_finished_ = peer_finished_ || channel_.socket().peer_has_finished();
  deadline_ = Clock::now() + plan_->held()->ask_again;
}

Connection::Step Connection::send() {
  const auto next = plan_->next();
  const bool shows_something =
      !std::holds_alternative<DeliveryPlan::Pause>(next) && !std::holds_alternative<DeliveryPlan::Done>(next);
  if (shows_something) last_act_ = Clock::now();
  return std::visit(Overloaded{[&](const DeliveryPlan::Send& todo) {
                                 const auto moved = channel_.send(todo.bytes);
                                 plan_->sent(moved.bytes);
                                 if (moved.outcome == Socket::Outcome::done) return Step::on;
                                 if (moved.outcome != Socket::Outcome::would_block) return end();
                                 deadline_ = Clock::now() + settings_.idle_timeout;
                                 return Step::wait;
                               },
                               [&](const DeliveryPlan::Pause& todo) {
                                 state_ = State::pausing;
                                 peer_finished_ = peer_finished_ || channel_.socket().peer_has_finished();
                                 deadline_ = Clock::now() + todo.by;
                                 return Step::wait;
                               },
                               [&](const DeliveryPlan::EndByFin&) { return end_by_fin(); },
                               [&](const DeliveryPlan::EndByReset&) { return end_by_reset(); },
                               [&](const DeliveryPlan::Linger& todo) { return linger(todo); },
                               [&](const DeliveryPlan::Done&) { return finish_delivery(); }},
                    next);
}

Connection::Step Connection::end_by_fin() {
  const auto state = state_of_ending();
  const auto step = part();
  report(state);
  return step;
}

Connection::Step Connection::end_by_reset() {
  const auto state = state_of_ending();
  channel_.reset();
  report(state);
  return end();
}

/// Asked whenever something happens here, and not only when the bell rings: that it rang while bytes were on their way
/// is not lost. A client that has finished sending is taken to be gone: nothing else tells of one that left a stream.
Connection::Step Connection::follow() {
  auto next = handler_.follow(id_);
  if (next.bytes.empty() && next.follows) {
    if (peer_finished_ || channel_.socket().peer_has_finished()) return end();
    deadline_ = Clock::now() + next.follows->ask_again;
    return Step::wait;
  }
  begin(std::move(next));
  return Step::on;
}

/// What was sent is all that will be: it is reported now, however long the client stays.
Connection::Step Connection::linger(DeliveryPlan::Linger how) {
  const auto state = state_of_ending();
  peer_finished_ = peer_finished_ || channel_.socket().peer_has_finished();
  if (how.sends_fin) channel_.socket().finish_sending();
  report(state);
  state_ = State::lingering;
  // One that had finished sending before cannot be seen to go.
  deadline_ = peer_finished_ ? Clock::now() + settings_.idle_timeout : never;
  return Step::on;
}

/// A client that sends without end is left to wait for room.
Connection::Step Connection::drop_input() {
  while (!peer_finished_ && drained_ < drain_bytes) {
    const auto moved = channel_.socket().receive(scratch_);  // as it comes: nobody reads it
    if (moved.outcome == Socket::Outcome::would_block) break;
    if (moved.outcome != Socket::Outcome::done) return end();
    drained_ += moved.bytes;
  }
  return Step::wait;
}

Connection::Step Connection::finish_delivery() {
  const auto state = state_of_ending();
  idle_end_ = plan_->idle_end();
  report(state);
  if (state == DeliveryState::failed) return end();
  if (more_follows_) {
    state_ = State::following;
    return Step::on;
  }
  if (closes_after_) {
    channel_.say_goodbye();  // where a script cuts, nobody does: by that a client can tell
    return part();
  }
  state_ = State::reading;
  return Step::on;
}

/// Sends FIN; closes where nothing of the peer's is lost by it.
Connection::Step Connection::part() {
  channel_.socket().finish_sending();
  if (!input_is_open_ && !channel_.socket().has_unread_bytes()) return end();
  state_ = State::draining;
  deadline_ = Clock::now() + drain_time;
  may_receive_ = true;
  return Step::on;
}

Connection::Step Connection::drain() {
  while (drained_ < drain_bytes) {
    const auto moved = channel_.socket().receive(scratch_);  // as it comes: nobody reads it
    if (moved.outcome == Socket::Outcome::would_block) return Step::wait;
    if (moved.outcome != Socket::Outcome::done) break;
    drained_ += moved.bytes;
  }
  return end();
}

DeliveryState Connection::state_of_ending() const {
  const bool is_all_out = plan_->bytes_sent() == plan_->bytes_total();
  if (!is_all_out || plan_->wholeness() == Wholeness::spoilt) return DeliveryState::cut;
  return channel_.socket().was_refused() ? DeliveryState::failed : DeliveryState::complete;
}

/// What was delivered was so when it went off: by the time that this runs, its client may long have gone on.
void Connection::report(DeliveryState state) {
  const auto plan = std::exchange(plan_, std::nullopt);
  if (plan->seq() == 0) return;
  const auto finished = state == DeliveryState::failed ? Clock::now() : last_act_;
  handler_.delivered(plan->seq(), {state, plan->bytes_sent(), plan->bytes_total(), finished - settings_.started});
}

Connection::Step Connection::end() {
  state_ = State::over;
  return Step::on;
}

}  // namespace gcmock
