// Puts the parts together: domain time and identifiers, an engine that judges, a front door that serves.
#include "gcmock/mock_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/engine.h"
#include "gcmock/domain/endpoint.h"
#include "gcmock/seams/announced_clock.h"
#include "gcmock/seams/seams.h"
#include "http/front_door.h"
#include "wire/hosts.h"

namespace gcmock {
namespace {

using Monotonic = std::chrono::steady_clock;

TlsOptions tls_options(const ServerOptions& options, const World& world) {
  TlsOptions tls;
  tls.names = names_of_hosts(world.region);
  for (const std::string& name : {options.address, options.told_address}) {
    if (!name.empty() && std::ranges::find(tls.names, name) == tls.names.end()) tls.names.push_back(name);
  }
  tls.authority = options.authority;
  tls.certificate = [kind = options.certificate](std::uint64_t) { return kind; };
  return tls;
}

FrontDoorOptions front_door_options(const ServerOptions& options, const World& world) {
  FrontDoorOptions door;
  door.address = options.address;
  door.port = options.port;
  if (options.layout == HostLayout::two_ports) door.api_port = options.api_port;
  if (options.scheme == Scheme::https) door.tls = tls_options(options, world);
  door.workers = options.workers;
  door.max_head_bytes = options.max_head_bytes;
  door.max_body_bytes = options.max_body_bytes;
  door.head_timeout = options.head_timeout;
  door.idle_timeout = options.idle_timeout;
  door.handshake_timeout = options.handshake_timeout;
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

std::string name_of(Host host, const ServerOptions& options) {
  switch (options.names) {
    case HostNames::address: {
      const std::string& address = options.told_address.empty() ? options.address : options.told_address;
      return address.find(':') == std::string::npos ? address : "[" + address + "]";
    }
    case HostNames::localhost:
      return "localhost";
    case HostNames::subdomains:
      return std::string{to_string(host)} + ".localhost";
  }
  return {};
}

std::unique_ptr<MovableClock> make_clock(const DomainClock& clock, Instant world_starts_at) {
  const Instant start = world_starts_at + clock.offset;
  switch (clock.time) {
    case DomainTime::frozen:
      return std::make_unique<VirtualClock>(start);
    case DomainTime::follows_real_time:
      return std::make_unique<RunningClock>(start, clock.factor);
  }
  return std::make_unique<VirtualClock>(start);
}

}  // namespace

std::string_view to_string(Scheme scheme) {
  switch (scheme) {
    case Scheme::http:
      return "http";
    case Scheme::https:
      return "https";
  }
  return "?";
}

class MockServer::Impl {
 public:
  Impl(World world, Script script, const ServerOptions& options)
      : login_path_(options.login_prefix + std::string{token_prefix(world.dialect)}),
        api_path_(options.api_prefix),
        login_origin_(fmt::format("{}://{}", to_string(options.scheme), name_of(Host::login, options))),
        api_origin_(fmt::format("{}://{}", to_string(options.scheme), name_of(Host::api, options))),
        door_options_(front_door_options(options, world)),
        own_clock_(make_clock(options.clock, world.starts_at)),
        clock_(*own_clock_),
        ids_(options.seed),
        engine_(std::move(world), std::move(script), {options.login_prefix, options.api_prefix, options.seed}, clock_,
                ids_, started_),
        door_(engine_, door_options_, started_) {}

  [[nodiscard]] std::string login_base() const { return fmt::format("{}:{}", login_origin_, door_.port()); }
  [[nodiscard]] std::string api_base() const { return fmt::format("{}:{}", api_origin_, door_.api_port()); }

  const std::string login_path_;
  const std::string api_path_;
  const std::string login_origin_;  ///< without its port
  const std::string api_origin_;
  const FrontDoorOptions door_options_;
  const Monotonic::time_point started_ = Monotonic::now();
  const std::unique_ptr<MovableClock> own_clock_;
  AnnouncedClock clock_;
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
int MockServer::api_port() const {
  return impl_->door_.api_port();
}
std::string MockServer::base_url() const {
  return impl_->login_base();
}
std::string MockServer::login_url() const {
  return impl_->login_base() + impl_->login_path_;
}
std::string MockServer::api_url() const {
  return impl_->api_base() + impl_->api_path_;
}
std::string MockServer::ca_certificate() const {
  return impl_->door_.ca_certificate();
}
std::shared_ptr<const CertificateAuthority> MockServer::authority() const {
  return impl_->door_.authority();
}
Handshakes MockServer::handshakes() const {
  return impl_->door_.handshakes();
}

std::vector<Exchange> MockServer::journal() const {
  return impl_->engine_.journal();
}
std::size_t MockServer::journal_size() const {
  return impl_->engine_.journal_size();
}
std::vector<Exchange> MockServer::journal_after(std::uint64_t seq, std::size_t at_most) const {
  return impl_->engine_.journal_after(seq, at_most);
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

void MockServer::when_clock_moves(std::function<void(std::chrono::milliseconds by)> told) {
  impl_->clock_.tell(std::move(told));
}

void MockServer::change(const WorldChange& change) {
  impl_->engine_.change(change);
}
std::vector<ChangeBetween> MockServer::changes() const {
  return impl_->engine_.changes();
}

World MockServer::world() const {
  return impl_->engine_.world();
}
void MockServer::when_something_happens(std::function<void()> told) {
  impl_->engine_.when_something_happens(std::move(told));
}

bool MockServer::wait_until_delivered(std::chrono::milliseconds at_most) const {
  return impl_->engine_.wait_until_delivered(at_most);
}

bool MockServer::wait_for_handshake(std::chrono::milliseconds at_most) const {
  return impl_->door_.wait_for_handshake(at_most);
}

std::string MockServer::redact(std::string text) const {
  return impl_->engine_.redact(std::move(text));
}

std::vector<FoundCredential> MockServer::find_credentials(const std::string& text) const {
  return impl_->engine_.find_credentials(text);
}

}  // namespace gcmock
