// What a test pays for a server of its own: from the constructor to the first answer, and stopping.
#include <arpa/inet.h>
#include <benchmark/benchmark.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <optional>
#include <string>

#include "bench_world.h"
#include "gcmock/mock_server.h"
#include "http/socket.h"

namespace gcmock {
namespace {

bool is_answered(int port) {
  const Socket client{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(client.descriptor(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return false;
  std::array<char, 4096> answer{};
  (void)client.send(refresh_request());
  return client.receive(answer).bytes > 0 && std::string_view{answer.data(), answer.size()}.starts_with("HTTP/1.1 200");
}

void start_to_first_answer(benchmark::State& state) {
  const World world = bench_world();
  std::optional<MockServer> server;
  for (auto _ : state) {
    server.emplace(world);
    if (!is_answered(server->port())) state.SkipWithError("the first request was not granted");
    state.PauseTiming();
    server.reset();
    state.ResumeTiming();
  }
}
BENCHMARK(start_to_first_answer)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

void stop_after_an_answer(benchmark::State& state) {
  const World world = bench_world();
  std::optional<MockServer> server;
  for (auto _ : state) {
    state.PauseTiming();
    server.emplace(world);
    if (!is_answered(server->port())) state.SkipWithError("the first request was not granted");
    state.ResumeTiming();
    server.reset();
  }
}
BENCHMARK(stop_after_an_answer)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(200);

}  // namespace
}  // namespace gcmock

BENCHMARK_MAIN();
