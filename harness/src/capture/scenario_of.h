// The scenario that does what was done. Pure: text in, text out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "capture/captured.h"
#include "scenario/json_document.h"

namespace gcmock {

/// Text of a scenario file. Its steps ask a client for what was asked for, with what a careful client would say came of
/// it; its expectations are the exchanges that were seen, counted by endpoint, org and status. What no step can say
/// stands in a comment: requests of nobody whom the world knows, bodies of which not all was kept.
///
/// An API request that met 401, what was asked of the token endpoint then, and the API request again are one `call`.
/// So are equal calls that were under way together: one with `parallel`. A refresh by a client that holds no access
/// token belongs to the call behind it, any other is a `refresh`.
std::string scenario_of(const Captured& captured);

/// What a scenario's text says besides title, source, tags, world, steps and expectations: to be carried over into a
/// scenario that stands in the same folder. Of a file that is none: nothing.
std::vector<Member> carried_members(const ParsedFile& scenario);

}  // namespace gcmock
