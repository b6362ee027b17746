// A listener, and reactors that take the accepted sockets in turn.
#include "http/front_door.h"

#include <algorithm>
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

ConnectionSettings settings_from(const FrontDoorOptions& options, std::chrono::steady_clock::time_point started) {
  ConnectionSettings settings;
  settings.limits.max_head_bytes = options.max_head_bytes;
  settings.limits.max_body_bytes = options.max_body_bytes;
  settings.head_timeout = options.head_timeout;
  settings.idle_timeout = options.idle_timeout;
  settings.started = started;
  return settings;
}

}  // namespace

class FrontDoor::Impl {
 public:
  Impl(Handler& handler, const FrontDoorOptions& options, std::chrono::steady_clock::time_point started)
      : settings_(settings_from(options, started)),
        reactors_(make_reactors(handler, worker_count(options.workers))),
        listener_(options.address, options.port, [this](Socket socket) { welcome(std::move(socket)); }) {}

  [[nodiscard]] int port() const { return listener_.port(); }

 private:
  std::vector<std::unique_ptr<Reactor>> make_reactors(Handler& handler, unsigned count) const {
    std::vector<std::unique_ptr<Reactor>> reactors;
    for (unsigned made = 0; made < count; ++made) reactors.push_back(std::make_unique<Reactor>(handler, settings_));
    return reactors;
  }

  void welcome(Socket socket) {
    ++accepted_;
    reactors_[accepted_ % reactors_.size()]->adopt(std::move(socket), accepted_);
  }

  const ConnectionSettings settings_;
  std::vector<std::unique_ptr<Reactor>> reactors_;
  std::uint64_t accepted_ = 0;  // of the listener's thread
  Listener listener_;           // last: stops before the reactors that it hands sockets to
};

FrontDoor::FrontDoor(Handler& handler, FrontDoorOptions options, std::chrono::steady_clock::time_point started)
    : impl_(std::make_unique<Impl>(handler, options, started)) {}

FrontDoor::~FrontDoor() = default;

int FrontDoor::port() const {
  return impl_->port();
}

}  // namespace gcmock
