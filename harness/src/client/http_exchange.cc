#include "client/http_exchange.h"

#include <httplib.h>
#include <algorithm>

#include "client/retry_after.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_wait{5000};

struct Url {
  std::string origin;  // "http://127.0.0.1:40123"
  std::string path;    // "/api/v2/oauth/token"
};

Url split(const std::string& url) {
  const std::size_t scheme_end = url.find("://");
  const std::size_t host_begin = scheme_end == std::string::npos ? 0 : scheme_end + 3;
  const std::size_t path_begin = std::min(url.find('/', host_begin), url.size());
  std::string path = url.substr(path_begin);
  return {url.substr(0, path_begin), path.empty() ? "/" : path};
}

milliseconds patience_until(Deadline deadline) {
  const auto left = std::chrono::duration_cast<milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::clamp(left, milliseconds{1}, longest_wait);
}

httplib::Request to_httplib(const SentRequest& request, const std::string& path) {
  httplib::Request out;
  out.method = request.method;
  out.path = path;
  for (const auto& [name, value] : request.headers) out.headers.emplace(name, value);
  if (!request.content_type.empty()) {
    out.headers.emplace("Content-Type", request.content_type);
    out.body = request.body;
  }
  return out;
}

std::optional<std::chrono::seconds> retry_after_of(const httplib::Response& response) {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return retry_after_from(response.get_header_value("Retry-After"), response.get_header_value("Date"), now);
}

// httplib names the step that failed; only these three come before the first byte of a request.
NoAnswer::Because why_none(httplib::Error error) {
  const bool before_sending = error == httplib::Error::Connection || error == httplib::Error::BindIPAddress ||
                              error == httplib::Error::ConnectionTimeout;
  return before_sending ? NoAnswer::Because::not_sent : NoAnswer::Because::answer_lost;
}

}  // namespace

HttpResult exchange(const SentRequest& request, Deadline deadline) {
  const Url url = split(request.url);
  httplib::Client client(url.origin);
  if (!client.is_valid()) return NoAnswer{NoAnswer::Because::not_sent};
  const milliseconds patience = patience_until(deadline);
  client.set_connection_timeout(patience);
  client.set_read_timeout(patience);
  client.set_write_timeout(patience);
  client.set_follow_location(false);
  client.set_tcp_nodelay(true);

  const httplib::Result result = client.send(to_httplib(request, url.path));
  if (!result) return NoAnswer{why_none(result.error())};
  return ReceivedAnswer{result->status, result->body, retry_after_of(*result)};
}

}  // namespace gcmock
