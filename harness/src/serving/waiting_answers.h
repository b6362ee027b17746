// Answers of the admin API that wait for something to happen to a run.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "gcmock/http/service.h"
#include "serving/served_run.h"

namespace gcmock {

/// Of the journal behind `after`: at once where there is something, else when there is, or when `wait` is over.
std::unique_ptr<PendingAnswer> journal_when_it_grows(std::shared_ptr<ServedRun> run, std::uint64_t after,
                                                     std::chrono::milliseconds wait, ServiceBell bell);

/// Finishes the run, and answers with the verdict when all answers are delivered, or after a second.
std::unique_ptr<PendingAnswer> verdict_when_delivered(std::shared_ptr<ServedRun> run, ServiceBell bell);

/// All that happens, as server-sent events; from `last_event_id` on where that is one of this run.
StreamedAnswer event_stream(std::shared_ptr<ServedRun> run, const std::string& last_event_id, ServiceBell bell);

}  // namespace gcmock
