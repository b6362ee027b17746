// What the process finds around it.
#pragma once

#include <string>

namespace gcmock {

/// Empty where it is not set.
std::string environment_variable(const char* name);

/// All of a file, byte for byte. Throws Error where it cannot be read.
std::string text_of_file(const std::string& file);

/// The one name of a file, whichever way it is given: absolute, without `.` and `..`.
std::string absolute_path(const std::string& file);

}  // namespace gcmock
