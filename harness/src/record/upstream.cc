#include "record/upstream.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "capture/message_parts.h"
#include "client/sigpipe.h"

namespace gcmock {
namespace {

// Of the connection (RFC 9110 §7.6.1), or made anew by whoever sends the message on.
bool stays_behind(const std::string& name, const std::string& named_by_connection) {
  constexpr std::array<std::string_view, 12> names = {
      "Connection",          "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate",
      "Proxy-Authorization", "TE",         "Trailer",          "Upgrade",
      "Transfer-Encoding",   "Host",       "Content-Length",   "Accept-Encoding"};
  if (std::ranges::any_of(names, [&](std::string_view known) { return same_header(name, known); })) return true;
  std::string_view rest = named_by_connection;
  while (!rest.empty()) {
    std::string_view word = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (same_header(name, word)) return true;
  }
  return false;
}

// httplib has decoded it.
std::string encoded_address(const std::string& address) {
  std::string encoded;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool may_stand = byte > ' ' && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' &&
                           c != '`' && c != '{' && c != '|' && c != '}';
    if (may_stand) {
      encoded += c;
      continue;
    }
    std::array<char, 4> escape{};
    std::snprintf(escape.data(), escape.size(), "%%%02X", byte);
    encoded += escape.data();
  }
  return encoded;
}

void answer_for_upstream(RecordedExchange& exchange, const std::string& why) {
  exchange.came = AnswerPart::all;
  exchange.status = 502;
  exchange.answer_headers = {{"Content-Type", "text/plain"}};
  exchange.answer_body = "gcmock record: " + why + "\n";
}

// None: the request went out, and no whole answer came.
std::optional<std::string> why_it_cannot_answer(httplib::Error error) {
  using httplib::Error;
  if (error == Error::SSLServerVerification || error == Error::SSLLoadingCerts || error == Error::SSLConnection)
    return "the upstream server could not prove who it is; nothing was sent";
  if (error == Error::Connection || error == Error::ConnectionTimeout || error == Error::BindIPAddress)
    return "the upstream server cannot be reached";
  if (error == Error::Canceled) return "the upstream server's answer is larger than the recorder takes";
  return std::nullopt;
}

void take_head(const httplib::Response& answer, RecordedExchange& exchange) {
  exchange.status = answer.status;
  exchange.came = AnswerPart::head;
  const std::string named = answer.get_header_value("Connection");
  for (const auto& [name, value] : answer.headers) {
    if (stays_behind(name, named)) continue;
    exchange.answer_headers.emplace_back(name, same_header(name, "Location") ? encoded_address(value) : value);
  }
}

bool is_for_api(const std::string& path) {
  return path.starts_with("/api/v2/") && path != "/api/v2/oauth/token" && !path.starts_with("/api/v2/oauth/authorize");
}

}  // namespace

void forward(const Upstream& upstream, RecordedExchange& exchange) {
  const SigpipeHeld held;
  const std::string& url = is_for_api(path_of(exchange.target)) ? upstream.api : upstream.login;
  const std::size_t host = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  const std::size_t prefix = std::min(url.find('/', host), url.size());
  httplib::Client client(url.substr(0, prefix));
  if (!client.is_valid()) return answer_for_upstream(exchange, "the upstream's URL is none");
  client.set_connection_timeout(std::chrono::seconds{10});
  client.set_read_timeout(std::chrono::seconds{60});
  client.set_write_timeout(std::chrono::seconds{10});
  client.set_follow_location(false);
  client.set_tcp_nodelay(true);
  client.set_decompress(false);  // the answer goes on under the headers that it came with
  if (!upstream.ca_file.empty()) client.set_ca_cert_path(upstream.ca_file);

  httplib::Request request;
  request.method = exchange.method;
  const std::string before = url.substr(prefix);
  request.path = (before.ends_with('/') ? before.substr(0, before.size() - 1) : before) + exchange.target;
  const std::string named = header_of(exchange.headers, "Connection");
  for (const auto& [name, value] : exchange.headers) {
    if (!stays_behind(name, named)) request.headers.emplace(name, value);
  }
  request.headers.emplace("Accept-Encoding", "identity");
  request.body = exchange.body;
  exchange.came = AnswerPart::none;
  request.response_handler = [&exchange](const httplib::Response& answer) {
    take_head(answer, exchange);
    return true;
  };
  std::string& body = exchange.answer_body;
  request.content_receiver = [&body, most = upstream.most_bytes_of_an_answer](const char* data, std::size_t length,
                                                                              std::uint64_t, std::uint64_t) {
    body.append(data, length);
    return body.size() <= most;
  };

  const httplib::Result result = client.send(request);
  if (!result) {
    if (const auto why = why_it_cannot_answer(result.error())) answer_for_upstream(exchange, *why);
    return;
  }
  if (exchange.came == AnswerPart::none)
    take_head(*result, exchange);  // an answer that has no body is not shown before
  exchange.came = AnswerPart::all;
}

}  // namespace gcmock
