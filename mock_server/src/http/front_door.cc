// A listener or two, and reactors that take the accepted sockets in turn.
#include "http/front_door.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "http/listener.h"
#include "http/reactor.h"

namespace gcmock {
namespace {

// Half the cores: the client under test runs on the same machine, and deciding is one at a time anyway. On two cores
// one reactor serves 1.4 to 1.7 times the requests of two, which wait for each other (bench/README.md).
unsigned worker_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency() / 2);
}

std::unique_ptr<TlsGate> gate_from(const FrontDoorOptions& options) {
  return options.tls ? std::make_unique<TlsGate>(*options.tls) : nullptr;
}

ConnectionSettings settings_from(const FrontDoorOptions& options, TlsGate* tls, Doorkeeper& doorkeeper,
                                 std::chrono::steady_clock::time_point started) {
  ConnectionSettings settings;
  settings.limits.max_head_bytes = options.max_head_bytes;
  settings.limits.max_body_bytes = options.max_body_bytes;
  settings.head_timeout = options.head_timeout;
  settings.idle_timeout = options.idle_timeout;
  settings.handshake_timeout = options.handshake_timeout;
  settings.tls = tls;
  settings.doorkeeper = &doorkeeper;
  settings.started = started;
  return settings;
}

}  // namespace

class FrontDoor::Impl {
 public:
  Impl(Handler& handler, const FrontDoorOptions& options, std::chrono::steady_clock::time_point started)
      : handler_(handler),
        tls_(gate_from(options)),
        settings_(settings_from(options, tls_.get(), doorkeeper_, started)),
        reactors_(make_reactors(handler, worker_count(options.workers))),
        listener_(options.address, options.port,
                  welcome_to(options.api_port ? HostsServed::login : HostsServed::both)) {
    if (options.api_port) api_listener_.emplace(options.address, *options.api_port, welcome_to(HostsServed::api));
    handler_.set_bell([this](std::uint64_t connection) { reactor_of(connection).release(connection); });
  }
  ~Impl() { handler_.set_bell({}); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  [[nodiscard]] int port() const { return listener_.port(); }
  [[nodiscard]] int api_port() const { return api_listener_ ? api_listener_->port() : listener_.port(); }
  [[nodiscard]] TlsGate* tls() const { return tls_.get(); }

 private:
  std::vector<std::unique_ptr<Reactor>> make_reactors(Handler& handler, unsigned count) const {
    std::vector<std::unique_ptr<Reactor>> reactors;
    for (unsigned made = 0; made < count; ++made) reactors.push_back(std::make_unique<Reactor>(handler, settings_));
    return reactors;
  }

  [[nodiscard]] Reactor& reactor_of(std::uint64_t connection) const {
    return *reactors_[connection % reactors_.size()];
  }

  std::function<void(Socket)> welcome_to(HostsServed served) {
    return [this, served](Socket socket) {
      const auto id = ++accepted_;
      const auto fate = doorkeeper_.next();
      if (fate == ConnectionFate::refused) return socket.reset();
      reactor_of(id).adopt({std::move(socket), id, served, fate});
    };
  }

  Handler& handler_;
  // Before what uses them.
  const std::unique_ptr<TlsGate> tls_;
  Doorkeeper doorkeeper_;
  const ConnectionSettings settings_;
  std::vector<std::unique_ptr<Reactor>> reactors_;
  std::atomic<std::uint64_t> accepted_ = 0;
  // Last: they stop before the reactors that they hand sockets to.
  Listener listener_;
  std::optional<Listener> api_listener_;
};

FrontDoor::FrontDoor(Handler& handler, FrontDoorOptions options, std::chrono::steady_clock::time_point started)
    : impl_(std::make_unique<Impl>(handler, options, started)) {}

FrontDoor::~FrontDoor() = default;

int FrontDoor::port() const {
  return impl_->port();
}
int FrontDoor::api_port() const {
  return impl_->api_port();
}
std::string FrontDoor::ca_certificate() const {
  return impl_->tls() == nullptr ? std::string{} : impl_->tls()->ca_certificate();
}
std::shared_ptr<const CertificateAuthority> FrontDoor::authority() const {
  return impl_->tls() == nullptr ? nullptr : impl_->tls()->authority();
}
Handshakes FrontDoor::handshakes() const {
  return impl_->tls() == nullptr ? Handshakes{} : impl_->tls()->handshakes();
}

bool FrontDoor::wait_for_handshake(std::chrono::milliseconds at_most) const {
  return impl_->tls() != nullptr && impl_->tls()->wait_for_handshake(at_most);
}

}  // namespace gcmock
