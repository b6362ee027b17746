// HTTP for services beside the mock: its admin API, a proxy that records. The same front door as the mock's, with
// strict framing and without a thread a connection; what is not there yet is answered later.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gcmock {

/// A request that is well-formed HTTP. Names of headers as sent.
struct ServiceRequest {
  std::string method;
  std::string target;                                           ///< as sent: path and query
  std::string path;                                             ///< of it, percent-encoding untouched
  std::vector<std::pair<std::string, std::string>> parameters;  ///< of the query, decoded, in the order sent
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  ///< chunked coding undone
  std::uint64_t connection = 0;

  /// The first of this name, in any case; null where there is none.
  [[nodiscard]] const std::string* header(std::string_view name) const;
  /// Likewise; names of parameters are compared as they are.
  [[nodiscard]] const std::string* parameter(std::string_view name) const;
};

/// Whether the connection is closed in the middle of an answer, as a server does that fails.
enum class BrokenOff {
  no,
  before_head,  ///< nothing of it goes out
  in_body,      ///< the body that is given goes out, and its length was said to be larger
};

struct ServiceAnswer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;  ///< without Content-Length and Connection
  std::string body;
  BrokenOff broken_off = BrokenOff::no;
};

/// Says that there may be something now. From any thread, at any time; harmless where the client has gone.
using ServiceBell = std::function<void()>;

/// An answer that is waited for. Used by one thread at a time; destroyed when it was sent or its client has gone.
class PendingAnswer {
 public:
  virtual ~PendingAnswer() = default;
  /// True: `answer` is the answer. Asked at once, whenever the bell rings, and after time_to_wait().
  virtual bool take(ServiceAnswer& answer) = 0;
  [[nodiscard]] virtual std::chrono::milliseconds time_to_wait() const { return std::chrono::seconds{15}; }
};

/// A body that comes bit by bit and ends with its connection. As above.
class BodySource {
 public:
  virtual ~BodySource() = default;
  /// What has come since the last time; may be nothing.
  virtual std::string take() = 0;
  [[nodiscard]] virtual bool is_over() const { return false; }
  [[nodiscard]] virtual std::chrono::milliseconds time_to_wait() const { return std::chrono::seconds{15}; }
};
struct StreamedAnswer {
  ServiceAnswer head;  ///< its body is the beginning
  std::unique_ptr<BodySource> source;
};

using ServiceReply = std::variant<ServiceAnswer, std::unique_ptr<PendingAnswer>, StreamedAnswer>;

class HttpService {
 public:
  virtual ~HttpService() = default;
  /// From several threads at once; must not wait for anything. An exception is an answer with status 500.
  virtual ServiceReply handle(ServiceRequest request, ServiceBell bell) = 0;
};

struct ServiceDoorOptions {
  std::string address = "127.0.0.1";
  int port = 0;  ///< 0: a free one
  std::size_t max_body_bytes = 4 * 1024 * 1024;
};

/// Listens when constructed, stops when destroyed, with answers pending. Throws Error where the port cannot be bound.
class ServiceDoor {
 public:
  /// `service` must outlive it.
  ServiceDoor(HttpService& service, const ServiceDoorOptions& options);
  ~ServiceDoor();
  ServiceDoor(const ServiceDoor&) = delete;
  ServiceDoor& operator=(const ServiceDoor&) = delete;

  [[nodiscard]] int port() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gcmock
