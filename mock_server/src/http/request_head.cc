// Strict where leniency would let two readers of the same bytes see different requests (RFC 9112 §11.2).
#include "http/request_head.h"

#include <charconv>
#include <utility>

#include "http/field_syntax.h"

namespace gcmock {
namespace {

std::optional<FramingFault> read_version(std::string_view version, HttpRequest& request) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool is_version = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                          version[6] == '.' && is_digit(version[7]);
  if (!is_version) return FramingFault{400, "request line without an HTTP version"};
  if (version[5] != '1' || version[7] > '1') return FramingFault{505, "an HTTP version other than 1.0 and 1.1"};
  request.minor_version = version[7] - '0';
  return std::nullopt;
}

/// The target after "http://" or "https://"; empty where it has no such beginning.
std::optional<std::string_view> without_scheme(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (equals_ignoring_case(target.substr(0, scheme.size()), scheme)) return target.substr(scheme.size());
  }
  return std::nullopt;
}

/// absolute-form to origin-form (RFC 9112 §3.2.2).
std::optional<FramingFault> read_absolute_form(std::string_view rest, HttpRequest& request) {
  const auto authority_end = std::min(rest.find_first_of("/?"), rest.size());
  const auto authority = rest.substr(0, authority_end);
  if (authority.empty() || authority.front() == ':' || !is_host(authority)) {
    return FramingFault{400, "request target with a malformed authority"};
  }
  request.authority = authority;
  const auto path = rest.substr(authority_end);
  request.target = path.starts_with('/') ? std::string{path} : "/" + std::string{path};
  if (!is_origin_form(request.target)) return FramingFault{400, "request target with bytes that no URI has"};
  return std::nullopt;
}

std::optional<FramingFault> read_target(std::string_view target, HttpRequest& request) {
  if (request.method == "CONNECT") return FramingFault{501, "method CONNECT"};
  if (target == "*" && request.method == "OPTIONS") {
    request.target = target;
    return std::nullopt;
  }
  if (const auto rest = without_scheme(target)) return read_absolute_form(*rest, request);
  if (!target.starts_with('/')) return FramingFault{400, "request target in none of the forms of RFC 9112"};
  if (!is_origin_form(target)) return FramingFault{400, "request target with bytes that no URI has"};
  request.target = target;
  return std::nullopt;
}

/// RFC 9112 §3.2.
std::optional<FramingFault> check_host(const HttpRequest& request) {
  const std::string* host = nullptr;
  for (const auto& [name, value] : request.headers) {
    if (!equals_ignoring_case(name, "host")) continue;
    if (host != nullptr) return FramingFault{400, "Host twice"};
    host = &value;
  }
  if (host == nullptr && request.minor_version == 1) return FramingFault{400, "no Host"};
  if (host != nullptr && !is_host(*host)) return FramingFault{400, "malformed Host"};
  return std::nullopt;
}

struct LengthHeaders {
  int lengths = 0;
  std::string_view length;
  int codings = 0;
  int unknown_codings = 0;
  int chunked = 0;
  bool chunked_is_last = false;
  bool has_coding_header = false;
};

void note_codings(std::string_view value, LengthHeaders& seen) {
  seen.has_coding_header = true;
  for_each_member(value, [&](std::string_view coding) {
    const bool is_chunked = equals_ignoring_case(coding, "chunked");
    ++seen.codings;
    seen.chunked += is_chunked ? 1 : 0;
    seen.unknown_codings += is_chunked ? 0 : 1;
    seen.chunked_is_last = is_chunked;
  });
}

/// RFC 9112 §6.1 and §6.3: a body whose last coding is not chunked has no end that one could rely on.
std::optional<FramingFault> frame_by_codings(const HttpRequest& request, const LengthHeaders& seen,
                                             BodyFraming& framing) {
  if (seen.lengths > 0) return FramingFault{400, "both Transfer-Encoding and Content-Length"};
  if (request.minor_version == 0) return FramingFault{400, "Transfer-Encoding in HTTP/1.0"};
  if (seen.chunked > 1) return FramingFault{400, "chunked twice"};
  if (seen.codings > 0 && seen.chunked == 0) return FramingFault{501, "a transfer coding other than chunked"};
  if (!seen.chunked_is_last) return FramingFault{400, "chunked is not the last transfer coding"};
  if (seen.unknown_codings > 0) return FramingFault{501, "a transfer coding other than chunked"};
  framing.by = BodyFraming::By::chunks;
  return std::nullopt;
}

