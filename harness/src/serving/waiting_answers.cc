#include "serving/waiting_answers.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "serving/answers.h"
#include "serving/json_text.h"

namespace gcmock {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t exchanges_at_once = 1000;

/// Listens to a run as long as it lives.
class Watching {
 public:
  Watching(std::shared_ptr<ServedRun> run, ServiceBell bell)
      : run_(std::move(run)), watcher_(run_->watchers().add(std::move(bell))) {}
  ~Watching() { run_->watchers().remove(watcher_); }
  Watching(const Watching&) = delete;
  Watching& operator=(const Watching&) = delete;

  /// Whatever happens from now on rings.
  ServedRun& look() {
    watcher_->look();
    return *run_;
  }

 private:
  const std::shared_ptr<ServedRun> run_;
  const std::shared_ptr<Watcher> watcher_;
};

milliseconds until(Clock::time_point deadline) {
  return std::max(milliseconds(1), std::chrono::ceil<milliseconds>(deadline - Clock::now()));
}

class JournalPoll final : public PendingAnswer {
 public:
  JournalPoll(std::shared_ptr<ServedRun> run, std::uint64_t after, milliseconds wait, ServiceBell bell)
      : watching_(std::move(run), std::move(bell)), after_(after), deadline_(Clock::now() + wait) {}

  bool take(ServiceAnswer& answer) override {
    ServedRun& run = watching_.look();
    if (run.journal_size() <= after_ && Clock::now() < deadline_ && !run.is_closed()) return false;
    answer = json_answer(200, run.exchanges_after(after_, exchanges_at_once));
    return true;
  }
  [[nodiscard]] milliseconds time_to_wait() const override { return until(deadline_); }

 private:
  Watching watching_;
  const std::uint64_t after_;
  const Clock::time_point deadline_;
};

class VerdictPoll final : public PendingAnswer {
 public:
  VerdictPoll(std::shared_ptr<ServedRun> run, ServiceBell bell) : watching_(std::move(run), std::move(bell)) {
    watching_.look().finish();
  }

  bool take(ServiceAnswer& answer) override {
    ServedRun& run = watching_.look();
    if (!run.is_delivered() && Clock::now() < deadline_) return false;
    answer = json_answer(200, run.verdict());
    return true;
  }
  [[nodiscard]] milliseconds time_to_wait() const override { return until(deadline_); }

 private:
  Watching watching_;
  const Clock::time_point deadline_ = Clock::now() + std::chrono::seconds(1);
};

class EventSource final : public BodySource {
 public:
  EventSource(std::shared_ptr<ServedRun> run, Bookmark bookmark, ServiceBell bell)
      : watching_(std::move(run), std::move(bell)), bookmark_(bookmark) {}

  std::string take() override {
    ServedRun& run = watching_.look();
    std::string text = run.events_since(bookmark_);
    is_over_ = text.empty() && run.is_closed();
    if (text.empty() && Clock::now() >= silent_until_) text = ": still there\n\n";
    if (!text.empty()) silent_until_ = Clock::now() + silence;
    return text;
  }
  [[nodiscard]] bool is_over() const override { return is_over_; }
  [[nodiscard]] milliseconds time_to_wait() const override { return until(silent_until_); }

 private:
  static constexpr std::chrono::seconds silence{15};

  Watching watching_;
  Bookmark bookmark_;
  Clock::time_point silent_until_ = Clock::now() + silence;
  bool is_over_ = false;
};

/// "2.17": behind the seventeenth happening since the second reset. Whatever else it is: from the start.
Bookmark bookmark_of(const std::string& last_event_id) {
  Bookmark bookmark;
  const char* const end = last_event_id.data() + last_event_id.size();
  const auto generation = std::from_chars(last_event_id.data(), end, bookmark.generation);
  if (generation.ec != std::errc{} || generation.ptr == end || *generation.ptr != '.') return {};
  const auto next = std::from_chars(generation.ptr + 1, end, bookmark.next);
  return next.ec == std::errc{} && next.ptr == end ? bookmark : Bookmark{};
}

}  // namespace

std::unique_ptr<PendingAnswer> journal_when_it_grows(std::shared_ptr<ServedRun> run, std::uint64_t after,
                                                     milliseconds wait, ServiceBell bell) {
  return std::make_unique<JournalPoll>(std::move(run), after, wait, std::move(bell));
}

std::unique_ptr<PendingAnswer> verdict_when_delivered(std::shared_ptr<ServedRun> run, ServiceBell bell) {
  return std::make_unique<VerdictPoll>(std::move(run), std::move(bell));
}

StreamedAnswer event_stream(std::shared_ptr<ServedRun> run, const std::string& last_event_id, ServiceBell bell) {
  StreamedAnswer streamed;
  streamed.head.headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}};
  streamed.source = std::make_unique<EventSource>(std::move(run), bookmark_of(last_event_id), std::move(bell));
  return streamed;
}

}  // namespace gcmock
