#include "parallel/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <vector>

namespace gcmock {

void side_by_side(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& perform,
                  const std::function<bool()>& is_over) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed = false;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < count && !failed && !(is_over && is_over()); i = next++) perform(i);
    } catch (...) {
      failed = true;
      throw;
    }
  };
  std::vector<std::future<void>> workers;
  for (std::size_t i = 1; i < std::min(count, threads); ++i) workers.push_back(std::async(std::launch::async, work));
  std::packaged_task<void()> own(work);
  workers.push_back(own.get_future());
  own();
  for (const std::future<void>& worker : workers) worker.wait();
  for (std::future<void>& worker : workers) worker.get();
}

}  // namespace gcmock
