// Many connections at once: idle ones cost a new client nothing, and stopping stays prompt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/fake_handler_in_tests.h"
#include "http/front_door.h"
#include "http/raw_client_in_tests.h"

namespace gcmock {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t many = 2000;

// Of the product; sanitizers make it several times slower.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr milliseconds prompt{1000};
#else
constexpr milliseconds prompt{250};
#endif
constexpr std::string_view get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n";

/// The best of a few: what the server takes, not what the machine was busy with. What would delay it by design, a
/// time-out or a thread that waits for another request, takes seconds each time.
template <class Prepare, class Work>
Clock::duration quickest_of(int attempts, Prepare prepare, Work work) {
  auto quickest = Clock::duration::max();
  for (int attempt = 0; attempt < attempts; ++attempt) {
    prepare();
    const auto before = Clock::now();
    work();
    quickest = std::min(quickest, Clock::now() - before);
  }
  return quickest;
}

constexpr auto nothing = [] {};

class ManyConnections : public testing::Test {
 protected:
  void SetUp() override {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 2 * many + 200) GTEST_SKIP() << "needs more open files than " << limit.rlim_cur;
    reopen();
  }

  void reopen() {
    clients.clear();
    door = std::make_unique<FrontDoor>(handler, FrontDoorOptions{}, Clock::now());
    for (std::size_t client = 0; client < many; ++client) {
      clients.push_back(std::make_unique<RawClient>(door->port()));
      ASSERT_TRUE(clients.back()->is_connected());
    }
    for (auto& client : clients) client->send(get);
    for (auto& client : clients) ASSERT_EQ(client->read_status(), 200);
  }

  FakeHandler handler;
  std::unique_ptr<FrontDoor> door;
  std::vector<std::unique_ptr<RawClient>> clients;
};

TEST_F(ManyConnections, DoNotDelayANewClientWhileTheyAreIdle) {
  const auto taken = quickest_of(5, nothing, [&] { EXPECT_EQ(RawClient{door->port()}.send(get).read_status(), 200); });

  EXPECT_LT(taken, prompt / 10);
}

TEST_F(ManyConnections, DoNotDelayStopping) {
  const auto taken = quickest_of(
      5, [&] { reopen(); }, [&] { door.reset(); });

  EXPECT_LT(taken, prompt);
}

TEST_F(ManyConnections, AreAllStillGoodAfterBeingIdle) {
  for (auto& client : clients) client->send(get);

  for (auto& client : clients) EXPECT_EQ(client->read_status(), 200);
}

TEST(FrontDoorStop, IsPromptBeforeAnythingHappened) {
  FakeHandler handler;

  const auto taken = quickest_of(5, nothing, [&] { FrontDoor{handler, {}, Clock::now()}; });

  EXPECT_LT(taken, prompt / 5);
}

TEST(FrontDoor, ServesAClientBesideOneThatPipelinesWithoutEnd) {
  constexpr int flood_size = 1500;  // fits into the kernel's buffers
  std::atomic<bool> all_is_sent = false;
  FakeHandler handler{[&](const HttpRequest& request, Delivery&) {
    while (request.target == "/flood" && !all_is_sent) std::this_thread::yield();
  }};
  const FrontDoor door{handler, {.workers = 1}, Clock::now()};
  RawClient other{door.port()};
  RawClient flooding{door.port()};
  other.send(get).read_answer();
  std::string flood;
  for (int number = 0; number < flood_size; ++number) flood += "GET /flood HTTP/1.1\r\nHost: h\r\n\r\n";

  flooding.send(flood);
  other.send(get);
  all_is_sent = true;

  EXPECT_EQ(other.read_status(), 200);
  for (int number = 0; number < flood_size; ++number) EXPECT_EQ(flooding.read_status(), 200);
  const auto requests = handler.requests();
  const auto of_other = std::find_if(requests.rbegin(), requests.rend(),
                                     [](const HttpRequest& request) { return request.target == "/a"; });
  EXPECT_LT(requests.rend() - of_other, 200);
}

TEST(FrontDoor, ServesManyThreadsOfClientsAtOnce) {
  constexpr int requests_each = 500;
  FakeHandler handler;
  const FrontDoor door{handler, {}, Clock::now()};
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;

  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      RawClient client{door.port()};
      for (int number = 0; number < requests_each; ++number) {
        const auto target = "/" + std::to_string(thread) + "/" + std::to_string(number);
        right += client.send("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").read_answer().ends_with("\n" + target);
      }
    });
  }
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(right, 8 * requests_each);
}

}  // namespace
}  // namespace gcmock
