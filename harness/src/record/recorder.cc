#include "record/recorder.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace gcmock {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t most_threads = 16;

// Between the thread that asks the upstream and the door that waits for it.
struct Handover {
  std::mutex mutex;  // guards all below
  bool is_there = false;
  ServiceAnswer answer;
};

class ForwardedAnswer final : public PendingAnswer {
 public:
  explicit ForwardedAnswer(std::shared_ptr<Handover> handover) : handover_(std::move(handover)) {}

  bool take(ServiceAnswer& answer) override {
    const std::lock_guard lock(handover_->mutex);
    if (handover_->is_there) answer = std::move(handover_->answer);
    return handover_->is_there;
  }

 private:
  const std::shared_ptr<Handover> handover_;
};

struct Job {
  RecordedExchange exchange;
  std::shared_ptr<Handover> handover;
  ServiceBell bell;
};

std::size_t bytes_of(const RecordedExchange& exchange) {
  std::size_t bytes = exchange.target.size() + exchange.body.size() + exchange.answer_body.size();
  for (const auto* headers : {&exchange.headers, &exchange.answer_headers}) {
    for (const auto& [name, value] : *headers) bytes += name.size() + value.size();
  }
  return bytes;
}

BrokenOff broken_off(AnswerPart came) {
  switch (came) {
    case AnswerPart::all:
      return BrokenOff::no;
    case AnswerPart::head:
      return BrokenOff::in_body;
    case AnswerPart::none:
      return BrokenOff::before_head;
  }
  return {};
}

// What the upstream lost is lost for its client as well.
ServiceAnswer for_client(const RecordedExchange& exchange) {
  return {exchange.status, exchange.answer_headers, exchange.answer_body, broken_off(exchange.came)};
}

}  // namespace

class Recorder::Impl {
 public:
  Impl(Upstream upstream, RecorderLimits limits) : upstream_(std::move(upstream)), limits_(limits) {}

  ~Impl() {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  std::unique_ptr<PendingAnswer> take(ServiceRequest request, ServiceBell bell) {
    auto handover = std::make_shared<Handover>();
    Job job{{std::move(request.method),
             std::move(request.target),
             std::move(request.headers),
             std::move(request.body),
             0,
             {},
             {},
             since_start(),
             {},
             AnswerPart::none},
            handover,
            std::move(bell)};
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
      ++under_way_;
      if (threads_.size() < most_threads && threads_.size() < under_way_) threads_.emplace_back([this] { work(); });
    }
    work_.notify_one();
    return std::make_unique<ForwardedAnswer>(std::move(handover));
  }

  std::vector<RecordedExchange> recorded() const {
    const std::lock_guard lock(mutex_);
    return recorded_;
  }

  std::size_t not_kept() const {
    const std::lock_guard lock(mutex_);
    return not_kept_;
  }

  std::chrono::nanoseconds idle_for() const {
    const std::lock_guard lock(mutex_);
    const bool has_begun = !recorded_.empty() || not_kept_ > 0;
    return has_begun && under_way_ == 0 ? since_start() - last_answer_ : std::chrono::nanoseconds{0};
  }

 private:
  std::chrono::nanoseconds since_start() const { return steady_clock::now() - started_; }

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [this] { return is_over_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      Job job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      forward(upstream_, job.exchange);
      hand_over(job);
      lock.lock();
      keep(std::move(job.exchange));
      --under_way_;
      lock.unlock();
      job.bell();
      lock.lock();
    }
  }

  static void hand_over(const Job& job) {
    const std::lock_guard lock(job.handover->mutex);
    job.handover->answer = for_client(job.exchange);
    job.handover->is_there = true;
  }

  // With the lock. What the client is told is kept before it can ask again: the bell rings behind this.
  void keep(RecordedExchange exchange) {
    exchange.answered = last_answer_ = since_start();
    const std::size_t bytes = bytes_of(exchange);
    if (recorded_.size() >= limits_.exchanges || bytes_ + bytes > limits_.bytes) {
      ++not_kept_;
      return;
    }
    bytes_ += bytes;
    recorded_.push_back(std::move(exchange));
  }

  const Upstream upstream_;
  const RecorderLimits limits_;
  const steady_clock::time_point started_ = steady_clock::now();

  mutable std::mutex mutex_;  // guards all below
  std::condition_variable work_;
  std::deque<Job> jobs_;
  std::vector<std::thread> threads_;
  std::vector<RecordedExchange> recorded_;
  std::size_t bytes_ = 0;
  std::size_t under_way_ = 0;
  std::size_t not_kept_ = 0;
  std::chrono::nanoseconds last_answer_{0};
  bool is_over_ = false;
};

Recorder::Recorder(Upstream upstream, RecorderLimits limits)
    : impl_(std::make_unique<Impl>(std::move(upstream), limits)) {}
Recorder::~Recorder() = default;

ServiceReply Recorder::handle(ServiceRequest request, ServiceBell bell) {
  return impl_->take(std::move(request), std::move(bell));
}
std::vector<RecordedExchange> Recorder::recorded() const {
  return impl_->recorded();
}
std::size_t Recorder::not_kept() const {
  return impl_->not_kept();
}
std::chrono::nanoseconds Recorder::idle_for() const {
  return impl_->idle_for();
}

}  // namespace gcmock
