// The command line as data: what help, shell completion and the man page are made of.
#pragma once

#include <string>
#include <vector>

namespace gcmock {

struct DescribedOption {
  std::vector<std::string> names;    ///< "--jobs", "-j"; of a positional one none
  std::string value;                 ///< "N", "FILE"; empty: it takes none
  std::vector<std::string> choices;  ///< all that the value can be; empty: anything
  std::string description;
  std::string standard;  ///< its default; empty: none, or not worth telling
  bool is_required = false;
  bool is_repeatable = false;
};

struct DescribedCommand {
  std::string name;  ///< "run"
  std::string description;
  std::vector<DescribedOption> options;
  std::vector<DescribedOption> arguments;  ///< the positional ones
  std::vector<DescribedCommand> commands;  ///< below it
};

/// Whether a shell completes file names for the value.
bool is_path(const DescribedOption& option);

/// "--jobs,-j N", "[PATH]...", "FILE".
std::string usage_of(const DescribedOption& option);

}  // namespace gcmock
