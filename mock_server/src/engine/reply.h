// What is to be answered, and what the journal will say of it. Actions of a rule edit it before it is delivered.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/usage.h"
#include "engine/credentials.h"
#include "engine/handler.h"
#include "engine/question.h"
#include "gcmock/domain/ruling.h"
#include "gcmock/domain/world.h"
#include "gcmock/domain/world_change.h"
#include "gcmock/journal/exchange.h"
#include "gcmock/script/script.h"
#include "gcmock/seams/seams.h"
#include "wire/http_message.h"

namespace gcmock {

struct Reply {
  HttpAnswer answer;
  std::string shown_body;  ///< the body as the journal may keep it
  Subject subject;
  std::optional<RefusalReason> refusal;
  std::string error_code;
  std::optional<std::chrono::seconds> retry_after;
  std::vector<ChangeMade> changes;
  std::vector<Fingerprint> issued;
  bool has_refresh_token = false;  ///< does the answer tell the client of one
  std::vector<TrailStep> trail;
  Author author = Author::mock;
  enum class Made { answered, lost } made = Made::answered;  ///< lost: cut before it had an effect; status 0
};

/// What ruling needs; references into the engine's state.
struct Bench {
  World& world;
  Ledger& ledger;
  Credentials& credentials;
  IdSource& ids;
  Usage& usage;
};

/// Makes a change real, and known to those who look for credentials.
ChangeMade make(Bench bench, const WorldChange& change, Instant now);

/// Policy's answer, settled: ledger and world have changed where it was granted.
Reply rule(Bench bench, const Question& question, const HttpRequest& request, Instant now,
           std::string_view correlation_id);

/// The answer that policy would give for this refusal; nothing is decided or settled.
Reply refuse(const World& world, const Question& question, const Refused& refused, std::string_view correlation_id);

}  // namespace gcmock
