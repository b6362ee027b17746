// A client under test that says what time it is, and sleeps in any way that a program may: {"do":"now"}, and
// {"do":"sleep","how":"poll","ms":60}. Replies when it woke, with the time that passed by the machine's own clock.
#include <poll.h>
#include <semaphore.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <future>
#include <iostream>
#include <map>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <string>
#include <thread>

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using std::chrono::system_clock;

void wait_on_condition(milliseconds time) {
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock lock(mutex);
  condition.wait_for(lock, time, [] { return false; });
}

void wait_on_condition_by_the_time_of_day(milliseconds time) {
  std::mutex mutex;
  std::condition_variable condition;
  std::unique_lock lock(mutex);
  condition.wait_until(lock, system_clock::now() + time, [] { return false; });
}

template <class Mutex>
void wait_for_lock(milliseconds time) {
  Mutex mutex;
  const std::lock_guard lock(mutex);
  std::thread([&] { mutex.try_lock_for(time); }).join();
}

void wait_for_shared_lock(milliseconds time) {
  std::shared_timed_mutex mutex;
  const std::lock_guard lock(mutex);
  std::thread([&] { mutex.try_lock_shared_for(time); }).join();
}

void wait_for_future(milliseconds time) {
  std::promise<int> promise;
  promise.get_future().wait_for(time);
}

void wait_for_semaphore(milliseconds time) {
  std::counting_semaphore<1> semaphore(0);
  semaphore.try_acquire_for(time);
}

void wait_in_poll(milliseconds time) {
  ::poll(nullptr, 0, static_cast<int>(time.count()));
}

void wait_in_epoll(milliseconds time) {
  const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
  epoll_event event{};
  ::epoll_wait(epoll, &event, 1, static_cast<int>(time.count()));
  ::close(epoll);
}

void wait_in_select(milliseconds time) {
  timeval left{time.count() / 1000, time.count() % 1000 * 1000};
  ::select(0, nullptr, nullptr, nullptr, &left);
}

void sleep_for(milliseconds time) {
  std::this_thread::sleep_for(time);
}

const std::map<std::string, void (*)(milliseconds)> ways_to_wait = {
    {"sleep", sleep_for},
    {"condition", wait_on_condition},
    {"condition_by_the_time_of_day", wait_on_condition_by_the_time_of_day},
    {"mutex", wait_for_lock<std::timed_mutex>},
    {"exclusive_lock", wait_for_lock<std::shared_timed_mutex>},
    {"shared_lock", wait_for_shared_lock},
    {"future", wait_for_future},
    {"semaphore", wait_for_semaphore},
    {"poll", wait_in_poll},
    {"epoll", wait_in_epoll},
    {"select", wait_in_select},
};

// The value of a member of a line that the tests write.
std::string member(const std::string& line, const std::string& name) {
  const std::string key = '"' + name + "\":";
  const std::size_t at = line.find(key);
  if (at == std::string::npos) return {};
  const std::size_t begin = line.find_first_not_of('"', at + key.size());
  return line.substr(begin, line.find_first_of("\",}", begin) - begin);
}

long long milliseconds_of(auto duration) {
  return std::chrono::duration_cast<milliseconds>(duration).count();
}

std::string reply_to(const std::string& line) {
  if (member(line, "do") == "now")
    return "{\"now_ms\":" + std::to_string(milliseconds_of(system_clock::now().time_since_epoch())) + "}";
  const auto way = ways_to_wait.find(member(line, "how"));
  if (way == ways_to_wait.end()) return R"({"outcome":"ok"})";
  const auto began = steady_clock::now();
  std::cout << "waiting" << std::endl;
  way->second(milliseconds(std::stoll(member(line, "ms"))));
  return "{\"waited_ms\":" + std::to_string(milliseconds_of(steady_clock::now() - began)) + "}";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << reply_to(line) << std::endl;
}
