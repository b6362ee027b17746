// Scripts: rules, their actions, and whether they make sense.
#pragma once

#include "gcmock/script/script.h"
#include "scenario/cast.h"
#include "scenario/fields.h"

namespace gcmock {

Script read_script(const Fields& scenario, const Cast& cast, Mistakes& mistakes);

}  // namespace gcmock
