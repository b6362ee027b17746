// Reads the command line.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/description.h"

namespace gcmock {

/// `arguments` without the program's name. A mistake gives a SayCommand with exit code 64 that names it, with what was
/// probably meant.
Command parse_command_line(const std::vector<std::string>& arguments);

/// All that parse_command_line understands.
DescribedCommand describe_command_line();

}  // namespace gcmock
