// For tests: answers as told and remembers what it was asked and told.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/handler.h"

namespace gcmock {

inline std::string answer_bytes(int status, const std::string& body) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         body;
}

class FakeHandler final : public Handler {
 public:
  using Plan = std::function<void(const HttpRequest&, Delivery&)>;

  /// Answers 200 with the target as body; `plan` may change the delivery.
  explicit FakeHandler(Plan plan = {}) : plan_(std::move(plan)) {}

  Delivery handle(HttpRequest request) override {
    Delivery delivery;
    delivery.bytes = answer_bytes(200, request.target);
    delivery.after = request.keep_alive ? Persistence::keep_alive : Persistence::close;
    const std::lock_guard lock{lock_};
    delivery.seq = ++last_seq_;
    if (plan_) plan_(request, delivery);
    requests_.push_back(std::move(request));
    return delivery;
  }

  Delivery handle(const MalformedRequest& request) override {
    const std::lock_guard lock{lock_};
    malformed_.push_back(request);
    return {++last_seq_, answer_bytes(request.status, request.what), {}, Persistence::close};
  }

  void delivered(std::uint64_t seq, const DeliveryReport& report) override {
    const std::lock_guard lock{lock_};
    reports_[seq].push_back(report);
    changed_.notify_all();
  }

  // It holds nothing back.
  void set_bell(Bell /*bell*/) override {}
  std::optional<std::chrono::milliseconds> time_to_hold(std::uint64_t /*seq*/) override { return std::nullopt; }

  /// The only report on `seq`; waits for it. State pending where there was none in ten seconds, or more than one.
  DeliveryReport report_on(std::uint64_t seq) {
    std::unique_lock lock{lock_};
    changed_.wait_for(lock, std::chrono::seconds{10}, [&] { return !reports_[seq].empty(); });
    return reports_[seq].size() == 1 ? reports_[seq].front() : DeliveryReport{};
  }
  DeliveryState state_of(std::uint64_t seq) { return report_on(seq).state; }

  std::vector<HttpRequest> requests() {
    const std::lock_guard lock{lock_};
    return requests_;
  }
  std::vector<MalformedRequest> malformed() {
    const std::lock_guard lock{lock_};
    return malformed_;
  }

 private:
  const Plan plan_;
  std::mutex lock_;
  std::condition_variable changed_;
  std::uint64_t last_seq_ = 0;
  std::vector<HttpRequest> requests_;
  std::vector<MalformedRequest> malformed_;
  std::map<std::uint64_t, std::vector<DeliveryReport>> reports_;
};

/// Answers to /slow wait for ten minutes, others come at once. A door with one worker that answered another has come to
/// the wait of a /slow before it: a client that parts from then on is seen to, also by FIN.
inline FakeHandler::Plan waiting_at_slow() {
  return [](const HttpRequest& request, Delivery& delivery) {
    if (request.target == "/slow") delivery.steps = {Wait{std::chrono::minutes{10}}};
  };
}

constexpr std::string_view get_slow = "GET /slow HTTP/1.1\r\nHost: h\r\n\r\n";

}  // namespace gcmock
