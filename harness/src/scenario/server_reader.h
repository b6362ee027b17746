// Reads "server": how the mock is reached, in a scenario or a client profile.
#pragma once

#include "gcmock/harness/server_settings.h"
#include "scenario/fields.h"

namespace gcmock {

/// `of`: the object that has "server"; `shape`: of what stands there. Nothing said where there is none.
ServerSettings read_server(const Fields& of, const Shape& shape, Mistakes& mistakes);

}  // namespace gcmock
