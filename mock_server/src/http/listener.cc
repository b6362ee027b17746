// The only place that knows cpp-httplib: it binds, listens and accepts; what it would do with a socket is overridden.
#include "http/listener.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>

#include "gcmock/error.h"
#include "http/quiet_thread.h"

namespace gcmock {
namespace {

/// httplib compiles a backlog of 5 in; a second listen() on the same socket changes it.
constexpr int backlog = 4096;

/// Runs at once what httplib would give to a pool: taking over a socket needs no thread.
class AtOnce final : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> work) override { work(); }
  void shutdown() override {}
};

/// httplib's constructor ignores SIGPIPE for the whole process. Held while a disposition is saved, so that two servers
/// built at the same time do not restore each other's.
std::mutex sigpipe_lock;

class SigpipeKept {
 public:
  SigpipeKept() : lock_(sigpipe_lock) { ::sigaction(SIGPIPE, nullptr, &before_); }
  ~SigpipeKept() { ::sigaction(SIGPIPE, &before_, nullptr); }
  SigpipeKept(const SigpipeKept&) = delete;
  SigpipeKept& operator=(const SigpipeKept&) = delete;

 private:
  std::lock_guard<std::mutex> lock_;
  struct sigaction before_ {};
};

class Acceptor final : public httplib::Server {
 public:
  explicit Acceptor(std::function<void(Socket)> welcome) : welcome_(std::move(welcome)) {
    new_task_queue = [] { return new AtOnce; };
    // Without SO_REUSEPORT, which httplib sets and which lets two servers share a port unawares.
    set_socket_options([](socket_t descriptor) {
      const int on = 1;
      ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
  }

  int bind(const std::string& address, int port) {
    errno = 0;
    const int bound = port == 0 ? bind_to_any_port(address) : (bind_to_port(address, port) ? port : -1);
    if (bound < 0 || ::listen(svr_sock_, backlog) != 0) {
      const auto why = errno == 0 ? std::string{"the address cannot be used"} : std::string{std::strerror(errno)};
      throw Error{fmt::format("cannot listen on {}:{}: {}", address, port, why)};
    }
    return bound;
  }

  /// Makes accept() fail and the loop end, also where it has not begun: httplib's own stop() is lost then. The
  /// descriptor is closed by close_listening(), after the loop, lest accept() meet another file of the same number.
  void end_accepting() {
    listening_ = Socket{svr_sock_.exchange(INVALID_SOCKET)};
    ::shutdown(listening_.descriptor(), SHUT_RDWR);
  }
  void close_listening() { listening_.close(); }

 private:
  bool process_and_close_socket(socket_t descriptor) override {
    Socket socket{descriptor};
    socket.prepare();
    welcome_(std::move(socket));
    return true;
  }

  std::function<void(Socket)> welcome_;
  Socket listening_;
};

std::unique_ptr<Acceptor> make_acceptor(std::function<void(Socket)> welcome) {
  const SigpipeKept kept;
  return std::make_unique<Acceptor>(std::move(welcome));
}

}  // namespace

class Listener::Impl {
 public:
  Impl(const std::string& address, int port, std::function<void(Socket)> welcome)
      : acceptor_(make_acceptor(std::move(welcome))),
        port_(acceptor_->bind(address, port)),
        thread_(start_quiet_thread([this] { acceptor_->listen_after_bind(); })) {}

  ~Impl() {
    acceptor_->end_accepting();
    thread_.join();
    acceptor_->close_listening();
  }

  [[nodiscard]] int port() const { return port_; }

 private:
  std::unique_ptr<Acceptor> acceptor_;
  const int port_;
  std::thread thread_;
};

Listener::Listener(const std::string& address, int port, std::function<void(Socket)> welcome)
    : impl_(std::make_unique<Impl>(address, port, std::move(welcome))) {}

Listener::~Listener() = default;

int Listener::port() const {
  return impl_->port();
}

}  // namespace gcmock
