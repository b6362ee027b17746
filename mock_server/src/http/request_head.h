// The head of a request: its lines checked and read one by one, then what they say together about the body.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "wire/http_message.h"

namespace gcmock {

/// Why a request cannot be framed, and the status to answer. `what` never holds bytes of the request.
struct FramingFault {
  int status = 400;
  std::string what;
};

struct RequestLimits {
  std::size_t max_head_bytes = 32 * 1024;
  std::size_t max_body_bytes = 512000;
  std::size_t max_target_bytes = 8192;
  std::size_t max_headers = 100;
};

/// How the end of the body is known (RFC 9112 §6.3).
struct BodyFraming {
  enum class By { length, chunks } by = By::length;
  std::size_t length = 0;
  bool expects_continue = false;  ///< the client waits for 100 Continue before it sends the body
};

/// `line` is without its CRLF. Fills method, target (in origin-form) and version of `request`.
std::optional<FramingFault> read_request_line(std::string_view line, const RequestLimits& limits, HttpRequest& request);

/// Appends one field to `fields`.
std::optional<FramingFault> read_field_line(std::string_view line, const RequestLimits& limits, Headers& fields);

/// What all lines together say: Host, Connection, Expect, Content-Length and Transfer-Encoding.
std::optional<FramingFault> frame_body(HttpRequest& request, const RequestLimits& limits, BodyFraming& framing);

}  // namespace gcmock
