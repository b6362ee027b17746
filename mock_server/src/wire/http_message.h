// An HTTP request and answer as plain values. What the front door copies in, and the wire writes out.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wire/hosts.h"

namespace gcmock {

using Headers = std::vector<std::pair<std::string, std::string>>;  // names as sent, order kept, values trimmed of OWS

/// Header names are compared without regard to case (RFC 9110 §5.1).
bool same_name(std::string_view left, std::string_view right);

struct HttpRequest {
  std::string method;
  std::string target;     ///< origin-form as sent: path and query, percent-encoding untouched
  int minor_version = 1;  ///< HTTP/1.x
  std::string
      authority;  ///< of an absolute-form target, which goes before the Host header (RFC 9112 §3.2.2); else empty
  Headers headers;
  std::string body;        ///< chunked coding undone, content coding untouched
  bool keep_alive = true;  ///< by version and Connection header
  std::uint64_t connection = 0;
  bool is_https = false;  ///< the connection speaks TLS
  HostsServed served_at_port = HostsServed::both;
  std::chrono::nanoseconds arrived{0};  ///< monotonic since the server's start

  /// The first header of this name (case-insensitive); null where there is none.
  [[nodiscard]] const std::string* header(std::string_view name) const;
  [[nodiscard]] std::string_view host() const;   ///< whom it is for, with the port where one was named; may be empty
  [[nodiscard]] std::string_view path() const;   ///< target up to '?'
  [[nodiscard]] std::string_view query() const;  ///< after '?', without it
};

struct HttpAnswer {
  int status = 200;
  Headers headers;  ///< without Content-Length, Connection, Date: serialise() adds them
  std::string body;

  bool operator==(const HttpAnswer&) const = default;
};

/// The answer as bytes. `head_size` is the offset of the body.
struct SerialisedAnswer {
  std::string bytes;
  std::size_t head_size = 0;
};

enum class BodyBytes { sent, left_out };  ///< left out for HEAD: Content-Length is stated, the body is not sent
enum class Persistence { keep_alive, close };

/// No Date header: two runs write the same bytes. A framing header that `answer` states itself is not added again.
SerialisedAnswer serialise(const HttpAnswer& answer, BodyBytes body, Persistence persistence);

std::string_view reason_phrase(int status);

}  // namespace gcmock
