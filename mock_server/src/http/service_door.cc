// Services put behind a front door: what they answer later is kept by connection until it can be asked for.
#include <algorithm>
#include <exception>
#include <mutex>
#include <unordered_map>

#include "gcmock/http/service.h"
#include "http/front_door.h"
#include "wire/form.h"

namespace gcmock {
namespace {

using Monotonic = std::chrono::steady_clock;
using Later = std::variant<std::unique_ptr<PendingAnswer>, std::unique_ptr<BodySource>>;

/// Of one connection's request.
struct Unfinished {
  Later later;
  BodyBytes body = BodyBytes::sent;
  Persistence after = Persistence::keep_alive;
};

ServiceRequest service_request(HttpRequest request) {
  ServiceRequest asked;
  asked.method = std::move(request.method);
  asked.path = request.path();
  asked.parameters = parse_form(request.query()).value_or(FormFields{});
  asked.target = std::move(request.target);
  asked.headers = std::move(request.headers);
  asked.body = std::move(request.body);
  asked.connection = request.connection;
  return asked;
}

std::string bytes_of(ServiceAnswer answer, BodyBytes body, Persistence after) {
  return serialise({answer.status, std::move(answer.headers), std::move(answer.body)}, body, after).bytes;
}

/// The body ends with the connection (RFC 9112 §6.3): no length is stated.
std::string bytes_of_head(ServiceAnswer head) {
  const std::string beginning = std::exchange(head.body, {});
  std::string bytes = bytes_of(std::move(head), BodyBytes::sent, Persistence::close);
  constexpr std::string_view length = "Content-Length: 0\r\n";
  if (const auto at = bytes.find(length); at != std::string::npos) bytes.erase(at, length.size());
  return bytes + beginning;
}

Delivery failure() {
  Delivery delivery;
  delivery.bytes = bytes_of({500, {{"Content-Type", "text/plain"}}, "gcmock failed to answer\n"}, BodyBytes::sent,
                            Persistence::close);
  delivery.after = Persistence::close;
  return delivery;
}

/// A bell that outlives the door is rung in vain.
class Ringer {
 public:
  void ring(std::uint64_t connection) {
    const std::lock_guard lock(mutex_);
    if (bell_) bell_(connection);
  }
  void set(Handler::Bell bell) {
    const std::lock_guard lock(mutex_);
    bell_ = std::move(bell);
  }

 private:
  std::mutex mutex_;  // guards all below
  Handler::Bell bell_;
};

class ServiceHandler final : public Handler {
 public:
  explicit ServiceHandler(HttpService& service) : service_(service) {}

  Delivery handle(HttpRequest request) override {
    const BodyBytes body = request.method == "HEAD" ? BodyBytes::left_out : BodyBytes::sent;
    const Persistence after = request.keep_alive ? Persistence::keep_alive : Persistence::close;
    const std::uint64_t connection = request.connection;
    try {
      ServiceReply reply = service_.handle(service_request(std::move(request)),
                                           [ringer = ringer_, connection] { ringer->ring(connection); });
      if (auto* answer = std::get_if<ServiceAnswer>(&reply)) return only(std::move(*answer), body, after);
      if (auto* pending = std::get_if<std::unique_ptr<PendingAnswer>>(&reply)) {
        keep(connection, {std::move(*pending), body, after});
        return to_be_followed({}, after);
      }
      auto& streamed = std::get<StreamedAnswer>(reply);
      keep(connection, {std::move(streamed.source), body, Persistence::close});
      return to_be_followed(bytes_of_head(std::move(streamed.head)), Persistence::close);
    } catch (const std::exception&) {  // its text may hold anything: it is not told
      return failure();
    }
  }

  Delivery handle(const MalformedRequest& request) override {
    return only({request.status, {{"Content-Type", "text/plain"}}, request.what + "\n"}, BodyBytes::sent,
                Persistence::close);
  }

  Delivery follow(std::uint64_t connection) override {
    const auto unfinished = find(connection);
    if (unfinished == nullptr) return {};
    try {
      return std::visit([&](auto& later) { return next(connection, *later, *unfinished); }, unfinished->later);
    } catch (const std::exception&) {
      forget(connection);
      return failure();
    }
  }

  void gone(std::uint64_t connection) override { forget(connection); }
  void delivered(std::uint64_t, const DeliveryReport&) override {}
  void set_bell(Bell bell) override { ringer_->set(std::move(bell)); }
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t) override { return std::nullopt; }

