// What the process finds around it.
#pragma once

#include <string>

namespace gcmock {

/// Empty where it is not set.
std::string environment_variable(const char* name);

/// The one name of a file, whichever way it is given: absolute, without `.` and `..`.
std::string absolute_path(const std::string& file);

}  // namespace gcmock
