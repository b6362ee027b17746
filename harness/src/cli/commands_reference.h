// docs/reference/commands.md: the command line as a Markdown page.
#pragma once

#include <string>

#include "cli/description.h"

namespace gcmock {

/// A section for each command that does something, with its arguments and options in tables.
std::string commands_reference(const DescribedCommand& program);

}  // namespace gcmock
