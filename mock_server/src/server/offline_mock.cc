// An engine with nobody at the door.
#include "gcmock/offline_mock.h"

#include <utility>

#include "engine/engine.h"
#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

HttpRequest as_received(OfflineRequest request) {
  HttpRequest received;
  received.method = std::move(request.method);
  received.target = std::move(request.target);
  received.headers = std::move(request.headers);
  received.body = std::move(request.body);
  received.connection = 1;
  return received;
}

}  // namespace

class OfflineMock::Impl {
 public:
  Impl(World world, Script script, const ServerOptions& options)
      : clock_(world.starts_at + options.clock.offset),
        ids_(options.seed),
        engine_(std::move(world), std::move(script), {options.login_prefix, options.api_prefix, options.seed}, clock_,
                ids_, std::chrono::steady_clock::now()) {}

  VirtualClock clock_;
  SeededIds ids_;
  Engine engine_;
};

OfflineMock::OfflineMock(World world, Script script, const ServerOptions& options)
    : impl_(std::make_unique<Impl>(std::move(world), std::move(script), options)) {}

OfflineMock::~OfflineMock() = default;

Exchange OfflineMock::ask(OfflineRequest request) {
  const Delivery delivery = impl_->engine_.handle(as_received(std::move(request)));
  if (delivery.seq == 0) return {};  // what went wrong inside is not journalled
  impl_->engine_.delivered(delivery.seq, {DeliveryState::complete, delivery.bytes.size(), delivery.bytes.size(), {}});
  return impl_->engine_.journal().at(delivery.seq - 1);
}

void OfflineMock::advance_clock(std::chrono::milliseconds by) {
  impl_->clock_.advance(by);
}
void OfflineMock::change(const WorldChange& change) {
  impl_->engine_.change(change);
}
std::vector<ChangeBetween> OfflineMock::changes() const {
  return impl_->engine_.changes();
}
std::vector<Exchange> OfflineMock::journal() const {
  return impl_->engine_.journal();
}

}  // namespace gcmock