std::optional<FramingFault> frame_by_length(const LengthHeaders& seen, const RequestLimits& limits,
                                            BodyFraming& framing) {
  if (seen.lengths > 1) return FramingFault{400, "Content-Length twice"};
  const auto digits = seen.length;
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return FramingFault{400, "Content-Length is not a number"};
  }
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), framing.length);
  if (error != std::errc{} || framing.length > limits.max_body_bytes) return FramingFault{413, "body too long"};
  return std::nullopt;
}

bool has_body(const BodyFraming& framing) {
  return framing.by == BodyFraming::By::chunks || framing.length > 0;
}

struct ConnectionOptions {
  bool close = false;
  bool keep_alive = false;
};

}  // namespace

std::optional<FramingFault> read_request_line(std::string_view line, const RequestLimits& limits,
                                              HttpRequest& request) {
  const auto method_end = line.find(' ');
  const auto method = line.substr(0, method_end);
  if (!is_token(method)) return FramingFault{400, "the method is no token"};
  if (method_end == std::string_view::npos) return FramingFault{400, "request line without a target"};
  const auto rest = line.substr(method_end + 1);
  const auto target_end = rest.find(' ');
  const auto target = rest.substr(0, target_end);
  if (target.empty()) return FramingFault{400, "request line without a target"};
  if (target.size() > limits.max_target_bytes) return FramingFault{414, "request target too long"};
  if (target_end == std::string_view::npos) return FramingFault{400, "request line without an HTTP version"};
  if (auto fault = read_version(rest.substr(target_end + 1), request)) return fault;
  request.method = method;
  return read_target(target, request);
}

std::optional<FramingFault> read_field_line(std::string_view line, const RequestLimits& limits, Headers& fields) {
  if (line.front() == ' ' || line.front() == '\t') return FramingFault{400, "a folded header line"};
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return FramingFault{400, "a header line without a colon"};
  if (!is_token(line.substr(0, colon))) return FramingFault{400, "a header name that is no token"};
  const auto value = trim_whitespace(line.substr(colon + 1));
  if (!is_field_content(value)) return FramingFault{400, "a control character in a header value"};
  if (fields.size() >= limits.max_headers) return FramingFault{431, "too many headers"};
  fields.emplace_back(line.substr(0, colon), value);
  return std::nullopt;
}

std::optional<FramingFault> frame_body(HttpRequest& request, const RequestLimits& limits, BodyFraming& framing) {
  LengthHeaders seen;
  ConnectionOptions options;
  std::optional<FramingFault> expectation;
  for (const auto& [name, value] : request.headers) {
    if (equals_ignoring_case(name, "content-length")) {
      ++seen.lengths;
      seen.length = value;
    } else if (equals_ignoring_case(name, "transfer-encoding")) {
      note_codings(value, seen);
    } else if (equals_ignoring_case(name, "connection")) {
      for_each_member(value, [&](std::string_view option) {
        options.close |= equals_ignoring_case(option, "close");
        options.keep_alive |= equals_ignoring_case(option, "keep-alive");
      });
    } else if (equals_ignoring_case(name, "expect") && request.minor_version == 1) {
      framing.expects_continue = equals_ignoring_case(value, "100-continue");
      if (!framing.expects_continue) expectation = FramingFault{417, "an expectation other than 100-continue"};
    }
  }
  request.keep_alive = !options.close && (request.minor_version == 1 || options.keep_alive);
  if (auto fault = check_host(request)) return fault;
  if (seen.has_coding_header) {
    if (auto fault = frame_by_codings(request, seen, framing)) return fault;
  } else if (seen.lengths > 0) {
    if (auto fault = frame_by_length(seen, limits, framing)) return fault;
  }
  framing.expects_continue = framing.expects_continue && has_body(framing);
  return expectation;
}

}  // namespace gcmock
