// The answer table as a world has it: with its settings, and with what it answers otherwise.
#pragma once

#include "gcmock/domain/world.h"
#include "wire/answers.h"

namespace gcmock {

/// The row of answer_row(), changed by `token_errors`, `limit_answers` and, last, by `answers`. Views are into `world`.
/// A code for an answer that has no place for one (the report's two members) makes it an OAuth error.
AnswerRow answer_row_in(const World& world, RefusalReason reason, AnsweredBy answerer);

}  // namespace gcmock
