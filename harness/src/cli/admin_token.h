// The token of the admin API.
#pragma once

#include <string>

namespace gcmock {

/// The file's first line. Throws Error where there is none, or it is empty.
std::string read_token(const std::string& file);

/// One that nobody can guess: 256 bits of the machine's randomness.
std::string new_token();

}  // namespace gcmock
