// Limits of an org, and how the world tells that one was reached.
#pragma once

#include "gcmock/domain/world.h"
#include "scenario/fields.h"

namespace gcmock {

/// `fields` are the org's. What `limits` states itself prevails over its preset.
void read_limits(const Fields& fields, Org& org, Mistakes& mistakes);

/// `fields` are the world's.
LimitAnswers read_limit_answers(const Fields& fields, Mistakes& mistakes);

}  // namespace gcmock
