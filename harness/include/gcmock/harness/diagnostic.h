// A mistake in a file: where, what, and how to fix it.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "gcmock/harness/source_place.h"

namespace gcmock {

struct Diagnostic {
  std::string code;  ///< stable: "GC203"
  SourcePlace place;
  std::string line_text;            ///< the line of the file, for the frame; credentials in it are not shown
  int length = 1;                   ///< characters to underline
  std::string what;                 ///< "unknown key \"endpont\" in a rule's \"when\""
  std::string fix;                  ///< "did you mean \"endpoint\"?"; may be empty
  std::optional<SourcePlace> also;  ///< a second place that matters: "first defined here"
  std::string also_what;
  int frame_column = 0;  ///< where in line_text to underline, as hiding moves columns; 0: at place.column

  bool operator==(const Diagnostic&) const = default;
};

/// The form of all tools: `file:line:col: error[GC203]: what`, the line with carets, `help: fix`. Ends in a newline.
std::string to_string(const Diagnostic& diagnostic);
std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic);

}  // namespace gcmock
