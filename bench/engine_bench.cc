// What judging, settling, encoding and journalling a refresh costs without any socket.
#include <benchmark/benchmark.h>

#include <memory>

#include "bench_world.h"
#include "engine/engine.h"
#include "gcmock/seams/seams.h"

namespace gcmock {
namespace {

/// Journals grow; after so many requests a fresh engine keeps memory and the measurement level.
constexpr std::size_t requests_per_engine = 10'000;

HttpRequest refresh() {
  HttpRequest request;
  request.method = "POST";
  request.target = "/oauth/token";
  request.headers = {{"Host", "127.0.0.1"},
                     {"Authorization", client_authorization()},
                     {"Content-Type", "application/x-www-form-urlencoded"}};
  request.body = refresh_body();
  return request;
}

void refresh_grant(benchmark::State& state) {
  const World world = bench_world();
  VirtualClock clock{world.starts_at};
  SeededIds ids{1};
  std::unique_ptr<Engine> engine;
  const auto request = refresh();
  std::size_t requests = 0;
  for (auto _ : state) {
    if (requests++ % requests_per_engine == 0) {
      state.PauseTiming();
      engine = std::make_unique<Engine>(world, Script{}, EngineOptions{}, clock, ids, std::chrono::steady_clock::now());
      state.ResumeTiming();
    }
    auto delivery = engine->handle(request);
    benchmark::DoNotOptimize(delivery);
    engine->delivered(delivery.seq,
                      {DeliveryState::complete, delivery.bytes.size(), delivery.bytes.size(), std::chrono::seconds{1}});
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(refresh_grant);

}  // namespace
}  // namespace gcmock

BENCHMARK_MAIN();
