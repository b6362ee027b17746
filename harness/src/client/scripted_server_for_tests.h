// A small HTTP server on loopback for tests of clients: each request is shown to a function, which answers or hangs up.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace gcmock {

struct SeenRequest {
  std::string method;
  std::string target;
  std::string head;  ///< everything before the body
  std::string body;
};

struct ScriptedAnswer {
  int status = 200;
  std::string body = "{}";
  std::string headers;  ///< whole lines, each with its CRLF
};

/// Answers each connection on a thread of its own, one request a connection. No answer from `script`: hangs up.
class ScriptedServer {
 public:
  using Script = std::function<std::optional<ScriptedAnswer>(const SeenRequest&)>;

  explicit ScriptedServer(Script script) : script_(std::move(script)), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 64);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_until_shut(); });
  }

  ~ScriptedServer() {
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& thread : connections_) thread.join();
    ::close(listener_);
  }

  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

  [[nodiscard]] std::vector<SeenRequest> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

  [[nodiscard]] std::ptrdiff_t count(const std::string& target) const {
    const std::vector<SeenRequest> requests = seen();
    return std::ranges::count(requests, target, &SeenRequest::target);
  }

 private:
  void accept_until_shut() {
    for (;;) {
      const int connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) return;
      connections_.emplace_back([this, connection] { serve(connection); });
    }
  }

  void serve(int connection) {
    const SeenRequest request = read_request(connection);
    std::optional<ScriptedAnswer> answer;
    {
      const std::lock_guard lock(mutex_);
      seen_.push_back(request);
    }
    answer = script_(request);
    if (answer) write_answer(connection, *answer);
    ::close(connection);
  }

  static SeenRequest read_request(int connection) {
    std::string bytes;
    std::size_t head_end = std::string::npos;
    std::size_t body_size = 0;
    while (head_end == std::string::npos || bytes.size() < head_end + 4 + body_size) {
      char chunk[4096];
      const ssize_t got = ::recv(connection, chunk, sizeof chunk, 0);
      if (got <= 0) return {};
      bytes.append(chunk, static_cast<std::size_t>(got));
      head_end = bytes.find("\r\n\r\n");
      const std::size_t length = bytes.find("Content-Length: ");
      if (head_end != std::string::npos && length < head_end) body_size = std::stoul(bytes.substr(length + 16));
    }
    const std::size_t target = bytes.find(' ') + 1;
    return {bytes.substr(0, target - 1), bytes.substr(target, bytes.find(' ', target) - target),
            bytes.substr(0, head_end), bytes.substr(head_end + 4)};
  }

  static void write_answer(int connection, const ScriptedAnswer& answer) {
    const std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) +
                              " Scripted\r\nContent-Type: application/json\r\n" +
                              "Content-Length: " + std::to_string(answer.body.size()) + "\r\nConnection: close\r\n" +
                              answer.headers + "\r\n" + answer.body;
    ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }

  Script script_;
  int listener_;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::vector<SeenRequest> seen_;
  std::vector<std::thread> connections_;
  std::thread acceptor_;
};

}  // namespace gcmock