 private:
  static Delivery only(ServiceAnswer answer, BodyBytes body, Persistence after) {
    Delivery delivery;
    const BrokenOff broken_off = answer.broken_off;
    if (broken_off == BrokenOff::in_body) answer.body += '.';  // counted, and not sent
    delivery.bytes = bytes_of(std::move(answer), body, after);
    delivery.after = after;
    if (broken_off == BrokenOff::no) return delivery;
    const std::size_t unsent = body == BodyBytes::sent ? 1 : 0;
    if (broken_off == BrokenOff::in_body) delivery.steps.emplace_back(SendUntil{delivery.bytes.size() - unsent});
    delivery.steps.emplace_back(Close{});
    return delivery;
  }
  static Delivery to_be_followed(std::string bytes, Persistence after,
                                 std::chrono::milliseconds ask_again = std::chrono::milliseconds{0}) {
    Delivery delivery;
    delivery.bytes = std::move(bytes);
    delivery.after = after;
    delivery.follows = Follows{ask_again};
    return delivery;
  }

  Delivery next(std::uint64_t connection, PendingAnswer& pending, const Unfinished& unfinished) {
    ServiceAnswer answer;
    if (!pending.take(answer)) return to_be_followed({}, unfinished.after, pending.time_to_wait());
    const BodyBytes body = unfinished.body;
    const Persistence after = unfinished.after;
    forget(connection);
    return only(std::move(answer), body, after);
  }
  Delivery next(std::uint64_t connection, BodySource& source, const Unfinished& unfinished) {
    std::string bytes = source.take();
    if (!source.is_over()) return to_be_followed(std::move(bytes), unfinished.after, source.time_to_wait());
    forget(connection);
    Delivery delivery;
    delivery.bytes = std::move(bytes);
    delivery.after = Persistence::close;
    return delivery;
  }

  void keep(std::uint64_t connection, Unfinished unfinished) {
    const std::lock_guard lock(mutex_);
    unfinished_[connection] = std::make_unique<Unfinished>(std::move(unfinished));
  }
  /// Stays where it is while its connection asks for it: each is used by the thread of its connection only.
  Unfinished* find(std::uint64_t connection) {
    const std::lock_guard lock(mutex_);
    const auto found = unfinished_.find(connection);
    return found == unfinished_.end() ? nullptr : found->second.get();
  }
  void forget(std::uint64_t connection) {
    std::unique_ptr<Unfinished> last;  // ends outside the lock: it may ring
    const std::lock_guard lock(mutex_);
    const auto found = unfinished_.find(connection);
    if (found == unfinished_.end()) return;
    last = std::move(found->second);
    unfinished_.erase(found);
  }

  HttpService& service_;
  const std::shared_ptr<Ringer> ringer_ = std::make_shared<Ringer>();
  std::mutex mutex_;  // guards all below
  std::unordered_map<std::uint64_t, std::unique_ptr<Unfinished>> unfinished_;
};

FrontDoorOptions door_options(const ServiceDoorOptions& options) {
  FrontDoorOptions door;
  door.address = options.address;
  door.port = options.port;
  door.max_body_bytes = options.max_body_bytes;
  return door;
}

const std::string* named(const std::vector<std::pair<std::string, std::string>>& pairs, std::string_view name,
                         bool (*is_same)(std::string_view, std::string_view)) {
  const auto found = std::ranges::find_if(pairs, [&](const auto& pair) { return is_same(pair.first, name); });
  return found == pairs.end() ? nullptr : &found->second;
}

}  // namespace

const std::string* ServiceRequest::header(std::string_view name) const {
  return named(headers, name, same_name);
}
const std::string* ServiceRequest::parameter(std::string_view name) const {
  return named(parameters, name, [](std::string_view left, std::string_view right) { return left == right; });
}

class ServiceDoor::Impl {
 public:
  Impl(HttpService& service, const ServiceDoorOptions& options)
      : handler_(service), door_(handler_, door_options(options), Monotonic::now()) {}

  [[nodiscard]] int port() const { return door_.port(); }

 private:
  ServiceHandler handler_;
  FrontDoor door_;  // last: no request may reach a handler that is gone
};

ServiceDoor::ServiceDoor(HttpService& service, const ServiceDoorOptions& options)
    : impl_(std::make_unique<Impl>(service, options)) {}

ServiceDoor::~ServiceDoor() = default;

int ServiceDoor::port() const {
  return impl_->port();
}

}  // namespace gcmock
