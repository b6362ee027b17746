// What a world answers to refusals otherwise than the answer table has it.
#pragma once

#include <map>

#include "gcmock/domain/world.h"
#include "scenario/fields.h"

namespace gcmock {

/// `fields` are the world's.
std::map<RefusalReason, AnswerOverride> read_answers(const Fields& fields, Mistakes& mistakes);

}  // namespace gcmock
