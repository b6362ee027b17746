// Puts the parts together: domain time and identifiers, an engine that judges, a front door that serves.
#include "gcmock/mock_server.h"

#include <fmt/format.h>

#include <utility>

#include "engine/engine.h"
#include "gcmock/seams/seams.h"
#include "http/front_door.h"

namespace gcmock {
namespace {

using Monotonic = std::chrono::steady_clock;

FrontDoorOptions front_door_options(const ServerOptions& options) {
  FrontDoorOptions door;
  door.address = options.address;
  door.port = options.port;
  door.workers = options.workers;
  door.max_head_bytes = options.max_head_bytes;
  door.max_body_bytes = options.max_body_bytes;
  door.head_timeout = options.head_timeout;
  door.idle_timeout = options.idle_timeout;
  return door;
}

/// The report's token endpoint is /api/v2/oauth/token; the vendor's is /oauth/token.
std::string_view token_prefix(Dialect dialect) {
  switch (dialect) {
    case Dialect::reported:
      return "/api/v2";
    case Dialect::genesys:
      return "";
  }
  return "";
}

}  // namespace

class MockServer::Impl {
 public:
  Impl(World world, Script script, const ServerOptions& options)
      : login_path_(options.login_prefix + std::string{token_prefix(world.dialect)}),
        api_path_(options.api_prefix),
        address_(options.address),
        clock_(world.starts_at),
        ids_(options.seed),
        engine_(std::move(world), std::move(script), {options.login_prefix, options.api_prefix, options.seed}, clock_, ids_,
                started_),
        door_(engine_, front_door_options(options), started_) {}

  [[nodiscard]] std::string base_url() const {
    const bool is_ipv6 = address_.find(':') != std::string::npos;
    return is_ipv6 ? fmt::format("http://[{}]:{}", address_, door_.port())
                   : fmt::format("http://{}:{}", address_, door_.port());
  }

  const std::string login_path_;
  const std::string api_path_;
  const std::string address_;
  const Monotonic::time_point started_ = Monotonic::now();
  VirtualClock clock_;
  SeededIds ids_;
  Engine engine_;
  FrontDoor door_;  // last: no request may reach an engine that is gone
};

MockServer::MockServer(World world, Script script, ServerOptions options)
    : impl_(std::make_unique<Impl>(std::move(world), std::move(script), options)) {}

MockServer::~MockServer() = default;

int MockServer::port() const {
  return impl_->door_.port();
}
std::string MockServer::base_url() const {
  return impl_->base_url();
}
std::string MockServer::login_url() const {
  return impl_->base_url() + impl_->login_path_;
}
std::string MockServer::api_url() const {
  return impl_->base_url() + impl_->api_path_;
}

std::vector<Exchange> MockServer::journal() const {
  return impl_->engine_.journal();
}
std::size_t MockServer::journal_size() const {
  return impl_->engine_.journal_size();
}
std::vector<LedgerEntry> MockServer::ledger() const {
  return impl_->engine_.ledger();
}
std::vector<std::size_t> MockServer::rules_fired() const {
  return impl_->engine_.rules_fired();
}
Instant MockServer::now() const {
  return impl_->clock_.now();
}
std::chrono::nanoseconds MockServer::since_start() const {
  return Monotonic::now() - impl_->started_;
}

void MockServer::advance_clock(std::chrono::milliseconds by) {
  impl_->clock_.advance(by);
}

bool MockServer::wait_until_delivered(std::chrono::milliseconds at_most) const {
  return impl_->engine_.wait_until_delivered(at_most);
}

std::string MockServer::redact(std::string text) const {
  return impl_->engine_.redact(std::move(text));
}

}  // namespace gcmock
