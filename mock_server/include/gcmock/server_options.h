// How a mock is reached, and with what patience it serves.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "gcmock/certificates/certificate_kind.h"

namespace gcmock {

enum class Scheme { http, https };

/// Do login host and API host share a port, or has each its own, where the other's paths do not exist.
enum class HostLayout { one_port, two_ports };

/// What the URLs that the server tells name it by. All of them reach it; what differs is what clients make of them.
enum class HostNames {
  address,    ///< "127.0.0.1"
  localhost,  ///< "localhost"
  /// "login.localhost" and "api.localhost", for SDKs that make both of a region's name. Not every resolver knows them.
  subdomains,
};

/// How domain time goes on from the world's start: by advance_clock() alone, or as real time goes by as well.
enum class DomainTime { frozen, follows_real_time };

struct DomainClock {
  DomainTime time = DomainTime::frozen;
  std::chrono::milliseconds offset{0};  ///< of its start from the world's
  double factor = 1;                    ///< how much faster than real time it runs, where it follows that

  bool operator==(const DomainClock&) const = default;
};

class CertificateAuthority;  // the mock's own

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< loopback only unless you know why
  std::string told_address = {};      ///< by which the URLs name it, and the certificate; empty: `address`
  int port = 0;                       ///< 0: a free one
  int api_port = 0;                   ///< the same, for the API host where it has a port of its own
  Scheme scheme = Scheme::http;
  HostLayout layout = HostLayout::one_port;
  HostNames names = HostNames::address;
  CertificateKind certificate = CertificateKind::valid;  ///< that an https server shows
  /// Of an earlier server (MockServer::authority()), whose clients trust it; null: a new one is made.
  std::shared_ptr<const CertificateAuthority> authority = {};
  std::string login_prefix;  ///< extra path prefix under which the login host is served as well: "/login"
  std::string api_prefix;    ///< the same for the API host
  std::uint64_t seed = 1;    ///< of identifiers and tokens
  DomainClock clock;
  unsigned workers = 0;  ///< threads that answer requests; 0: half the machine's cores, 1 at least
  std::size_t max_head_bytes = 32 * 1024;
  std::size_t max_body_bytes = 512000;                 ///< request.bytes.max of the vendor's limits
  std::chrono::milliseconds head_timeout{10000};       ///< from the first byte of a request to its last
  std::chrono::milliseconds idle_timeout{60000};       ///< a kept-alive connection without a request
  std::chrono::milliseconds handshake_timeout{10000};  ///< of TLS
};

std::string_view to_string(Scheme scheme);

}  // namespace gcmock
