// The man page: a pure function of the described command line.
#pragma once

#include <string>
#include <string_view>

#include "cli/description.h"

namespace gcmock {

/// gcmock(1), for man(7) macros.
std::string man_page(const DescribedCommand& program, std::string_view version);

}  // namespace gcmock
