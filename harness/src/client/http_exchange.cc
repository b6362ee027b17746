#include "client/http_exchange.h"

#include <httplib.h>

#include <algorithm>

#include "client/retry_after.h"

#include "client/sigpipe.h"

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

// httplib names the step that failed; only these come before the first byte of a request.
NoAnswer::Because why_none(httplib::Error error) {
  using httplib::Error;
  const bool untrusted = error == Error::SSLServerVerification || error == Error::SSLLoadingCerts;
  if (untrusted) return NoAnswer::Because::not_trusted;
  const bool before_sending = error == Error::Connection || error == Error::BindIPAddress ||
                              error == Error::ConnectionTimeout || error == Error::SSLConnection;
  return before_sending ? NoAnswer::Because::not_sent : NoAnswer::Because::answer_lost;
}

std::string host_of(const std::string& origin) {
  const std::string authority = origin.substr(std::min(origin.find("://") + 3, origin.size()));
  return authority.substr(0, authority.find(':'));
}

// Names below localhost are this machine's (RFC 6761 §6.3), also where the resolver has not heard of that.
void resolve(httplib::Client& client, const std::string& host) {
  if (host.ends_with(".localhost")) client.set_hostname_addr_map({{host, "127.0.0.1"}});
}

}  // namespace

HttpResult exchange(const SentRequest& request, Deadline deadline) {
  const SigpipeHeld held;  // httplib's TLS writes, and says goodbye, to peers that may be gone
  const Url url = split(request.url);
  httplib::Client client(url.origin);
  if (!client.is_valid()) return NoAnswer{NoAnswer::Because::not_sent};
  const milliseconds patience = patience_until(deadline);
  client.set_connection_timeout(patience);
  client.set_read_timeout(patience);
  client.set_write_timeout(patience);
  client.set_follow_location(request.follows_redirects);
  client.set_tcp_nodelay(true);
  client.enable_server_certificate_verification(request.verifies_certificate);
  if (!request.ca_file.empty()) client.set_ca_cert_path(request.ca_file);
  resolve(client, host_of(url.origin));

  const httplib::Result result = client.send(to_httplib(request, url.path));
  if (!result) return NoAnswer{why_none(result.error())};
  return ReceivedAnswer{result->status, result->body, retry_after_of(*result), result->get_header_value("Location")};
}

}  // namespace gcmock
