// Where something stands in a file that a person wrote.
#pragma once

#include <iosfwd>
#include <string>

namespace gcmock {

struct SourcePlace {
  std::string file;  ///< as it was named on the command line, or found below it
  int line = 0;      ///< from 1; 0: the file as a whole
  int column = 0;    ///< from 1, in characters

  bool operator==(const SourcePlace&) const = default;
};

/// "scenarios/x.json:9:3"; without a column where it is 0, without a line where that is 0.
std::string to_string(const SourcePlace& place);
std::ostream& operator<<(std::ostream& out, const SourcePlace& place);

}  // namespace gcmock
