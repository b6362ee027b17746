// Shell completion: pure functions of the described command line.
#pragma once

#include <string>

#include "cli/description.h"

namespace gcmock {

/// A script to be sourced: the words after `gcmock` are completed, options with their values, and file names.
std::string bash_completion(const DescribedCommand& program);
std::string zsh_completion(const DescribedCommand& program);
std::string fish_completion(const DescribedCommand& program);

}  // namespace gcmock
