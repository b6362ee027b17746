// Words a refusal when there is one.
#include "domain/trail_recorder.h"

#include <fmt/format.h>

namespace gcmock {

bool TrailRecorder::pass(Check check) {
  steps_.push_back({.check = check, .finding = Finding::passed, .expected = {}, .found = {}});
  return true;
}

bool TrailRecorder::refuse(Check check, RefusalReason reason, std::string expected, std::string found) {
  steps_.push_back(
      {.check = check, .finding = Finding::failed, .expected = std::move(expected), .found = std::move(found)});
  const TrailStep& step = steps_.back();
  refused_.reason = reason;
  refused_.detail = fmt::format("{}: expected {}, found {}", describe(step, subject_), step.expected, step.found);
  return false;
}

bool TrailRecorder::refuse_until(std::chrono::seconds retry_after, Check check, const LimitReached& limit,
                                 std::string expected, std::string found) {
  refuse(check, RefusalReason::rate_limited, std::move(expected), std::move(found));
  refused_.retry_after = retry_after;
  refused_.limit = limit;
  return false;
}

}  // namespace gcmock
