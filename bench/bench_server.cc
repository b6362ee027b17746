// bench_server mock | plain | plain-nodelay: serves refreshes until its standard input ends; prints its port.
// `mock` judges, settles, encodes and journals each; `plain` is cpp-httplib as it comes, answering a constant;
// `plain-nodelay` is the same without Nagle's algorithm, which holds most of its answers back for 44 ms.
#include <httplib.h>

#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>
#include <thread>

#include "bench_world.h"
#include "gcmock/mock_server.h"

namespace {

void wait_for_end_of_input() {
  std::cin.ignore(std::numeric_limits<std::streamsize>::max());
}

int serve_mock() {
  const gcmock::MockServer server{gcmock::bench_world()};
  std::cout << server.port() << std::endl;
  wait_for_end_of_input();
  return EXIT_SUCCESS;
}

// A body as long as the mock's, and nothing to do for it.
constexpr const char* constant_body =
    R"({"access_token":"gcmock-at-0123456789012345678901234567890123456789012","token_type":"bearer",)"
    R"("expires_in":86400,"refresh_token":"bench-refresh-token"})";

enum class Nagle { on, off };

int serve_plain(Nagle nagle) {
  httplib::Server server;
  server.set_tcp_nodelay(nagle == Nagle::off);
  server.set_keep_alive_max_count(std::numeric_limits<int>::max());
  server.Post("/oauth/token", [](const httplib::Request&, httplib::Response& answer) {
    answer.set_content(constant_body, "application/json");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::thread serving{[&] { server.listen_after_bind(); }};
  std::cout << port << std::endl;
  wait_for_end_of_input();
  server.stop();
  serving.join();
  return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** words) {
  const std::string_view which = count == 2 ? words[1] : "";
  if (which == "mock") return serve_mock();
  if (which == "plain") return serve_plain(Nagle::on);
  if (which == "plain-nodelay") return serve_plain(Nagle::off);
  std::cerr << "usage: bench_server mock|plain|plain-nodelay\n";
  return 64;
}
